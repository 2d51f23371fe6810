import { foldForSearch } from '../forms/search.ts';

/** One procedure as the published catalogue carries it. Keys are folded on the server (readings, synonyms, words). */
export interface CatalogueEntry {
  id: string;
  name: string;
  kana: string;
  summary: string;
  category: string;
  events: string[];
  divisionId: string;
  level: string;
  fee: boolean;
  online: boolean;
  audience: string;
  /** Name and reading. */
  k1?: string;
  /** Other words for what it is about. */
  k2?: string;
  /** Words of the summary. */
  k3?: string;
}

export interface Named {
  id: string;
  name: string;
}

export interface Catalogue {
  categories: Named[];
  events: Named[];
  divisions: Array<{ divisionId: string; name: string }>;
  procedures: CatalogueEntry[];
}

/** What narrows a search; an empty string means "any". Kept in the address. */
export const FACETS = ['category', 'event', 'online', 'level', 'fee', 'audience', 'division'] as const;
export type Facet = (typeof FACETS)[number];
export type Filters = Record<Facet, string>;

export const NO_FILTERS: Filters = {
  category: '',
  event: '',
  online: '',
  level: '',
  fee: '',
  audience: '',
  division: '',
};

/** Values of a procedure under a facet. */
export function facetValues(entry: CatalogueEntry, facet: Facet): string[] {
  switch (facet) {
    case 'category':
      return [entry.category];
    case 'event':
      return entry.events;
    case 'online':
      return [entry.online ? 'yes' : 'no'];
    case 'level':
      return [entry.level === 'guest' || entry.level === 'account' ? entry.level : 'verified'];
    case 'fee':
      return [entry.fee ? 'yes' : 'no'];
    case 'audience':
      return [entry.audience];
    case 'division':
      return [entry.divisionId];
  }
}

export interface Hit {
  entry: CatalogueEntry;
  score: number;
}

interface Prepared {
  entry: CatalogueEntry;
  name: string;
  keys: [string, string, string];
}

/** An index over the catalogue. Every word of the query must be found; names count more than synonyms, those more than text. */
export class SearchIndex {
  private readonly prepared: Prepared[];

  constructor(readonly catalogue: Catalogue) {
    this.prepared = catalogue.procedures.map((entry) => ({
      entry,
      name: foldForSearch(entry.name),
      keys: [
        foldForSearch([entry.name, entry.kana, entry.k1 ?? ''].join(' ')),
        foldForSearch(entry.k2 ?? ''),
        foldForSearch([entry.summary, entry.k3 ?? ''].join(' ')),
      ],
    }));
  }

  /** Best first. An empty query finds all, in catalogue order. */
  find(query: string): Hit[] {
    const words = split(query);
    if (words.length === 0) return this.prepared.map(({ entry }) => ({ entry, score: 0 }));
    const hits: Hit[] = [];
    this.prepared.forEach((one) => {
      let total = 0;
      for (const word of words) {
        const score = scoreOf(one, word);
        if (score === 0) return;
        total += score;
      }
      hits.push({ entry: one.entry, score: total });
    });
    return hits.sort((a, b) => b.score - a.score);
  }

  /** For a query that found nothing: procedures whose names differ by a slip or two; where there are none, those that share the most pairs of characters. */
  similar(query: string, limit: number): CatalogueEntry[] {
    const words = split(query);
    const patterns = words.map(patternOf);
    const slipped = patterns.length === 0 ? [] : best(this.prepared.map((one) => ({ one, rank: NO_SLIP - slipsOf(one, patterns) })));
    if (slipped.length > 0) return slipped.slice(0, limit).map(({ one }) => one.entry);
    const wanted = pairs(words.join(''));
    const alike = best(
      this.prepared.map((one) => {
        // What the name shares counts twice: 「犬の届出」 is nearer to 犬の登録 than to 転出届.
        const shared = sharedBy(wanted, one.keys[0]) * 2 + sharedBy(wanted, one.keys[1]) + sharedBy(wanted, one.keys[2]);
        return { one, rank: shared * 3 >= wanted.length ? shared : 0 };
      }),
    );
    return alike.slice(0, limit).map(({ one }) => one.entry);
  }
}

