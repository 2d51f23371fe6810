import { BANK_PARTS } from '../forms/index.ts';
import { bankTitle, branchTitle, useNames } from './banks.ts';
import type { Words } from './engine.ts';

/** An account as people read it: the names of bank and branch where the codes have one. What is kept is the codes. */
export function BankAnswer(props: { parts: Record<string, string>; words: Words }) {
  const { parts, words } = props;
  const { say, partLabel } = words;
  const { bankCode = '', branchCode = '' } = parts;
  const bank = (useNames('banks') ?? []).filter(([code]) => code === bankCode)[0];
  const branch = (useNames(bank === undefined ? null : bankCode) ?? []).filter(([code]) => code === branchCode)[0];
  const named = bank === undefined ? [] : ['bankCode'].concat(branch === undefined ? [] : ['branchCode']);
  return (
    <ul class="plain">
      {bank !== undefined && (
        <li>
          {bankTitle(bank)}
          {branch === undefined ? `（${bankCode}）` : ` ${branchTitle(bank, branch)}（${bankCode}-${branchCode}）`}
        </li>
      )}
      {BANK_PARTS.filter((part) => parts[part] && named.indexOf(part) < 0).map((part) => (
        <li key={part}>
          {partLabel('bank', part)}：
          {(part === 'kind' && say('screen.bank.' + parts[part])) || parts[part]}
        </li>
      ))}
    </ul>
  );
}
