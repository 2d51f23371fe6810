import { own, plusDays } from '../forms/index.ts';
import type { Answers, FieldJson, PageJson } from './definition.ts';
import { leastItems } from './engine.ts';

/** Answers that are being given, and the questions that were begun with something. */
export interface Begun {
  answers: Answers;
  /** Ids of questions; absent where it is not known, as of a draft that was kept elsewhere. */
  begun?: string[];
  touched: boolean;
}

/** What stands in a question that is shown for the first time; undefined when nothing does. */
export function firstAnswer(field: FieldJson, today: string): unknown {
  return field.type === 'group' ? leastOf(field, today) : beginning(field, today);
}

/** What a question is begun with on the day on which it is asked. */
function beginning(field: FieldJson, today: string): unknown {
  const first = field.default;
  if (field.type !== 'date' || first === undefined) return first;
  if (first === 'today') return today;
  return typeof first === 'string' ? first : plusDays(today, (first as { today: number }).today);
}

/** A new item of a repeated group, with what its questions are begun with. */
export function newItem(group: FieldJson, today: string): Answers {
  const item: Answers = {};
  for (const member of group.fields ?? []) {
    const first = beginning(member, today);
    if (first !== undefined) item[member.id] = first;
  }
  return item;
}

/**
 * Puts into the questions of a page, when they are shown for the first time and nothing stands there, what they are begun
 * with; true when something was put. What was taken out once stays out.
 *
 * @param all every page that is asked: of a draft that was kept, those with an answer were seen before
 */
export function begin(held: Begun, page: PageJson, all: PageJson[], today: string): boolean {
  if (held.begun === undefined) {
    const seen = held.touched ? all.filter(({ fields }) => fields.some(({ id }) => own(held.answers, id) !== undefined)) : [];
    held.begun = seen.reduce<string[]>((ids, { fields }) => ids.concat(fields.map(({ id }) => id)), []);
  }
  let put = false;
  for (const field of page.fields) {
    const first = firstAnswer(field, today);
    if (first === undefined || held.begun.indexOf(field.id) >= 0) continue;
    held.begun = held.begun.concat(field.id);
    if (own(held.answers, field.id) !== undefined) continue;
    held.answers = { ...held.answers, [field.id]: first };
    put = true;
  }
  return put;
}

/** The items that the screen shows from the start, where their questions are begun with something. */
function leastOf(group: FieldJson, today: string): Answers[] | undefined {
  const item = newItem(group, today);
  const items: Answers[] = [];
  if (Object.keys(item).length === 0) return undefined;
  while (items.length < leastItems(group)) items.push({ ...item });
  return items.length > 0 ? items : undefined;
}
