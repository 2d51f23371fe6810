import { foldCode, foldForSearch } from '../forms/index.ts';

/** Code, name and reading of a bank or a branch. */
export type Named = [string, string, string];

/** ゆうちょ銀行, whose books say 記号 and 番号 instead of branch and account. */
export const YUCHO = '9900';

/** What people write behind or instead of the name that the banks' list has. */
const KINDS: Array<[RegExp, string]> = [
  [/信用金庫/g, '信金'],
  [/信用組合/g, '信組'],
  [/労働金庫/g, '労金'],
  [/農業協同組合|じぇいえい|^ja/g, '農協'],
  [/(ぎんこう|銀行|してん|支店|しゅっちょうじょ|出張所|店)$/g, ''],
];

/** Readings of the list have no small kana. */
function spoken(text: string): string {
  return text.replace(/[ぁぃぅぇぉっゃゅょゎ]/g, (small) => String.fromCharCode(small.charCodeAt(0) + 1));
}

function plain(text: string): string {
  let name = foldForSearch(text).replace(/\s/g, '');
  for (const [kind, short] of KINDS) name = name.replace(kind, short);
  return name;
}

/** Exact matches first, then what begins with the text, then what contains it; at most `most`. The code must match whole. */
export function namedLike(all: Named[], typed: string, most: number): Named[] {
  const name = plain(typed);
  const said = spoken(name);
  if (name === '') return [];
  const rank = ([code, written, read]: Named) => {
    const own = plain(written);
    if (own === name) return 0;
    if (own.indexOf(name) === 0 || read.indexOf(said) === 0 || code === name) return 1;
    return own.indexOf(name) > 0 || (said.length > 2 && read.indexOf(said) > 0) ? 2 : 3;
  };
  return [0, 1, 2]
    .reduce<Named[]>((found, wanted) => found.concat(all.filter((one) => rank(one) === wanted)), [])
    .slice(0, most);
}

/** The account behind 記号 and 番号 as other banks name it; null for what is no 記号 or 番号. */
export function accountOf(symbol: string, number: string): { branchCode: string; kind: string; number: string } | null {
  // A book that was issued again says 12340-2.
  const sign = foldCode(symbol).replace(/[^0-9]/g, '').slice(0, 5);
  const count = foldCode(number);
  if (!/^[01][0-9]{3}0$/.test(sign) || !/^[0-9]{1,8}$/.test(count)) return null;
  const branch = sign.slice(1, 3);
  if (sign.charAt(0) === '0') {
    // 振替口座: a current account.
    return count.length > 6 ? null : { branchCode: branch + '9', kind: '2', number: filled(count) };
  }
  // 通常貯金: the last figure is a 1 that only books have.
  return count.length < 2 || count.charAt(count.length - 1) !== '1'
    ? null
    : { branchCode: branch + '8', kind: '1', number: filled(count.slice(0, -1)) };
}

function filled(number: string): string {
  return ('000000' + number).slice(-7);
}
