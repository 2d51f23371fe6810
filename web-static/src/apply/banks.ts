import { useEffect, useState } from 'preact/hooks';
import { readJson } from '../app/api.ts';
import { kanaOf, shortened } from '../app/romaji.ts';
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
  if (name === '') return [];
  const latin = /^[a-z'-]{2,}$/.test(name) ? kanaOf(name) : undefined;
  const said = spoken(latin ?? name);
  const short = shortened(said);
  // 道銀 for 北海道銀行: kanji of the whole name, in their order.
  const kanji = /^[一-龠々]{2,4}$/.test(foldForSearch(typed)) ? foldForSearch(typed) : '';
  const rank = ([code, written, read]: Named) => {
    const own = plain(written);
    if (own === name) return 0;
    if (own.indexOf(name) === 0 || read.indexOf(said) === 0 || code === name) return 1;
    // Latin letters often leave out the second half of a long vowel: hokuyo.
    if (latin !== undefined && shortened(read).indexOf(short) === 0) return 1;
    if (own.indexOf(name) > 0 || (said.length > 2 && read.indexOf(said) > 0)) return 2;
    return kanji !== '' && standInOrder(kanji, bankTitle([code, written, read])) ? 3 : 4;
  };
  return [0, 1, 2, 3]
    .reduce<Named[]>((found, wanted) => found.concat(all.filter((one) => rank(one) === wanted)), [])
    .slice(0, most);
}

function standInOrder(characters: string, text: string): boolean {
  let at = -1;
  return characters.split('').every((one) => (at = text.indexOf(one, at + 1)) >= 0);
}

/** Kinds that the list shortens at the end of a name. */
const WHOLE: Array<[RegExp, string]> = [
  [/信金$/, '信用金庫'],
  [/信組$/, '信用組合'],
  [/労金$/, '労働金庫'],
  [/農協$/, '農業協同組合'],
];

/** A bank as it calls itself: the list has banks without 銀行. */
export function bankTitle([code, name]: Named): string {
  if (code < '1000' || code === YUCHO) return name + '銀行';
  return WHOLE.reduce((title, [short, whole]) => title.replace(short, whole), name);
}

/** A branch of a bank. Of cooperatives the list does not tell whether 支店 or 支所. */
export function branchTitle(bank: Named, [, name]: Named): string {
  if (/(店|営業部|出張所|[本支役]所|本部)$/.test(name)) return name;
  if (bank[0] === YUCHO) return name + '店';
  return bank[0] < '1000' || /(信金|信組|労金)$/.test(bank[1]) ? name + '支店' : name;
}

/** The banks, or the branches of one; undefined while they are not there. */
export function useNames(file: string | null): Named[] | undefined {
  const [names, setNames] = useState<{ file: string; all: Named[] } | undefined>(undefined);
  useEffect(() => {
    if (file === null) return;
    let current = true;
    void readJson<Named[]>(`/banks/${file}.json`).then((read) => {
      if (current && read.ok) setNames({ file, all: read.value });
    });
    return () => {
      current = false;
    };
  }, [file]);
  return names !== undefined && names.file === file ? names.all : undefined;
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
