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
  | 'upload' | 'digits' | 'time' | 'step' | 'pattern' | 'rule' | 'derived' | 'decimals' | 'unit';

/** All error codes. */
export const ERROR_CODES: ErrorCode[] = [
  'required', 'type', 'characters', 'length', 'integer', 'range', 'option', 'duplicate',
  'date', 'phone', 'email', 'postal', 'count', 'hidden', 'unknown', 'consent', 'fee', 'upload',
  'digits', 'time', 'step', 'pattern', 'rule', 'derived', 'decimals', 'unit',
];

/** The closed set of reasons for which a form definition is refused. */
export type FindingCode =
  | 'type' | 'required' | 'unknown' | 'id' | 'duplicate' | 'limit' | 'range' | 'text'
  | 'operator' | 'arity' | 'reference' | 'later' | 'cycle' | 'option' | 'nesting' | 'image' | 'decimal' | 'default';

/** A condition or computation; its shape is checked by `readForm`. */
export type Expression = unknown;

/** One choice: what is stored and what the resident reads. */
export interface Option { value: string; label: string }

/** The first or last acceptable day: a day, the day of application, or days from it. */
export type DateBound = string | { today: number };

/** The kinds of question. */
export type FieldType =
  | 'text' | 'number' | 'amount' | 'yesno' | 'date' | 'time' | 'select' | 'radio' | 'checkbox' | 'name'
  | 'address' | 'phone' | 'email' | 'bank' | 'consent' | 'file' | 'group' | 'constant' | 'computed'
  | 'note';

/** A small picture that travels with the definition: base64 of a PNG or JPEG. */
export interface ImageData { type: string; data: string; alt: string }

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
  /** The number that a text has to be; the list is closed. */
  pattern?: string;
  /** A year or a month alone is a date too. */
  partial?: boolean;
  /** Minutes between acceptable times, counted from the minimum. */
  step?: number;
  /** Asked twice on the screen, stored once. */
  confirm?: boolean;
  /** With the former family name (旧氏). */
  formerName?: boolean;
  /** With a remark on characters that could not be entered (外字). */
  unwritable?: boolean;
  /** Of a constant the value, of a computed field the expression. */
  value?: unknown;
  unit?: string;
  /** How many decimals a number may have; its answer and its limits are texts then. */
  decimals?: number;
  /** What the screen begins with; nobody else fills it in. */
  default?: unknown;
  image?: ImageData;
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

/** A condition between several answers; the error goes to the field `at`. */
export interface Rule { id: string; require: Expression; at: string; message: string }

/** A text in another language and the Japanese that it was made from. */
export interface Translation { text: string; of: string }

/** An application as staff expect the form to decide it. */
export interface Example {
  id: string;
  title: string;
  today: string;
  answers: Json;
  expect: { accepted: boolean; errors?: { path: string; code: string }[]; fee?: number; pages?: string[] };
}

/** One published version of a form. */
export interface Form {
  id: string;
  version: number;
  title: string;
  /** What the button says that sends it. */
  submit?: string;
  pages: Page[];
  fee?: Expression;
  rules?: Rule[];
  texts?: Record<string, Record<string, Translation>>;
  examples?: Example[];
  /** Set by `inLanguage`: the language of the texts and of the sentences for errors. */
  language?: string;
}

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

/** The parts of a bank account. */
export const BANK_PARTS = ['bankCode', 'branchCode', 'kind', 'number', 'holderKana'];

/** 普通, 当座, 貯蓄. */
export const BANK_KINDS = ['1', '2', '4'];

/** The parts that may be left out of an answer that has the others. */
export const OPTIONAL_PARTS = ['building', 'formerFamily', 'formerFamilyKana', 'oneName', 'unwritable'];

/** The parts of a name that whoever has one name only (oneName) leaves out. */
export const GIVEN_PARTS = ['given', 'givenKana'];

/** What `oneName` says of somebody who has one name only. */
export const ONE_NAME = 'true';

/** The parts of a name in the order in which they are asked. */
export function nameParts(field: Field): string[] {
  const parts = ['family', 'given'];
  if (field.kana !== false) parts.push('familyKana', 'givenKana');
  parts.push('oneName');
  if (field.formerName) parts.push('formerFamily');
  if (field.formerName && field.kana !== false) parts.push('formerFamilyKana');
  if (field.unwritable) parts.push('unwritable');
  return parts;
}

/** The parts of an answer in the order in which they are asked; empty when it is one value. */
export function partsOf(field: Field): string[] {
  switch (field.type) {
    case 'name': return nameParts(field);
    case 'address': return field.unwritable ? ADDRESS_PARTS.concat('unwritable') : ADDRESS_PARTS;
    case 'bank': return BANK_PARTS;
    default: return [];
  }
}

/** Whether the city hall fills the field in itself; such a value is never sent. */
export function isDerived(field: Field): boolean {
  return field.type === 'constant' || field.type === 'computed';
}

declare const byHand: unique symbol;

/**
 * Answers as they are sent in, put down to be signed or sent as a correction: what a person answered, without what the city
 * hall fills in itself and refuses from outside. Only `entered` makes them.
 */
export type Entered = Json & { readonly [byHand]: true };

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
