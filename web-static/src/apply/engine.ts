import {
  addSentences,
  checkForm,
  entered,
  ERAS,
  inLanguage,
  ofWareki,
  prefill,
  partLabel,
  pruneHidden,
  screenWords,
  toWareki,
  type Entered,
  type Form,
  type FormCheck,
  type FormError,
  type Json,
  type Params,
} from '../forms/index.ts';
import type { Answers, FieldJson, FormJson, PageJson } from './definition.ts';
import { isEmptyDate } from './empty-date.ts';

/** A mistake as the screens show it; `page` is null for what no page shows. */
export type Mistake = Pick<FormError, 'path' | 'page' | 'message'> & { code: string };

/** Era names, the newest first. */
export const ERA_NAMES: string[] = ERAS.map((era) => era.name).reverse();

/** The era and year of a YYYY-MM-DD, or null when it is no day. */
export function toEra(date: string): { era: string; year: number } | null {
  return toWareki(date);
}

/** 昭和64年1月7日 → 1989-01-07; null when the era does not have that day. */
export const fromEra = ofWareki;

/** The outcome of the whole check. `free` forms have no fee at all; a `fee` of null is not determined yet. */
export interface Checked {
  mistakes: Mistake[];
  free: boolean;
  fee: number | null;
  /** What is sent: no hidden answers, kana and numbers folded. */
  answers: Entered;
  /** The same with what the city hall fills in itself. */
  whole: Answers;
  /** What stands on the screen, wrong or not. */
  typed: Answers;
}

/** Words of the screens that ask a form and names of parts, in the language of the form. */
export interface Words {
  language: string;
  say: (key: string, params?: Params) => string;
  partLabel: (type: string, part: string) => string;
  /** What a file that an answer names is called; undefined where that is not known. */
  fileName?: (fileId: string) => string | undefined;
}

export function wordsIn(language: string): Words {
  return {
    language,
    say: (key, params = {}) => screenWords(language, key, params),
    partLabel: (type, part) => partLabel(language, type, part),
  };
}

/** One form, seen by the screens. The definition was checked when it was published; the server decides everything again. */
export interface FormEngine extends Words {
  /** The title in the language of the form. */
  title: string;
  /** What the button says that sends it, where it says so in this language. */
  submit: string | undefined;
  /** Pages and fields that are asked, given the answers. */
  pages(answers: Answers): PageJson[];
  /** What was computed at a path, such as `total` or `children[0].fee`; null while something is missing. */
  computed(path: string, answers: Answers): number | null;
  /** Members of a group that are asked for one item. */
  members(group: FieldJson, index: number, answers: Answers): FieldJson[];
  checkPage(page: string, answers: Answers, today: string): Mistake[];
  check(answers: Answers, today: string): Checked;
  /** Answers that the city hall gave back, as they are written and sent again. */
  entered(stored: Answers): Entered;
  /** Answers from what the card told, and the same by field id to recognise them later. */
  prefill(values: Json, today: string): { answers: Answers; given: Record<string, unknown> };
}

/** Each language is a file of its own, loaded when somebody reads in it. */
const SENTENCES: Record<string, () => Promise<{ default: Record<string, string> }>> = {
  easy: () => import('../../../functions/lib/forms/src/main/resources/jp/ishikari/link/forms/messages.easy.json'),
  en: () => import('../../../functions/lib/forms/src/main/resources/jp/ishikari/link/forms/messages.en.json'),
};

/** Makes the sentences of a language known, before a form is opened in it. */
export async function loadLanguage(language: string): Promise<void> {
  const load = SENTENCES[language];
  if (load !== undefined) addSentences(language, (await load()).default);
}

