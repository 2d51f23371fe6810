// Words typed in Latin letters, as a keyboard without an input method or a visitor from abroad types them.

const ROWS: Array<[string, string]> = [
  ['', 'あいうえお'], ['k', 'かきくけこ'], ['g', 'がぎぐげご'], ['s', 'さしすせそ'], ['z', 'ざじずぜぞ'], ['t', 'たちつてと'],
  ['d', 'だぢづでど'], ['n', 'なにぬねの'], ['h', 'はひふへほ'], ['b', 'ばびぶべぼ'], ['p', 'ぱぴぷぺぽ'], ['m', 'まみむめも'],
  ['y', 'や_ゆ_よ'], ['r', 'らりるれろ'], ['w', 'わ___を'],
];
/** Spellings of what is written with a small や, ゆ or よ; and of syllables that Hepburn spells its own way. */
const GLIDES: Array<[string, string]> = [
  ['ky', 'き'], ['gy', 'ぎ'], ['sh', 'し'], ['sy', 'し'], ['j', 'じ'], ['jy', 'じ'], ['zy', 'じ'], ['ch', 'ち'], ['ty', 'ち'], ['cy', 'ち'],
  ['ny', 'に'], ['hy', 'ひ'], ['by', 'び'], ['py', 'ぴ'], ['my', 'み'], ['ry', 'り'],
];
const VOWELS = 'aiueo';

function syllables(): Map<string, string> {
  const map = new Map<string, string>([['shi', 'し'], ['chi', 'ち'], ['tsu', 'つ'], ['fu', 'ふ'], ['ji', 'じ']]);
  for (const [consonant, row] of ROWS) {
    for (let i = 0; i < 5; i++) if (row[i] !== '_') map.set(consonant + VOWELS[i], row[i]);
  }
  for (const [consonant, kana] of GLIDES) {
    map.set(consonant + 'a', kana + 'ゃ');
    map.set(consonant + 'u', kana + 'ゅ');
    map.set(consonant + 'o', kana + 'ょ');
  }
  return map;
}

let known: Map<string, string> | undefined;

/** The hiragana of a word in Latin letters; undefined for what is no romaji. */
export function kanaOf(latin: string): string | undefined {
  known = known || syllables();
  const text = latin.normalize('NFD').replace(/[\u0300-\u036f'’-]/g, '');
  let kana = '';
  let i = 0;
  while (i < text.length) {
    const c = text[i];
    if (c === text[i + 1] && VOWELS.indexOf(c) < 0 && c !== 'n') {
      kana += 'っ';
      i++;
      continue;
    }
    let taken = 0;
    for (let length = 3; length > 0 && taken === 0; length--) {
      const syllable = known.get(text.slice(i, i + length));
      if (syllable !== undefined) {
        kana += syllable;
        taken = length;
      }
    }
    // As a Japanese keyboard wants it: tennkyo. In tennyuu the second n begins the next syllable.
    if (c === 'n' && /^n[^aiueoyn]/.test(text.slice(i + 1))) i++;
    if (taken === 0 && (c === 'n' || (c === 'm' && /[bpm]/.test(text[i + 1] || '')))) {
      kana += 'ん';
      taken = 1;
    }
    if (taken === 0) return undefined;
    i += taken;
  }
  return kana;
}

/** Without the second half of long vowels, which romaji often leaves out: じゅうみんひょう is juminhyo to most. */
export function shortened(kana: string): string {
  return kana.replace(/ー/g, '').replace(/([おこごそぞとどのほぼぽもよょろ])[うお]/g, '$1').replace(/([うくぐすずつづぬふぶぷむゆゅる])う/g, '$1');
}
