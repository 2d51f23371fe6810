// A question as residents type it, cut into the words that a catalogue knows.

/**
 * Particles, endings of verbs, verbs that only help another one, and politeness: they stand between words and say nothing of a
 * procedure. Of kanji only where no other stands beside them.
 */
const BETWEEN = new Set(
  ('の を に が は へ で と も や か から まで より って には では とは ても でも など ので のに けど けれど けれども だけ ばかり しか ながら とか なんか なんて という として について において における による によって ' +
    'する した して します したい したら すると すれば され された たい たく ない なく なった なって なる なり なら ' +
    'なければ なきゃ ならない なりません いけない いけません ません ませんか ましょう ましょうか ございます おります おり しまっ しまい ちゃ ちゃっ じゃ じゃっ てる てた とく ' +
    'やる やり やっ できる できます できない できません でき できれ わかる わから わかり わかん わからない しれ しれない しら しらない くれない もらえない いらない おもう おもい おもっ 思う 思い 思っ 考え ' +
    'もらえ もらい もらっ もらう もらいたい いただく いただけ いただき 頂き 頂け 頂く 致し いたし くれ くれる くださり ほしい ほしく 宜しい よろしい よろしく いい よい よく ' +
    'ます ました ません まして です でした でしょう でしょうか だ だった である ある あり いる いた いて います いない んです んですが んですけど のです のですが ん かな かしら かも みたい らしい ' +
    'た て り し っ っと ず れ れた れる られる られた せる せた い く け き み げ ば よう そう こと もの とき ため ほう ところ ください ' +
    'この その あの これ それ あれ ここ そこ どこ いつ なに なん だれ どれ どの どう どんな いくら なぜ 事 物 所 為 御 様 等 用 ' +
    'お ご さん さま ちゃん くん').split(' '),
);

const KANJI = /[々〆\u3400-\u9fff\uf900-\ufaff]/;
const HIRAGANA = /[ぁ-ゖ]/;

/** Longer than any word of a catalogue. */
export const LONGEST = 16;

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
      else if (BETWEEN.has(word) && typed.slice(from, end) === word && helps(text, from, end)) offer(best, end, from, 'between', 0.5);
      else if (word.length === 1) offer(best, end, from, 'unknown', counts(from) ? 3 : 0.7);
    }
  }
  const sentence: Sentence = { words: [], unknown: [], understood: 0 };
  for (let end = text.length; end > 0; ) {
    let { from } = best[end];
    if (best[end].kind === 'word') {
      sentence.words.unshift(text.slice(from, end));
      let meant = 0;
      for (let i = from; i < end; i++) if (counts(i)) meant++;
      // Beside kanji a word in kana counts as the kanji that it stands for, of two or three kana each: なくなった.
      sentence.understood += meant > 0 ? meant : Math.floor((end - from) / 3);
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

/** One kanji says nothing only where it is none of a longer word: 用 of 会社用, not of 用地. */
function helps(text: string, from: number, end: number): boolean {
  return end - from > 1 || !KANJI.test(text[from]) || !KANJI.test(text[end] || '');
}

/** One kanji is a word of its own only where no other stands beside it: 入 of 入りたい, not of 入院. */
function standsAlone(text: string, from: number, end: number): boolean {
  if (end - from > 1) return true;
  return KANJI.test(text[from]) && !KANJI.test(text[from - 1] || '') && !KANJI.test(text[end] || '');
}