export function openForm(published: FormJson, todayOfView: string, language = 'ja'): FormEngine {
  const form: Form = inLanguage(published, language);
  // Every render asks several times about the same answers.
  let last: { answers: Answers; today: string; pruned: Answers; check: FormCheck } | null = null;
  const look = (answers: Answers, today: string) => {
    if (last === null || last.answers !== answers || last.today !== today) {
      const pruned = pruneHidden(form, tidy(form, answers), today);
      const check = checkForm(form, pruned, today);
      last = { answers, today, pruned, check: { ...check, errors: check.errors.map(unconfirmed) } };
    }
    return last;
  };
  const words = wordsIn(language);
  // A mail address that was not entered the same twice is kept with both, which no address can be.
  const unconfirmed = (error: FormError): FormError => {
    const field = error.code === 'characters' ? fieldAt(form, error.path) : undefined;
    return field !== undefined && field.confirm === true
      ? { ...error, message: words.say('confirm', { label: field.label }) }
      : error;
  };
  return {
    ...words,
    title: form.title,
    submit: language === 'ja' || form.submit !== published.submit ? form.submit : undefined,
    computed: (path, answers) => {
      const value = path.split(/[.[\]]+/).reduce<unknown>(
        (inside, name) => (name === '' || inside === undefined ? inside : (inside as Json)[name]),
        look(answers, todayOfView).check.canonical,
      );
      return typeof value === 'number' ? value : null;
    },
    pages: (answers) => {
      const { check } = look(answers, todayOfView);
      return form.pages
        .filter((page) => check.visiblePages.indexOf(page.id) >= 0)
        .map((page) => ({
          ...page,
          fields: page.fields.filter((field) => check.visibleFields.indexOf(field.id) >= 0),
        }));
    },
    members: (group, index, answers) => {
      const { check } = look(answers, todayOfView);
      return (group.fields ?? []).filter(
        (member) => check.visibleFields.indexOf(`${group.id}[${index}].${member.id}`) >= 0,
      );
    },
    checkPage: (page, answers, today) =>
      look(answers, today).check.errors.filter((error) => error.page === page),
    check: (answers, today) => {
      const { check, pruned } = look(answers, today);
      return {
        mistakes: check.errors,
        free: form.fee === undefined,
        fee: check.fee,
        answers: entered(form, check.canonical),
        whole: check.canonical,
        typed: pruned,
      };
    },
    entered: (stored) => entered(form, stored),
    prefill: (values, today) => {
      const given = prefill(form, values, today);
      return { answers: { ...given }, given };
    },
  };
}

/** The field that a path leads to. */
function fieldAt(form: FormJson, path: string): FieldJson | undefined {
  const [id, member] = path.split(/[.[\]]+/).filter((name) => !/^\d+$/.test(name));
  const among = (fields: FieldJson[], name: string | undefined) => fields.filter((one) => one.id === name)[0];
  const field = among(form.pages.reduce<FieldJson[]>((all, page) => all.concat(page.fields), []), id);
  return field === undefined || field.type !== 'group' ? field : among(field.fields ?? [], member);
}

/** How many items of a group the screen shows at least. */
export function leastItems(group: FieldJson): number {
  const min = typeof group.min === 'number' ? group.min : 0;
  return Math.max(min, group.required ? 1 : 0);
}

/** Takes away what is no answer (an era without a date) and adds the empty items that the screen shows. */
function tidy(form: FormJson, answers: Answers): Answers {
  const tidied: Answers = withoutEmptyDates(answers);
  for (const page of form.pages) {
    for (const field of page.fields) {
      if (field.type !== 'group') continue;
      const items = Array.isArray(tidied[field.id]) ? (tidied[field.id] as Answers[]) : [];
      const shown = items.map((item) => withoutEmptyDates(item));
      while (shown.length < leastItems(field)) shown.push({});
      if (shown.length > 0) tidied[field.id] = shown;
    }
  }
  return tidied;
}

function withoutEmptyDates(answers: Answers): Answers {
  const left: Answers = {};
  for (const id of Object.keys(answers)) {
    if (!isEmptyDate(answers[id])) left[id] = answers[id];
  }
  return left;
}
