import type { Case } from '../app/types.ts';
import type { Answers, FieldJson, PageJson } from '../apply/definition.ts';
import { MARK } from '../apply/empty-date.ts';

/** Kinds of question that are answered with a text, so that what is written can stand in the input. */
const TEXTS = ['text', 'date', 'time', 'phone', 'email', 'number', 'amount'];

/** Kinds of question whose parts are texts. */
const PARTED = ['name', 'address', 'bank'];

/** The answers with what was written and did not fit, where it was typed: nobody has to find it anew who puts it right. */
export function withWritten(pages: PageJson[], answers: Answers, lacking: Case['lacking']): Answers {
  const whole = JSON.parse(JSON.stringify(answers)) as Answers;
  const fields = pages.reduce<FieldJson[]>((all, page) => all.concat(page.fields), []);
  lacking.forEach((one) => {
    if (one.written !== undefined) put(whole, fields, one.path.replace(/\[(\d+)\]/g, '.$1').split('.'), one.written);
  });
  return whole;
}

/** A path that leads to something else than a text is left: what is written there is told above the form. */
function put(into: Record<string, unknown>, fields: FieldJson[], path: string[], written: string): void {
  const [id, ...inside] = path;
  const field = fields.filter((one) => one.id === id)[0];
  if (field === undefined || id === undefined) return;
  if (inside.length === 0) {
    if (TEXTS.indexOf(field.type) >= 0 && into[id] === undefined) into[id] = typed(field, written);
  } else if (field.type === 'group' && inside.length > 1) {
    const items = into[id];
    const item: unknown = Array.isArray(items) ? items[Number(inside[0])] : undefined;
    if (item !== undefined) put(item as Record<string, unknown>, field.fields ?? [], inside.slice(1), written);
  } else if (PARTED.indexOf(field.type) >= 0) {
    const parts = { ...(into[id] as Record<string, unknown> | undefined) };
    if (parts[inside[0]!] === undefined) into[id] = { ...parts, [inside[0]!]: written };
  }
}

/** A number that is out of bounds is a number all the same. */
function typed(field: FieldJson, written: string): string | number {
  return (field.type === 'number' || field.type === 'amount') && /^-?\d{1,15}(\.\d{1,3})?$/.test(written) ? Number(written) : written;
}

/** What is written as people read it: a day in its four parts is one text. */
export function written(text: string): string {
  const [era, year, month, day, ...more] = text.split(MARK);
  if (day === undefined || more.length > 0) return text;
  return `${era}${year === '' ? '' : year + '年'}${month === '' ? '' : month + '月'}${day === '' ? '' : day + '日'}`;
}
