import { foldAscii, foldCapitals } from './text';

const FROM_HALF_WIDTH =
  'ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン';
const PLAIN = 'ウカキクケコサシスセソタチツテトハヒフヘホワヰヱヲヽ';
const VOICED = 'ヴガギグゲゴザジズゼゾダヂヅデドバビブベボヷヸヹヺヾ';
const HA = 'ハヒフヘホ';
const PA = 'パピプペポ';

/**
 * Hiragana and half-width katakana to full-width katakana, voicing marks joined to their kana, and
 * the plain space to the full-width one. Folding twice is folding once.
 */
export function foldKana(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const c = katakana(text.charCodeAt(i));
    const joined = folded === '' ? '' : join(folded.charAt(folded.length - 1), c);
    folded = joined === '' ? folded + c : folded.slice(0, -1) + joined;
  }
  return folded;
}

/** Whether a folded text is a reading: katakana, long-vowel mark, middle dot, full-width space. */
export function isKatakana(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const kana = (c >= 0x30a1 && c <= 0x30fe) || (c >= 0x31f0 && c <= 0x31ff)
      || c === 0x3099 || c === 0x309a || c === 0x3000;
    if (!kana) return false;
  }
  return true;
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

/** Whether a folded text holds nothing but what the banks' record can hold. */
export function isZengin(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const fits = (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || c === 0xff66
      || (c >= 0xff71 && c <= 0xff9f) || ' ()-./,｢｣'.indexOf(text.charAt(i)) >= 0;
    if (!fits) return false;
  }
  return true;
}

function sign(c: string): string {
  if ('ー−‐―'.indexOf(c) >= 0) return '-';
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
