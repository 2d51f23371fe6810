import { useEffect, useRef, useState } from 'preact/hooks';
import { foldCode } from '../forms/index.ts';
import { afterPress, TextBox } from '../ui/text-box.tsx';
import { accountOf, namedLike, useNames, YUCHO, type Named } from './banks.ts';
import { elementId } from './definition.ts';
import type { Asking } from './asking.ts';

/** More names than these nobody reads: then a longer one is typed. */
const SHOWN = 8;

/**
 * Few people know the code of their bank: it is found by name, then the branch, or for ゆうちょ銀行 the account that stands behind 記号
 * and 番号. Whoever knows the codes types them below.
 */
export function BankFinder(props: {
  path: string;
  asking: Asking;
  given: Record<string, string>;
  set: (part: string, entered: string) => void;
}) {
  const { path, asking, given, set } = props;
  const { say } = asking;
  const banks = useNames('banks');
  const bankCode = foldCode(given.bankCode || '');
  const bank = (banks || []).filter(([code]) => code === bankCode)[0];
  const branches = useNames(bank === undefined ? null : bank[0]);
  const branchCode = foldCode(given.branchCode || '');
  const branch = (branches || []).filter(([code]) => code === branchCode)[0];
  const start = elementId(path + '.findBank');
  const wanted = useRef<string | null>(null);
  // The pressed button is gone; what comes next may be there only once the branches are.
  const go = (part: string) => {
    wanted.current = elementId(part);
    document.getElementById(start)?.focus();
  };
  useEffect(() => {
    const next = wanted.current === null ? null : document.getElementById(wanted.current);
    if (next === null) return;
    wanted.current = null;
    if (document.activeElement === document.body || document.activeElement?.id === start) next.focus();
  });
  // Without the list the codes are typed as before.
  if (banks === undefined) return null;
  return (
    <div class="bank-finder">
      <Finder
        id={start}
        label={say('screen.bank.find')}
        hint={say('screen.bank.find.hint')}
        none={say('screen.bank.find.none')}
        some={(count) => say('screen.bank.found', { count })}
        names={banks}
        pick={(code) => {
          set('bankCode', code);
          set('branchCode', '');
          go(path + (code === YUCHO ? '.symbol' : '.findBranch'));
        }}
      />
      <p role="status" class="hint">
        <span key={bankCode}>
          {bank !== undefined
            ? say('screen.bank.is', { bank: bank[1] })
            : bankCode.length === 4
              ? say('screen.bank.unknown')
              : ''}
        </span>
      </p>
      {bank !== undefined && bank[0] === YUCHO && <Book path={path} say={say} set={set} />}
      {bank !== undefined && bank[0] !== YUCHO && branches !== undefined && (
        <Finder
          id={elementId(path + '.findBranch')}
          label={say('screen.bank.branch')}
          hint={say('screen.bank.branch.hint')}
          none={say('screen.bank.branch.none')}
          some={(count) => say('screen.bank.found', { count })}
          names={branches}
          pick={(code) => {
            set('branchCode', code);
            go(path + '.kind');
          }}
        />
      )}
      {bank !== undefined && branches !== undefined && (
        <p role="status" class="hint">
          <span key={branchCode}>
            {branch !== undefined
              ? say('screen.bank.branch.is', { branch: branch[1] })
              : branchCode.length === 3
                ? say('screen.bank.branch.unknown')
                : ''}
          </span>
        </p>
      )}
    </div>
  );
}

function Finder(props: { id: string; label: string; hint: string; none: string; some: (count: number) => string; names: Named[]; pick: (code: string) => void }) {
  const [typed, setTyped] = useState('');
  const found = namedLike(props.names, typed, SHOWN);
  return (
    <div class="part">
      <label for={props.id}>{props.label}</label>
      <p class="hint" id={props.id + '-hint'}>
        {props.hint}
      </p>
      <TextBox id={props.id} type="text" autocomplete="off" aria-describedby={props.id + '-hint'} value={typed} onText={setTyped} />
      <div role="status">{typed.trim() !== '' && <p class="hint">{found.length === 0 ? props.none : props.some(found.length)}</p>}</div>
      {found.length > 0 && (
        <ul class="bank-found">
          {found.map(([code, name]) => (
            <li key={code}>
              <button
                type="button"
                class="button button-small"
                onClick={() => {
                  setTyped('');
                  props.pick(code);
                }}
              >
                {name}（{code}）
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** 記号 and 番号 as a book of ゆうちょ銀行 says them. */
function Book(props: { path: string; say: Asking['say']; set: (part: string, entered: string) => void }) {
  const { path, say, set } = props;
  const [symbol, setSymbol] = useState('');
  const [number, setNumber] = useState('');
  const [asked, setAsked] = useState(false);
  const account = accountOf(symbol, number);
  const taken = useRef(false);
  // At once: whoever goes on without the button has answered, too.
  const type = (symbol: string, number: string) => {
    const { branchCode, kind, number: own } = accountOf(symbol, number) ?? { branchCode: '', kind: '', number: '' };
    setAsked(false);
    setSymbol(symbol);
    setNumber(number);
    // What was typed below stays until there is something to put in its place.
    if (branchCode === '' && !taken.current) return;
    taken.current = branchCode !== '';
    set('branchCode', branchCode);
    set('kind', kind);
    set('number', own);
  };
  const left = () => afterPress(() => setAsked(symbol !== '' && number !== ''));
  const input = (id: string, label: string, value: string, type: (text: string) => void) => (
    <div class="part" onFocusOut={left}>
      <label for={elementId(id)}>{label}</label>
      <TextBox id={elementId(id)} type="text" inputMode="numeric" autocomplete="off" value={value} fold={foldCode} onText={type} />
    </div>
  );
  return (
    <>
      {input(path + '.symbol', say('screen.bank.symbol'), symbol, (text) => type(text, number))}
      {input(path + '.symbolNumber', say('screen.bank.symbolNumber'), number, (text) => type(symbol, text))}
      <button
        type="button"
        class="button button-small"
        onClick={() => {
          type(symbol, number);
          setAsked(true);
          if (account !== null) document.getElementById(elementId(path + '.holderKana'))?.focus();
        }}
      >
        {say('screen.bank.take')}
      </button>
      <p role="status" class={account === null ? 'mistake' : 'hint'}>
        <span key={String(account === null)}>{asked ? say(account === null ? 'screen.bank.notABook' : 'screen.bank.taken') : ''}</span>
      </p>
    </>
  );
}
