// A question as residents type it, cut into the words that a catalogue knows.

/** Particles, endings of verbs and politeness: they stand between words and say nothing of a procedure. */
const BETWEEN = new Set(
  ('の を に が は へ で と も や か から まで より って には では とは ても でも など ' +
    'する した して します したい したら すると すれば され された たい たく ない なく なった なって なる なり なら ' +
    'ます ました ません まして です でした でしょう だ だった である ある あり いる いた いて います いない ' +
    'た て り し っ っと ず れ れた れる られる られた せる せた い く け き み げ ば よう そう こと もの とき ため ほう ところ について ください ' +
    'お ご さん さま ちゃん').split(' '),
);

const KANJI = /[々〆\u3400-\u9fff\uf900-\ufaff]/;
const HIRAGANA = /[ぁ-ゖ]/;

/** Longer than any word of a catalogue. */
const LONGEST = 16;

/** What a question is made of. */
export interface Sentence {
  words: string[];
  /** What nobody knows and may mean something. */
  unknown: string[];
  /** How many characters that mean something are in the words. */
  understood: number;
}

interface Cut {
  cost: number;
  from: number;
  kind: 'word' | 'between' | 'unknown';
}

/**
 * The cheapest way through a text: few long words that are known, and as little as possible that is not.
 * Kana beside kanji are endings: only where all is hiragana do they count as what was asked.
 */
export function cut(
  text: string,
  /** The same with katakana where they were typed. */
  typed: string,
  knows: (word: string) => boolean,
  asks: (word: string) => boolean,
): Sentence {
  const mixed = /[^ぁ-ゖー]/.test(typed);
  const counts = (i: number) => !mixed || !HIRAGANA.test(typed[i]);
  const best: Cut[] = [{ cost: 0, from: 0, kind: 'between' }];
  for (let end = 1; end <= text.length; end++) {
    best[end] = { cost: Infinity, from: 0, kind: 'unknown' };
    for (let from = Math.max(0, end - LONGEST); from < end; from++) {
      const word = text.slice(from, end);
      // Of two ways with as many words the one with the longer first word: なくし-た, not なく-した.
      if (knows(word) && standsAlone(text, from, end)) offer(best, end, from, 'word', 1 - word.length / 100);
      else if (asks(word)) offer(best, end, from, 'between', 0.9);
      else if (BETWEEN.has(word) && typed.slice(from, end) === word) offer(best, end, from, 'between', 0.4);
      else if (word.length === 1) offer(best, end, from, 'unknown', counts(from) ? 3 : 0.7);
    }
  }
  const sentence: Sentence = { words: [], unknown: [], understood: 0 };
  for (let end = text.length; end > 0; ) {
    let { from } = best[end];
    if (best[end].kind === 'word') {
      sentence.words.unshift(text.slice(from, end));
      for (let i = from; i < end; i++) if (counts(i)) sentence.understood++;
    }
    if (best[end].kind === 'unknown') {
      while (from > 0 && best[from].kind === 'unknown' && counts(from - 1) === counts(end - 1)) from = best[from].from;
      if (counts(from) || !isEnding(from, end)) sentence.unknown.unshift(text.slice(from, end));
    }
    end = from;
  }
  return sentence;

  /** Some kana after a word: 飼いはじめ. More of them, or at the start, is something that nobody knows. */
  function isEnding(from: number, end: number): boolean {
    return from > 0 && end - from <= 3;
  }
}

function offer(best: Cut[], end: number, from: number, kind: Cut['kind'], cost: number): void {
  const total = best[from].cost + cost;
  if (total < best[end].cost) best[end] = { cost: total, from, kind };
}

/** One kanji is a word of its own only where no other stands beside it: 入 of 入りたい, not of 入院. */
function standsAlone(text: string, from: number, end: number): boolean {
  if (end - from > 1) return true;
  return KANJI.test(text[from]) && !KANJI.test(text[from - 1] || '') && !KANJI.test(text[end] || '');
}
