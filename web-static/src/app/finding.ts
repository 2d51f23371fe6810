import { foldForSearch } from '../forms/search.ts';
import { inCharactersOfToday, likeness } from './alike.ts';
import { withoutRadicals } from './radicals.ts';
import { kanaOf, shortened } from './romaji.ts';
import type { Catalogue, CatalogueEntry, Hit, SearchIndex } from './search.ts';
import { cut, LONGEST } from './sentence.ts';
import { NO_SLIP, patternOf, slipsIn } from './slips.ts';

/** What a word is worth in the name or its reading, among other words, in the text, in the name of a category or life event: names count more than other words, those more than text. */
const WORTH = [8, 6, 5, 3];
/** A word is more than a part of one: 印鑑登録証 stands in a text, and only begins 印鑑登録証明書. */
const WHOLE_WORD = 1;
/** A synonym says it a little less well than the word itself. */
const SYNONYM = 0.8;
/** Letters as {@link kanaOf} takes them. */
const LATIN = /^[a-z\u00e0-\u017f'’-]{2,}$/;
/** How much of what was asked must be understood, unless a word of it is. */
const UNDERSTOOD = 0.5;
/** How much of the best hit's words another hit must have. */
const NEAR_THE_BEST = 0.4;

/** What was understood of a query. */
interface Reading {
  parts: Part[];
  /** Characters that mean something, in known words and in others. */
  understood: number;
  unknown: number;
  /** Whether a word that was set apart by spaces is known. */
  oneKnown: boolean;
}

/** One word to look for, and how well each procedure has it, in the order of the catalogue. */
interface Part {
  scores: Float32Array;
  found: boolean;
  /** Rare words tell more than common ones. */
  weight: number;
}

/**
 * An index over the catalogue. A query is cut into the words that the catalogue knows, under any of their names; what stands between
 * them (particles, endings of verbs, words that only ask) is passed over, and procedures are ranked by how much of the rest they have.
 */
export class Finding implements SearchIndex {
  private readonly names: string[];
  private readonly texts: string[];
  private readonly words: Map<string, number[]>;
  private readonly synonyms = new Map<string, string[]>();
  private readonly asking: Set<string>;
  /** Words by what is the same of them however they are written. */
  private alike: Map<string, string[]> | null = null;
  /** Whoever types asks for the same words again with every key. */
  private readonly asked = new Map<string, Part>();

  constructor(readonly catalogue: Catalogue) {
    this.names = catalogue.procedures.map(({ name }) => foldForSearch(name));
    this.texts = catalogue.procedures.map(({ summary }) => foldForSearch(summary));
    this.words = new Map(catalogue.words);
    for (const { says, here } of catalogue.synonyms) {
      for (const word of says) this.synonyms.set(word, (this.synonyms.get(word) || []).concat(here));
    }
    // Tiles have English names where nobody sees them: moving is 引越し・住まい.
    for (const { id, name } of catalogue.categories.concat(catalogue.events)) {
      const called = name.split('・').map(foldForSearch);
      // One name may stand for a category and an event.
      const before = this.synonyms.get(id) || [];
      this.synonyms.set(id, called.reduce((all, one) => all.concat(this.synonyms.get(one) || []), before.concat(called)));
    }
    catalogue.procedures.forEach(({ category, events }, order) => {
      for (const id of new Set(events.concat([category]))) this.words.set(id, (this.words.get(id) || []).concat(order * 4 + 3));
    });
    this.asking = new Set(catalogue.asking);
  }

  find(query: string): Hit[] {
    const words = this.together(this.split(query));
    if (words.length === 0) return this.catalogue.procedures.map((entry) => ({ entry, score: 0 }));
    let read = this.read(words);
    if (read.unknown > 0 && words.length > 1 && !words.some((word) => LATIN.test(word))) {
      // Set apart where no word ends: じゅうみ んひょう.
      const whole = this.read([words.join('')]);
      if (whole.unknown < read.unknown) read = whole;
    }
    const tooLittle = !read.oneKnown && read.understood / (read.understood + read.unknown) < UNDERSTOOD;
    if (read.unknown > 0 && (tooLittle || this.slipped(query).length > 0)) return [];
    return this.ranked(read.parts);
  }

  /** What was typed with spaces inside of a word that the catalogue knows is one word: 児童 手当, 転 居 届. */
  private together(words: string[]): string[] {
    const joined: string[] = [];
    for (let from = 0; from < words.length; ) {
      let to = words.length;
      while (to > from + 1 && !this.knows(foldForSearch(words.slice(from, to).join('')))) to--;
      joined.push(words.slice(from, to).join(''));
      from = to;
    }
    return joined;
  }

  private read(words: string[]): Reading {
    const parts: Part[] = [];
    let understood = 0;
    let unknown = 0;
    let oneKnown = false;
    for (const given of words) {
      // Whoever writes katakana alone means hiragana: half-width forms of banks and old machines.
      const typed = /^[ァ-ヶー]+$/.test(given) ? foldForSearch(given) : given;
      const word = foldForSearch(typed);
      // Set apart by who typed it, among words that the catalogue may not have: パスポート用 戸籍.
      if (words.length > 1 && word.length > 1 && (this.knows(word) || this.knowsHead(word))) oneKnown = true;
      const whole = this.whole(word);
      const known = this.knows(word);
      if (whole.found && !known && !(words.length > 1 && this.asking.has(word))) {
        parts.push(whole);
        understood += word.length;
        continue;
      }
      // Longer than any word inside of a sentence: the reading of a whole name.
      if (known && word.length > LONGEST) {
        parts.push(this.part(word));
        understood += word.length;
        continue;
      }
      const sentence = cut(word, typed, (text) => this.knows(text), (text) => this.asking.has(text));
      sentence.words.forEach((text) => parts.push(this.part(text)));
      understood += sentence.understood;
      for (const text of sentence.unknown) {
        // カード is no word of a catalogue that says マイナンバーカード.
        const inside = text.length >= shortest(text, typed) ? this.whole(text) : undefined;
        if (inside !== undefined && inside.found) {
          parts.push(inside);
          understood += text.length;
        } else unknown += text.length;
      }
    }
    return { parts, understood, unknown, oneKnown };
  }

  /** What is asked for stands last: 親の所得 is about 所得, whosever it is. */
  private knowsHead(word: string): boolean {
    const head = /[^のを]の([^のを]{2,})$/.exec(word);
    return head !== null && this.knows(head[1]);
  }

  similar(query: string, limit: number): CatalogueEntry[] {
    const found = this.slipped(query);
    if (found.length > 0) return found.slice(0, limit);
    // Among others, a word of kanji that was chosen wrongly is still one.
    const words = this.split(query).filter((word) => KANJI.test(word) && !this.knows(foldForSearch(word)));
    return words.reduce((all, word) => all.concat(this.slipped(word).filter((entry) => all.indexOf(entry) < 0)), found).slice(0, limit);
  }

  /** Procedures in whose name, or among whose other words, every word stands with a slip or two; fewest slips first. */
  private slipped(query: string): CatalogueEntry[] {
    const words = this.split(query).map(foldForSearch);
    if (words.length === 0) return [];
    const total = new Float32Array(this.names.length);
    for (const pattern of words.map(patternOf)) {
      const least = new Float32Array(this.names.length).fill(NO_SLIP);
      const note = (order: number, slips: number) => {
        if (slips < least[order]) least[order] = slips;
      };
      this.words.forEach((places, word) => {
        const slips = Math.min(slipsIn(word, pattern), oneKanjiOff(word, pattern.text));
        if (slips < NO_SLIP) for (const at of places) if ((at & 3) < 2) note(at >> 2, slips);
      });
      this.names.forEach((name, order) => note(order, slipsIn(name, pattern)));
      this.synonyms.forEach((_, word) => {
        const slips = slipsIn(word, pattern);
        if (slips < NO_SLIP) this.part(word).scores.forEach((score, order) => score > 0 && note(order, slips));
      });
      least.forEach((slips, order) => (total[order] += slips));
    }
    return this.catalogue.procedures
      .map((entry, order) => ({ entry, slips: total[order] }))
      .filter(({ slips }) => slips < NO_SLIP)
      .sort((a, b) => a.slips - b.slips)
      .map(({ entry }) => entry);
  }

  /** What is typed so far may be the beginning or the middle of a word. */
  private whole(word: string): Part {
    const kana = LATIN.test(word) ? kanaOf(word) : undefined;
    if (kana !== undefined && this.knows(kana)) return this.part(kana);
    return this.once('=' + word, (scores) => {
      this.score(word, false, 1, scores);
      if (scores.some((score) => score > 0)) return;
      if (kana === undefined) this.begun(word, scores);
      if (kana === undefined) this.half(word, scores);
      if (kana === undefined || kana.length < 2) return;
      const short = shortened(kana);
      this.words.forEach((places, other) => {
        if (shortened(other).indexOf(short) >= 0) for (const at of places) if ((at & 3) === 0) scores[at >> 2] = WORTH[0];
      });
    });
  }

  /** The beginning of a word that the catalogue writes otherwise: じゆうみん. */
  private begun(word: string, scores: Float32Array): void {
    // Of English the one and the many: requests where request stands.
    if (/^[a-z]{4,}s$/.test(word)) this.score(word.slice(0, -1), false, 1, scores);
    const same = likeness(word);
    if (same === undefined) return;
    this.alikes().forEach((others, like) => {
      if (like.indexOf(same) === 0) for (const other of others) for (const at of this.words.get(other) || []) scores[at >> 2] = Math.max(scores[at >> 2], WORTH[at & 3]);
    });
  }

  /** A word of which some kanji are written in kana: 印かん is where 印鑑 stands, which is read いんかん. */
  private half(word: string, scores: Float32Array): void {
    if (word.length > 8 || !/^[ぁ-ゖー]*[々\u3400-\u9fff]/.test(word) || !/[ぁ-ゖ]{2}/.test(word)) return;
    const written = new RegExp('^' + word.replace(/[ぁ-ゖー]+/g, '[々\\u3400-\\u9fff]+') + '$');
    const read = new RegExp('^' + word.replace(/[^ぁ-ゖー]+/g, '[ぁ-ゖー]+') + '$');
    const places = (pattern: RegExp) => {
      const found = new Set<number>();
      this.words.forEach((at, other) => pattern.test(other) && at.forEach((one) => found.add(one)));
      return found;
    };
    const alike = places(written);
    if (alike.size === 0) return;
    places(read).forEach((at) => {
      if (alike.has(at) && WORTH[at & 3] > scores[at >> 2]) scores[at >> 2] = WORTH[at & 3];
    });
  }

  /** A word that the catalogue knows, under each of its names; where it is written otherwise, under those of what it is. */
  private part(word: string): Part {
    return this.once(word, (scores) => {
      if (!this.stands(word)) {
        for (const other of this.otherwise(word)) {
          const scored = this.part(other).scores;
          for (let order = 0; order < scored.length; order++) scores[order] = Math.max(scores[order], scored[order]);
        }
        return;
      }
      this.score(word, true, 1, scores);
      for (const name of this.synonyms.get(word) || []) if (name !== word) this.score(name, true, SYNONYM, scores);
    });
  }

  private once(called: string, score: (scores: Float32Array) => void): Part {
    const before = this.asked.get(called);
    if (before !== undefined) return before;
    const scores = new Float32Array(this.names.length);
    score(scores);
    let count = 0;
    for (let i = 0; i < scores.length; i++) if (scores[i] > 0) count++;
    const part = { scores, found: count > 0, weight: Math.log(1 + scores.length / (count || 1)) };
    this.asked.set(called, part);
    return part;
  }

  private score(word: string, known: boolean, share: number, scores: Float32Array): void {
    const note = (order: number, worth: number) => {
      if (worth * share > scores[order]) scores[order] = worth * share;
    };
    const alone = known && standsInTooMany(word);
    if (!alone) {
      this.words.forEach((places, other) => {
        if (other.length > word.length && other.indexOf(word) >= 0) for (const at of places) note(at >> 2, WORTH[at & 3]);
      });
    }
    const exactly = this.words.get(word);
    if (exactly !== undefined) for (const at of exactly) note(at >> 2, WORTH[at & 3] + WHOLE_WORD);
    for (let order = 0; order < this.names.length; order++) {
      const at = this.names[order].indexOf(word);
      if (at === 0) note(order, this.names[order] === word ? 12 : 10);
      else if (at > 0 && !alone) note(order, WORTH[0]);
      // Across words: 健康保険をやめ.
      else if (exactly === undefined && this.texts[order].indexOf(word) >= 0) note(order, WORTH[2]);
    }
  }

  private stands(word: string): boolean {
    return this.synonyms.has(word) || this.words.has(word);
  }

  /** The same word as the catalogue writes it. */
  private otherwise(word: string): string[] {
    const same = likeness(word);
    return same === undefined ? [] : this.alikes().get(same) || [];
  }

  /** Made for the first query that has a word which does not stand as it is. */
  private alikes(): Map<string, string[]> {
    if (this.alike !== null) return this.alike;
    const alike = new Map<string, string[]>();
    const note = (_: unknown, word: string) => {
      const same = likeness(word);
      if (same === undefined) return;
      const others = alike.get(same);
      if (others === undefined) alike.set(same, [word]);
      else if (others.indexOf(word) < 0) others.push(word);
    };
    this.words.forEach(note);
    this.synonyms.forEach(note);
    return (this.alike = alike);
  }

  private knows(word: string): boolean {
    if (!this.asking.has(word)) return this.stands(word) || this.otherwise(word).some((one) => !this.asking.has(one));
    return (this.synonyms.get(word) || []).some((one) => !this.asking.has(one));
  }

  /** As typed, in the width and case of the keys, so that {@link foldForSearch} keeps every place. */
  private split(query: string): string[] {
    const stands = (old: string) => this.names.concat(this.texts).some((text) => text.indexOf(old) >= 0);
    return inCharactersOfToday(withoutRadicals(query).normalize('NFKC').toLowerCase(), stands)
      .replace(/[\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/g, '')
      .split(/[\s、。,・?!「」()]+/)
      .filter((word) => word !== '');
  }

  private ranked(parts: Part[]): Hit[] {
    const hits: Array<Hit & { weight: number }> = [];
    let best = 0;
    this.catalogue.procedures.forEach((entry, order) => {
      let weight = 0;
      let score = 0;
      for (const part of parts) {
        if (part.scores[order] === 0) continue;
        weight += part.weight;
        score += part.weight * part.scores[order];
      }
      if (weight === 0) return;
      best = Math.max(best, weight);
      hits.push({ entry, score, weight });
    });
    return hits.filter(({ weight }) => weight >= best * NEAR_THE_BEST).sort((a, b) => b.score - a.score);
  }
}

const KANJI = /^[々\u3400-\u9fff]{3,}$/;

/** Of three kanji a wrong one of the same sound, as keyboards offer it: 住民表. */
function oneKanjiOff(word: string, typed: string): number {
  if (word.length !== 3 || typed.length !== 3 || !KANJI.test(word) || !KANJI.test(typed)) return NO_SLIP;
  let same = 0;
  for (let i = 0; i < 3; i++) if (word[i] === typed[i]) same++;
  return same === 2 ? 1 : NO_SLIP;
}

/** One character, and two or three kana, stand in too many words to be looked for inside of them. */
function standsInTooMany(word: string): boolean {
  return word.length === 1 || (word.length < 4 && /^[ぁ-んー]+$/.test(word));
}

/** How much of a word that nobody knows may be looked for inside of others: kana come together by chance where kanji do not. */
function shortest(text: string, typed: string): number {
  if (!/^[ぁ-ゖー]+$/.test(text)) return 2;
  return typed.indexOf(text) >= 0 ? 4 : 3;
}
