import { isRead, type Answers, type FieldJson, type PageJson } from '../apply/definition.ts';
import { foldPlain, own } from '../forms/index.ts';

/** A question that a correction was asked for, or that is answered otherwise since. */
export interface Compared {
  field: FieldJson;
  before: unknown;
  after: unknown;
  asked: boolean;
  changed: boolean;
  /** Nobody sees what changed: invisible characters, or spaces of another kind. */
  unseen: boolean;
}

/** The question that a path leads to: `children[1].name` is asked by `children`. */
export function questionOf(path: string): string {
  return path.split(/[.[]/)[0]!;
}

/** What a correction changed, in the order of the form; what it was asked for stands in it changed or not. */
export function compared(pages: PageJson[], before: Answers, after: Answers, asked: string[]): Compared[] {
  const wanted = asked.map(questionOf);
  return pages
    .reduce<FieldJson[]>((all, page) => all.concat(page.fields.filter(isRead)), [])
    .map((field) => {
      const was = own(before, field.id);
      const is = own(after, field.id);
      const changed = canonical(was) !== canonical(is);
      const unseen = changed && canonical(was, foldPlain) === canonical(is, foldPlain);
      return { field, before: was, after: is, asked: wanted.indexOf(field.id) >= 0, changed, unseen };
    })
    .filter((one) => one.asked || one.changed);
}

/** The same for the same answer, in whatever order its parts come. */
function canonical(value: unknown, fold = (text: string) => text): string {
  if (typeof value === 'string') return JSON.stringify(fold(value));
  if (Array.isArray(value)) return '[' + value.map((one) => canonical(one, fold)).join(',') + ']';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'none';
  const parts = value as Record<string, unknown>;
  return '{' + Object.keys(parts).sort().map((key) => JSON.stringify(key) + ':' + canonical(parts[key], fold)).join(',') + '}';
}
