import { readJson, type Outcome, type Problem } from './api.ts';
import { SearchIndex, type Catalogue } from './search.ts';

const UNREADABLE: Problem = {
  status: 200,
  code: 'unreadable-answer',
  title: '手続の一覧を読み込めませんでした。しばらくしてからもう一度お試しください。',
};

let asked: Promise<Outcome<SearchIndex>> | null = null;

/** The published catalogue, read once per page load and kept. A failure is forgotten so that one can try again. */
export function catalogue(): Promise<Outcome<SearchIndex>> {
  if (asked === null) {
    asked = readJson<Catalogue>('/data/catalogue.json').then((outcome) => {
      if (outcome.ok) {
        try {
          return { ok: true as const, value: new SearchIndex(outcome.value) };
        } catch {
          outcome = { ok: false, problem: UNREADABLE };
        }
      }
      asked = null;
      return outcome;
    });
  }
  return asked;
}
