/**
 * What any text may hold, and the foldings of fields that are declared numbers. Character classes
 * are our own ranges: the platforms' differ by Unicode version.
 */

const HYPHENS = '-‐‑‒–—―−－ーｰ';
const BLANK = ' \u3000\u00A0\t\n\r';

/** Whether there is no control character and no half of a surrogate pair. */
export function clean(text: string, severalLines: boolean): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0xd800 && c <= 0xdfff) {
      const next = text.charCodeAt(i + 1);
      if (c > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return false;
      i++;
    } else if (c < 0x20 || (c >= 0x7f && c <= 0x9f) || c === 0x2028 || c === 0x2029) {
      if (!severalLines || (c !== 10 && c !== 13 && c !== 9)) return false;
    }
  }
  return true;
}

/** Whether there is nothing but spaces and line breaks; such a text counts as not entered. */
export function blank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (BLANK.indexOf(text.charAt(i)) < 0) return false;
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

function digit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function letter(c: number): boolean {
  return (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
}

function alnumChar(c: number): boolean {
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

function map(text: string, fold: (c: number) => number): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += String.fromCharCode(fold(text.charCodeAt(i)));
  return folded;
}

/** Full-width forms of ASCII (U+FF01–FF5E) to ASCII. */
export function foldAscii(text: string): string {
  return map(text, (c) => (c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c));
}

/** Full-width digits to digits and every dash that keyboards give to a hyphen. */
export function foldPhone(text: string): string {
  return map(foldDashes(text), (c) => (c >= 0xff10 && c <= 0xff19 ? c - 0xfee0 : c));
}

/** Every dash that keyboards give to a hyphen. */
export function foldDashes(text: string): string {
  return map(text, (c) => (HYPHENS.indexOf(String.fromCharCode(c)) >= 0 ? 45 : c));
}

/** a–z to A–Z, nothing else: the platforms' own rule differs by Unicode version. */
export function foldCapitals(text: string): string {
  return map(text, (c) => (c >= 97 && c <= 122 ? c - 32 : c));
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

/** As for telephone numbers, without the postal mark and the hyphen after 3 digits. */
export function foldPostal(text: string): string {
  const folded = foldPhone(text.charAt(0) === '〒' ? text.slice(1) : text);
  return folded.length === 8 && folded.charAt(3) === '-'
    ? folded.slice(0, 3) + folded.slice(4)
    : folded;
}

/** 10 or 11 digits from 0, with single hyphens between them. */
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
  return !hyphen && text.charAt(0) === '0' && (digits === 10 || digits === 11);
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

/** What a person typed into a number field, full-width digits included; null when it is none. */
export function numberFromText(text: string): number | null {
  const folded = foldAscii(text.replace('−', '-')).trim();
  const digits = folded.charAt(0) === '-' ? folded.slice(1) : folded;
  return digits.length > 0 && digits.length <= 16 && isDigits(digits)
    ? wholeNumber(Number(folded))
    : null;
}
