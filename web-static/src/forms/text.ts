import { invisible, isSpace } from './folding';

/**
 * What any text may hold. Character classes are our own ranges: the platforms' differ by Unicode
 * version.
 */

/** Whether every character may be kept, see {@link firstRefused}. */
export function clean(text: string, severalLines: boolean): boolean {
  return firstRefused(text, severalLines) < 0;
}

function pairAt(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  return c >= 0xd800 && c <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
}

/**
 * Where the first control character, control of writing direction or half of a surrogate pair
 * stands, or -1. Line breaks and tabs are allowed only in several lines.
 */
export function firstRefused(text: string, severalLines: boolean): number {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0xd800 && c <= 0xdfff) {
      if (!pairAt(text, i)) return i;
      i++;
    } else if (control(c) || direction(c)) {
      if (!severalLines || (c !== 10 && c !== 13 && c !== 9)) return i;
    }
  }
  return -1;
}

function control(c: number): boolean {
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c === 0x2028 || c === 0x2029;
}

/** With one of these a name reads as another one. */
function direction(c: number): boolean {
  return c === 0x061c || c === 0x200e || c === 0x200f || (c >= 0x202a && c <= 0x202e)
    || (c >= 0x2066 && c <= 0x2069);
}

/** The character at a place as a sentence can name it: itself, or U+… when nobody sees it. */
export function named(text: string, at: number): string {
  const c = text.charCodeAt(at);
  const pair = pairAt(text, at);
  const seen = invisible(text, at) === 0 && !control(c) && !isSpace(text.charAt(at))
    && (pair || !(c >= 0xd800 && c <= 0xdfff));
  if (seen) return text.slice(at, at + (pair ? 2 : 1));
  const point = pair ? 0x10000 + ((c - 0xd800) << 10) + (text.charCodeAt(at + 1) - 0xdc00) : c;
  const digits = point.toString(16).toUpperCase();
  return 'U+' + ('0000' + digits).slice(-Math.max(4, digits.length));
}

/** Whether nobody sees anything of it; such a text counts as not entered. */
export function blank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const hidden = invisible(text, i);
    const c = text.charAt(i);
    if (hidden > 0) i += hidden - 1;
    else if (!isSpace(c) && c !== '\n' && c !== '\r') return false;
  }
  return true;
}

/** The length in code points. */
export function lengthOf(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0xd800 && c <= 0xdbff) {
      const next = text.charCodeAt(i + 1);
      if (next >= 0xdc00 && next <= 0xdfff) i++;
    }
    length++;
  }
  return length;
}

function every(text: string, test: (c: number) => boolean): boolean {
  for (let i = 0; i < text.length; i++) {
    if (!test(text.charCodeAt(i))) return false;
  }
  return true;
}

export function digit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function letter(c: number): boolean {
  return (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
}

export function alnumChar(c: number): boolean {
  return digit(c) || letter(c);
}

/** Only 0–9. */
export function isDigits(text: string): boolean {
  return every(text, digit);
}

/** Only 0–9, A–Z, a–z. */
export function isAlnum(text: string): boolean {
  return every(text, alnumChar);
}

/** a–z to A–Z, nothing else: the platforms' own rule differs by Unicode version. */
export function foldCapitals(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** Minutes since midnight of a time written exactly HH:MM, or -1. */
export function minutesOf(text: string): number {
  if (text.length !== 5 || text.charAt(2) !== ':') return -1;
  const digits = text.slice(0, 2) + text.slice(3);
  if (!isDigits(digits)) return -1;
  const hour = Number(digits.slice(0, 2));
  const minute = Number(digits.slice(2));
  return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

/** The time of that many minutes since midnight, HH:MM. */
export function timeOf(minutes: number): string {
  return `${('0' + Math.floor(minutes / 60)).slice(-2)}:${('0' + (minutes % 60)).slice(-2)}`;
}

/** Whether this is base64 as RFC 4648 writes it, with its padding and without line breaks. */
export function isBase64(text: string): boolean {
  let end = text.length;
  if (text.charAt(end - 1) === '=') end -= text.charAt(end - 2) === '=' ? 2 : 1;
  return text.length % 4 === 0 && every(text.slice(0, end), (c) => alnumChar(c) || c === 43 || c === 47);
}

/** Whether this names a language other than Japanese: small letters, perhaps a region. */
export function isLanguage(text: string): boolean {
  const parts = text.split('-');
  const [language, region] = parts;
  const small = (part: string): boolean => part.length >= 2 && part.length <= 8;
  return parts.length <= 2 && small(language as string)
    && every(language as string, (c) => c >= 97 && c <= 122)
    && (region === undefined || (small(region) && isAlnum(region))) && text !== 'ja';
}

/** Whether the key of a text can be repeated in a place: 1 to 200 plain characters. */
export function isTextKey(key: string): boolean {
  return key.length > 0 && key.length <= 200
    && every(key, (c) => alnumChar(c) || c === 46 || c === 45 || c === 95);
}

/** Digits from 0 with single hyphens between them: 11 of a mobile or IP telephone (020, 050 to 090), 10 of any other. */
export function isPhone(text: string): boolean {
  let digits = 0;
  let hyphen = true;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 45 && !hyphen) hyphen = true;
    else if (digit(c)) {
      hyphen = false;
      digits++;
    } else return false;
  }
  const mobile = /^0[256789]0/.test(text.replace(/-/g, ''));
  return !hyphen && text.charAt(0) === '0' && digits === (mobile ? 11 : 10);
}

/** An address that mail can be sent to; dots may stand anywhere before the @ (old carriers). */
export function isEmail(text: string): boolean {
  const at = text.indexOf('@');
  if (at < 1 || at > 64) return false;
  const local = every(
    text.slice(0, at),
    (c) => alnumChar(c) || "!#$%&'*+-/=?^_`{|}~.".indexOf(String.fromCharCode(c)) >= 0,
  );
  if (!local) return false;
  const labels = text.slice(at + 1).split('.');
  for (const label of labels) {
    const sound = label.length > 0 && label.length <= 63 && label.charAt(0) !== '-'
      && label.charAt(label.length - 1) !== '-' && every(label, (c) => alnumChar(c) || c === 45);
    if (!sound) return false;
  }
  return labels.length > 1 && (labels[labels.length - 1] as string).length > 1;
}

/** The id of an upload: 10 to 64 letters, digits, hyphens and low lines. */
export function isUpload(text: string): boolean {
  return text.length >= 10 && text.length <= 64
    && every(text, (c) => alnumChar(c) || c === 45 || c === 95);
}

/** Whether a name from outside can be repeated in a path: 1 to 40 plain characters. */
export function isRepeatable(name: string): boolean {
  return name.length > 0 && name.length <= 40
    && every(name, (c) => alnumChar(c) || c === 95 || c === 45);
}

/** A whole number that every program holds exactly, or null. */
export function wholeNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value + 0 : null;
}
