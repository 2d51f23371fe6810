import { readJson, type Outcome } from './api.ts';
import { SearchIndex, type Catalogue } from './search.ts';

let asked: Promise<Outcome<SearchIndex>> | null = null;

/** The published catalogue, read once per page load and kept. A failure is forgotten so that one can try again. */
export function catalogue(): Promise<Outcome<SearchIndex>> {
  if (asked === null) {
    asked = readJson<Catalogue>('/data/catalogue.json').then((outcome) => {
      if (outcome.ok) return { ok: true as const, value: new SearchIndex(outcome.value) };
      asked = null;
      return outcome;
    });
  }
  return asked;
}
