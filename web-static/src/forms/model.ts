/**
 * The form language as it stands in JSON. The Java twin is `jp.ishikari.link.forms`; both give the
 * same results, held together by shared vectors and a differential fuzz.
 */

/** A JSON object from outside: nothing is known about its values. */
export type Json = Record<string, unknown>;

/** The closed set of reasons for which an answer is not accepted. */
export type ErrorCode =
  | 'required' | 'type' | 'characters' | 'length' | 'integer' | 'range' | 'option' | 'duplicate'
  | 'date' | 'phone' | 'email' | 'postal' | 'count' | 'hidden' | 'unknown' | 'consent' | 'fee'
  | 'upload';

/** All error codes. */
export const ERROR_CODES: ErrorCode[] = [
  'required', 'type', 'characters', 'length', 'integer', 'range', 'option', 'duplicate',
  'date', 'phone', 'email', 'postal', 'count', 'hidden', 'unknown', 'consent', 'fee', 'upload',
];

/** The closed set of reasons for which a form definition is refused. */
export type FindingCode =
  | 'type' | 'required' | 'unknown' | 'id' | 'duplicate' | 'limit' | 'range' | 'text'
  | 'operator' | 'arity' | 'reference' | 'later' | 'cycle' | 'option' | 'nesting';

/** A condition or computation; its shape is checked by `readForm`. */
export type Expression = unknown;

/** One choice: what is stored and what the resident reads. */
export interface Option { value: string; label: string }

/** The first or last acceptable day: a day, the day of application, or days from it. */
export type DateBound = string | { today: number };

/** The kinds of question. */
export type FieldType =
  | 'text' | 'number' | 'date' | 'select' | 'radio' | 'checkbox' | 'name' | 'address' | 'phone'
  | 'email' | 'consent' | 'file' | 'group' | 'note';

/** One question. What a kind does not use is absent; limits that are absent have the defaults. */
export interface Field {
  id: string;
  type: FieldType;
  label: string;
  help?: string;
  example?: string;
  required?: boolean;
  visibleIf?: Expression;
  messages?: Record<string, string>;
  gif?: string;
  minLength?: number;
  maxLength?: number;
  characters?: 'any' | 'kana' | 'digits' | 'alnum';
  multiline?: boolean;
  min?: number | DateBound;
  max?: number | DateBound;
  options?: Option[];
  kana?: boolean;
  text?: string;
  accept?: string[];
  fields?: Field[];
  itemLabel?: string;
}

/** One page: one thing asked at a time. */
export interface Page { id: string; title: string; visibleIf?: Expression; fields: Field[] }

/** One published version of a form. */
export interface Form { id: string; version: number; title: string; pages: Page[]; fee?: Expression }

/** One reason why answers are not accepted. */
export interface FormError {
  /** Such as `name.familyKana` or `children[0].birth`; the fee is `$fee`. */
  path: string;
  /** The page on which it can be mended, or null. */
  page: string | null;
  code: ErrorCode;
  /** The limits that were missed or the characters allowed; never what was entered. */
  params: Record<string, string | number>;
  /** One Japanese sentence for the resident. */
  message: string;
}

/** What is decided about the answers to a form. */
export interface FormCheck {
  /** Everything that is wrong, in form order. */
  errors: FormError[];
  /** Whole yen; null when the answers do not determine it. */
  fee: number | null;
  visiblePages: string[];
  /** The paths of the fields that are asked, notes included. */
  visibleFields: string[];
  /** The acceptable answers, folded where a field's kind says so. */
  canonical: Json;
}

/** One thing that is wrong with a form definition. */
export interface Finding { pointer: string; code: FindingCode; detail: string }

/** The parts of an address in the order in which they are asked; the building may be left out. */
export const ADDRESS_PARTS = ['postalCode', 'prefecture', 'city', 'town', 'block', 'building'];

/** The parts of a name in the order in which they are asked. */
export function nameParts(field: Field): string[] {
  return field.kana === false
    ? ['family', 'given']
    : ['family', 'given', 'familyKana', 'givenKana'];
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether an object states that property itself; `constructor` and the like are not inherited. */
export function has(object: unknown, name: string): boolean {
  return isObject(object) && Object.prototype.hasOwnProperty.call(object, name)
    && object[name] !== undefined;
}

/** The property that an object itself states, or undefined. */
export function own(object: unknown, name: string): unknown {
  return has(object, name) ? (object as Json)[name] : undefined;
}
