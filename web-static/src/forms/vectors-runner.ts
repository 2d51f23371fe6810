import {
  checkForm, coverage, entered, foldCode, foldEmail, foldForSearch, foldKana, foldPhone, foldPlain,
  foldPostal, foldZengin, inLanguage, mailbox, ofWareki, prefill, readForm, readNumber, readTyped, toWareki, type Form,
  type Json,
} from './index';

/** The foldings by the names that the shared vectors and the fuzz give them. */
export const FOLDINGS: Record<string, (text: string) => unknown> = {
  plain: foldPlain, code: foldCode, postal: foldPostal, phone: foldPhone, email: foldEmail,
  mailbox, number: readNumber, area: (text) => typed(text, '㎡', 1), copies: (text) => typed(text, '通', 0), kana: foldKana, zengin: foldZengin,
};

/** A number with its unit, or why it is none. */
function typed(text: string, unit: string, decimals: number): unknown {
  const { value, wrong } = readTyped(text, unit, decimals);
  return wrong === undefined ? value : wrong;
}

/** What came of running shared vectors. */
export interface VectorsResult { passed: number; failed: string[] }

interface Case {
  name: string;
  answers: Json;
  today?: string;
  claimedFee?: number;
  language?: string;
  errors?: string[];
  messages?: string[];
  fee?: number | null;
  visiblePages?: string[];
  visibleFields?: string[];
  canonical?: Json;
}

interface Vectors {
  name: string;
  form?: Form;
  cases?: Case[];
  definitions?: { name: string; json: unknown; findings: string[] }[];
  prefill?: { name: string; known: Json; today: string; answers: Json }[];
  wareki?: { day: string | null; era: string; year: number; month: number; dayOfMonth: number }[];
  entered?: { name: string; stored: Json; answers: Json }[];
  coverage?: { language: string; translated: number; stale: string[]; orphans: string[] }[];
  foldings?: { kind: string; text: string; folded: unknown }[];
  zengin?: { text: string; folded: string }[];
  kana?: { text: string; folded: string }[];
  search?: { text: string; folded: string }[];
}

/**
 * Runs one file of the vectors that both twins share. Needs nothing but the language, so it runs in
 * any browser as well.
 */
export function runVectors(vectorsJson: unknown): VectorsResult {
  const vectors = vectorsJson as Vectors;
  const result: VectorsResult = { passed: 0, failed: [] };
  const same = (name: string, actual: unknown, expected: unknown): void => {
    if (sorted(actual) === sorted(expected)) result.passed++;
    else {
      const text = `${vectors.name} / ${name}: ${sorted(actual)} instead of ${sorted(expected)}`;
      result.failed.push(text);
    }
  };
  if (vectors.form) {
    const reading = readForm(vectors.form);
    same('definition', reading.valid ? [] : reading.findings, []);
    for (const each of vectors.cases || []) same(each.name, ...caseOf(vectors.form, each));
    for (const each of vectors.prefill || []) {
      same(each.name, prefill(vectors.form, each.known, each.today), each.answers);
    }
    for (const each of vectors.entered || []) {
      same(each.name, entered(vectors.form, each.stored), each.answers);
    }
    for (const each of vectors.coverage || []) {
      const { translated, stale, orphans } = coverage(vectors.form, each.language);
      same(each.language, { ...each, translated, stale, orphans }, each);
    }
  }
  for (const { kind, text, folded } of vectors.foldings || []) {
    same(`${kind} of ${text}`, (FOLDINGS[kind] as (text: string) => unknown)(text), folded);
  }
  for (const each of vectors.zengin || []) same(each.text, foldZengin(each.text), each.folded);
  for (const each of vectors.definitions || []) {
    const reading = readForm(each.json);
    const found = reading.valid ? [] : reading.findings.map((f) => `${f.pointer}:${f.code}`);
    same(each.name, found, each.findings);
  }
  for (const each of vectors.wareki || []) {
    const { day, era, year, month, dayOfMonth } = each;
    const back = { era, year, month, day: dayOfMonth };
    same(`${era}${year}-${month}-${dayOfMonth}`, ofWareki(era, year, month, dayOfMonth), day);
    if (day !== null) same(day, toWareki(day), back);
  }
  for (const each of vectors.kana || []) same(each.text, foldKana(each.text), each.folded);
  for (const each of vectors.search || []) same(each.text, foldForSearch(each.text), each.folded);
  return result;
}

/** What a case gives and what it should give; what a case does not state is not compared. */
function caseOf(form: Form, each: Case): [Json, Json] {
  const asked = each.language === undefined ? form : inLanguage(form, each.language);
  const check = checkForm(asked, each.answers, each.today || '2026-11-23', each.claimedFee);
  const actual: Json = { errors: check.errors.map((error) => `${error.path}:${error.code}`) };
  const expected: Json = { errors: each.errors || [] };
  const state = (name: keyof Case, value: unknown): void => {
    if (each[name] !== undefined) {
      actual[name] = value;
      expected[name] = each[name];
    }
  };
  state('messages', check.errors.map((error) => error.message));
  state('fee', check.fee);
  state('visiblePages', check.visiblePages);
  state('visibleFields', check.visibleFields);
  state('canonical', check.canonical);
  if (each.canonical === undefined && check.errors.length === 0) {
    actual.canonical = check.canonical;
    expected.canonical = each.answers;
  }
  return [actual, expected];
}

/** JSON with sorted keys, so that only the content is compared. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    const copy: Json = {};
    Object.keys(each).sort().forEach((key) => { copy[key] = (each as Json)[key]; });
    return copy;
  });
}
