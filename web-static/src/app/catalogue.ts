import { readJson, type Outcome, type Problem } from './api.ts';
import type { Catalogue, SearchIndex } from './search.ts';

const UNREADABLE: Problem = {
  status: 200,
  code: 'unreadable-answer',
  title: '手続の一覧を読み込めませんでした。しばらくしてからもう一度お試しください。',
};

let asked: Promise<Outcome<SearchIndex>> | null = null;

/** The published catalogue, read once per page load and kept. A failure is forgotten so that one can try again. */
export function catalogue(): Promise<Outcome<SearchIndex>> {
  if (asked === null) asked = read();
  return asked;
}

async function read(): Promise<Outcome<SearchIndex>> {
  // How to search comes beside what is searched, after the first page.
  const finding = import('./finding.ts').catch(() => undefined);
  const outcome = await readJson<Catalogue>('/data/catalogue.json');
  const module = await finding;
  if (outcome.ok && module !== undefined) {
    try {
      return { ok: true, value: new module.Finding(outcome.value) };
    } catch {
      // Told below: the file is not what it should be.
    }
  }
  asked = null;
  return outcome.ok ? { ok: false, problem: UNREADABLE } : outcome;
}
