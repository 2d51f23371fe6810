/**
 * What people paste into fields that are declared a number, an amount, a postal code, a telephone
 * number, an account number, a reading, an e-mail address or a code, brought into one shape. Twin of
 * `Folding.java`; the vectors and the fuzz hold the two together. Names and free text never pass
 * through here.
 */

const SPACES =
  '\t \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000';
/** Every dash and minus, and the long-vowel marks that Japanese keyboards give instead. */
const DASHES =
  '-\u02D7\u058A\u05BE\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207B\u208B\u2212\u2500\u2501'
  + '\u2E3A\u2E3B\uFE31\uFE32\uFE58\uFE63\uFF0D\u30FC\uFF70';
const POSTAL_MARKS = '\u3012\u3020\u3036';
const PHONE_SEPARATORS = ' ()[].\u3014\u3015\u300C\u300D';

/** Characters that nobody sees, first and last of each range. */
const INVISIBLE = [
  0x00ad, 0x00ad, 0x034f, 0x034f, 0x061c, 0x061c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180f,
  0x200b, 0x200f, 0x202a, 0x202e, 0x2060, 0x206f, 0x2800, 0x2800, 0x3164, 0x3164, 0xfe00, 0xfe0f,
  0xfeff, 0xfeff, 0xffa0, 0xffa0, 0xfff9, 0xfffb,
];

export function isSpace(c: string): boolean {
  return SPACES.indexOf(c) >= 0;
}

export function isDash(c: string): boolean {
  return DASHES.indexOf(c) >= 0;
}

/**
 * How many units of the text at that place are a character that nobody sees: 1 or 2, or 0 when
 * something is seen. Format characters, variation selectors, fillers and blank patterns.
 */
export function invisible(text: string, at: number): number {
  const c = text.charCodeAt(at);
  if (c >= 0xd800 && c <= 0xdbff) {
    const low = text.charCodeAt(at + 1);
    if (!(low >= 0xdc00 && low <= 0xdfff)) return 0;
    const point = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    return (point >= 0xe0000 && point <= 0xe0fff) || (point >= 0x1d173 && point <= 0x1d17a) ? 2 : 0;
  }
  for (let i = 0; i < INVISIBLE.length; i += 2) {
    if (c >= (INVISIBLE[i] as number) && c <= (INVISIBLE[i + 1] as number)) return 1;
  }
  return 0;
}

/** Without invisible characters; every space is the plain one, and none stands at an end. */
export function foldPlain(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const hidden = invisible(text, i);
    const c = text.charAt(i);
    if (hidden > 0) i += hidden - 1;
    else folded += isSpace(c) ? ' ' : c;
  }
  let from = 0;
  let to = folded.length;
  while (from < to && folded.charAt(from) === ' ') from++;
  while (to > from && folded.charAt(to - 1) === ' ') to--;
  return folded.slice(from, to);
}

function map(text: string, fold: (c: string) => string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += fold(text.charAt(i));
  return folded;
}

/** Full-width forms of ASCII (U+FF01–FF5E) to ASCII. */
export function foldAscii(text: string): string {
  return map(text, (c) => (c >= '\uff01' && c <= '\uff5e' ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : c));
}

function foldDashes(text: string): string {
  return map(text, (c) => (isDash(c) ? '-' : c));
}

/** The same without any space, full-width forms of ASCII as ASCII, every dash a hyphen. */
export function compact(text: string): string {
  return foldDashes(foldAscii(foldPlain(text))).split(' ').join('');
}

/** Digits or letters and digits, without the hyphens that stand between them. */
export function foldCode(text: string): string {
  return compact(text).split('-').join('');
}

/** A postal code without its mark and without the hyphen after 3 digits. */
export function foldPostal(text: string): string {
  let folded = compact(text);
  if (folded !== '' && POSTAL_MARKS.indexOf(folded.charAt(0)) >= 0) folded = folded.slice(1);
  return folded.length === 8 && folded.charAt(3) === '-'
    ? folded.slice(0, 3) + folded.slice(4)
    : folded;
}

/**
 * A telephone number as it is dialled in Japan: one hyphen where there was a dash, a bracket, a dot
 * or a space, and 0 for +81.
 */
export function foldPhone(text: string): string {
  const plain = foldDashes(foldAscii(foldPlain(text)));
  let number = '';
  for (let i = 0; i < plain.length; i++) {
    const c = plain.charAt(i);
    if (c !== '-' && PHONE_SEPARATORS.indexOf(c) < 0) number += c;
    else if (number !== '' && number.charAt(number.length - 1) !== '-') number += '-';
  }
  if (number.charAt(number.length - 1) === '-') number = number.slice(0, -1);
  if (number.slice(0, 3) !== '+81') return number;
  let domestic = number.slice(3);
  if (domestic.charAt(0) === '-') domestic = domestic.slice(1);
  if (domestic.charAt(0) === '0') domestic = domestic.slice(domestic.charAt(1) === '-' ? 2 : 1);
  return '0' + domestic;
}

/** An e-mail address; the full stop of Japanese keyboards is a dot. */
export function foldEmail(text: string): string {
  return map(compact(text), (c) => (c === '\u3002' || c === '\uff61' ? '.' : c));
}

/** Where mail to an address ends up, for comparing: capitals and what follows a + are the same mailbox. */
export function mailbox(address: string): string {
  const one = address.toLowerCase();
  const at = one.lastIndexOf('@');
  const tag = one.indexOf('+');
  return tag > 0 && tag < at ? one.slice(0, tag) + one.slice(at) : one;
}