interface Ranked {
  one: Prepared;
  /** The more the better; 0 is not meant at all. */
  rank: number;
}

function best(all: Ranked[]): Ranked[] {
  return all.filter(({ rank }) => rank > 0).sort((a, b) => b.rank - a.rank);
}

function sharedBy(wanted: string[], key: string): number {
  return wanted.filter((pair) => key.indexOf(pair) >= 0).length;
}

/** More slips than any word may have. */
const NO_SLIP = 99;

/** A word and how many characters of it may be wrong, missing or too many; bit n of a mask stands for its n-th character. */
interface Pattern {
  length: number;
  slips: number;
  masks: Map<string, number>;
  /** One more than slips are allowed: where the word stands with slips, one of its pieces stands without. */
  pieces: string[];
}

/** Short words are taken at their letter: among three characters a wrong one makes another word. */
function patternOf(word: string): Pattern {
  const masks = new Map<string, number>();
  const text = word.slice(0, 30);
  for (let i = 0; i < text.length; i++) masks.set(text[i], (masks.get(text[i]) || 0) | (1 << i));
  const slips = text.length < 4 ? 0 : text.length < 7 ? 1 : 2;
  const pieces: string[] = [];
  for (let d = 0; d <= slips; d++) {
    pieces.push(text.slice(Math.floor((d * text.length) / (slips + 1)), Math.floor(((d + 1) * text.length) / (slips + 1))));
  }
  return { length: text.length, slips, masks, pieces };
}

/** The fewest slips with which every word stands in the name or among the other words; {@link NO_SLIP} when one does not. */
function slipsOf(one: Prepared, patterns: Pattern[]): number {
  let total = 0;
  for (const pattern of patterns) {
    const least = Math.min(slipsIn(one.keys[0], pattern), slipsIn(one.keys[1], pattern));
    if (least === NO_SLIP) return NO_SLIP;
    total += least;
  }
  return total;
}

/** Approximate matching with bit vectors (Wu and Manber, 1992): row d holds the prefixes that end here with d slips. */
function slipsIn(text: string, pattern: Pattern): number {
  if (pattern.pieces.every((piece) => text.indexOf(piece) < 0)) return NO_SLIP;
  const last = 1 << (pattern.length - 1);
  const rows = [0];
  for (let d = 1; d <= pattern.slips; d++) rows.push((1 << d) - 1);
  let best = NO_SLIP;
  for (let i = 0; i < text.length; i++) {
    const mask = pattern.masks.get(text[i]) || 0;
    let before = rows[0];
    rows[0] = ((before << 1) | 1) & mask;
    for (let d = 1; d <= pattern.slips; d++) {
      const own = rows[d];
      rows[d] = (((own << 1) | 1) & mask) | before | (before << 1) | (rows[d - 1] << 1) | 1;
      before = own;
    }
    for (let d = 0; d <= pattern.slips && d < best; d++) if (rows[d] & last) best = d;
  }
  return best;
}

function scoreOf(one: Prepared, word: string): number {
  if (one.name === word) return 12;
  if (one.name.indexOf(word) === 0) return 10;
  if (one.keys[0].indexOf(word) >= 0) return 8;
  if (one.keys[1].indexOf(word) >= 0) return 5;
  if (one.keys[2].indexOf(word) >= 0) return 2;
  return 0;
}

/** Hits that pass all filters, or all but one facet (to count what choosing another value there would give). */
export function narrow(hits: Hit[], filters: Filters, except?: Facet): Hit[] {
  return hits.filter(({ entry }) =>
    FACETS.every(
      (facet) =>
        facet === except ||
        filters[facet] === '' ||
        facetValues(entry, facet).indexOf(filters[facet]) >= 0,
    ),
  );
}

/** How many hits each value of a facet would give. */
export function countBy(hits: Hit[], filters: Filters, facet: Facet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { entry } of narrow(hits, filters, facet)) {
    for (const value of facetValues(entry, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function split(query: string): string[] {
  return foldForSearch(query)
    .split(/[\s、。,・]+/)
    .filter((word) => word !== '');
}

function pairs(text: string): string[] {
  const found: string[] = [];
  for (let i = 0; i + 2 <= text.length; i++) found.push(text.slice(i, i + 2));
  return found;
}
