import { own, type Form, type Json } from './model';
import { ErrorList } from './errors';
import { ValueCheck } from './values';

/**
 * The answers that can be shown ready, by field id: what is known by GIF key goes to the field that
 * asks for it when it is acceptable there; of a name or an address, the acceptable parts go.
 */
export function prefill(form: Form, known: Json, today: string): Json {
  const answers: Json = {};
  for (const page of form.pages) {
    for (const field of page.fields) {
      const value = field.gif === undefined ? undefined : own(known, field.gif);
      if (value === undefined || value === null) continue;
      const spot = { path: field.id, page: page.id, field, part: null, item: null, number: 0 };
      const accepted = new ValueCheck(new ErrorList(form.language || 'ja'), today).check(spot, value);
      if (accepted !== null) answers[field.id] = accepted;
    }
  }
  return answers;
}

/** The GIF keys that a form asks for, in form order; members of groups are not counted. */
export function gifKeys(form: Form): string[] {
  const keys: string[] = [];
  for (const page of form.pages) {
    for (const field of page.fields) {
      if (field.gif !== undefined) keys.push(field.gif);
    }
  }
  return keys;
}
