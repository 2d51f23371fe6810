import { foldAscii, foldPlain, isDash } from './folding';
import { digit, foldCapitals } from './text';

const FROM_HALF_WIDTH =
  'ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン';
const PLAIN = 'ウカキクケコサシスセソタチツテトハヒフヘホワヰヱヲヽ';
const VOICED = 'ヴガギグゲゴザジズゼゾダヂヅデドバビブベボヷヸヹヺヾ';
const HA = 'ハヒフヘホ';
const PA = 'パピプペポ';

/**
 * Hiragana and half-width katakana to full-width katakana, voicing marks joined to their kana, a dash
 * after a kana to the long-vowel mark, every space to the full-width one and none at an end,
 * invisible characters gone. Folding twice is folding once.
 */
export function foldKana(typed: string): string {
  const text = foldPlain(typed);
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const last = folded.charAt(folded.length - 1);
    const drawn = isDash(text.charAt(i)) && folded !== '' && isSyllable(last.charCodeAt(0));
    const c = drawn ? 'ー' : katakana(text.charCodeAt(i));
    const joined = folded === '' ? '' : join(last, c);
    folded = joined === '' ? folded + c : folded.slice(0, -1) + joined;
  }
  return folded;
}

/** What a vowel can be drawn out after. */
function isSyllable(c: number): boolean {
  return (c >= 0x30a1 && c <= 0x30fe && c !== 0x30fb) || (c >= 0x31f0 && c <= 0x31ff)
    || c === 0x3099 || c === 0x309a;
}

/** Whether a folded text is a reading: katakana, long-vowel mark, middle dot, full-width space. */
export function isKatakana(text: string): boolean {
  return firstForeignKana(text) < 0;
}

/** Where the first character stands that is no part of a reading, or -1. */
export function firstForeignKana(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (!isSyllable(c) && c !== 0x30fb && c !== 0x3000) return i;
  }
  return -1;
}

const SMALL = 'ァィゥェォャュョッヮヵヶ';
const LARGE = 'アイウエオヤユヨツワカケ';

/** The holder of a bank account as it stands in the passbook and in the banks' common record. */
export function foldZengin(text: string): string {
  const kana = foldCapitals(foldAscii(foldKana(text)));
  let folded = '';
  for (let i = 0; i < kana.length; i++) {
    const c = kana.charAt(i);
    const small = SMALL.indexOf(c);
    folded += small >= 0 ? halfWidth(LARGE.charAt(small)) : sign(c);
  }
  return folded;
}

/** Where the first character of a folded text stands that the banks' record cannot hold, or -1. */
export function firstForeignZengin(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const fits = digit(c) || (c >= 65 && c <= 90) || c === 0xff66
      || (c >= 0xff71 && c <= 0xff9f) || ' ()-./,｢｣'.indexOf(text.charAt(i)) >= 0;
    if (!fits) return i;
  }
  return -1;
}

function sign(c: string): string {
  if (isDash(c)) return '-';
  if (c === '\u3000') return ' ';
  if (c === '「') return '｢';
  return c === '」' ? '｣' : halfWidth(c);
}

function halfWidth(c: string): string {
  const voiced = VOICED.indexOf(c);
  const pa = PA.indexOf(c);
  const plain = voiced >= 0 ? PLAIN.charAt(voiced) : pa >= 0 ? HA.charAt(pa) : c;
  const index = FROM_HALF_WIDTH.indexOf(plain);
  if (index < 0) return c === '\u3099' ? 'ﾞ' : c === '\u309a' ? 'ﾟ' : c;
  const half = String.fromCharCode(0xff66 + index);
  return voiced >= 0 ? `${half}ﾞ` : pa >= 0 ? `${half}ﾟ` : half;
}

function katakana(c: number): string {
  if ((c >= 0x3041 && c <= 0x3096) || c === 0x309d || c === 0x309e) {
    return String.fromCharCode(c + 0x60);
  }
  if (c >= 0xff66 && c <= 0xff9d) return FROM_HALF_WIDTH.charAt(c - 0xff66);
  if (c === 0xff65) return '・';
  if (c === 0xff9e || c === 0x309b) return '\u3099';
  if (c === 0xff9f || c === 0x309c) return '\u309a';
  return c === 0x20 ? '\u3000' : String.fromCharCode(c);
}

function join(kana: string, mark: string): string {
  if (mark === '\u3099') return VOICED.charAt(PLAIN.indexOf(kana));
  return mark === '\u309a' ? PA.charAt(HA.indexOf(kana)) : '';
}
