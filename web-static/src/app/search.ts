import { JAPANESE, type Translated } from './language.ts';

/** One procedure as the published catalogue carries it. */
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
  /** Name and summary by language; absent where there is nothing but Japanese. */
  texts?: Translated;
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
  /** Every word, folded, and where it stands: 4 × place in the procedures + {@link Place}. */
  words: Array<[string, number[]]>;
  /** What residents say for words that stand here. */
  synonyms: Array<{ says: string[]; here: string[] }>;
  /** Words that only ask: 手続, 必要, ほしい. */
  asking: string[];
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

/** How a catalogue is searched; fetched together with it. */
export interface SearchIndex {
  readonly catalogue: Catalogue;
  /** Best first. An empty query finds all, in catalogue order. */
  find(query: string): Hit[];
  /** For a query that found nothing: procedures whose names differ by a slip or two of the fingers. */
  similar(query: string, limit: number): CatalogueEntry[];
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

/** Japanese and every language that some procedure can be read in. */
export function languagesIn(catalogue: Catalogue): string[] {
  const languages = [JAPANESE];
  for (const { texts } of catalogue.procedures) {
    for (const language of Object.keys(texts ?? {})) if (languages.indexOf(language) < 0) languages.push(language);
  }
  return languages;
}
