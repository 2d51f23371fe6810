/** The published form definition as JSON, as far as the screens read it. Meaning and checks are the form engine's. */
export interface FormJson {
  id: string;
  version: number;
  title: string;
  pages: PageJson[];
  fee?: unknown;
}

export interface PageJson {
  id: string;
  title: string;
  visibleIf?: unknown;
  fields: FieldJson[];
}

export type FieldKind =
  | 'text' | 'number' | 'date' | 'select' | 'radio' | 'checkbox' | 'name' | 'address'
  | 'phone' | 'email' | 'consent' | 'file' | 'group' | 'note';

export interface FieldJson {
  id: string;
  type: FieldKind;
  label: string;
  help?: string;
  example?: string;
  required?: boolean;
  visibleIf?: unknown;
  gif?: string;
  /** text */
  maxLength?: number;
  characters?: 'any' | 'kana' | 'digits' | 'alnum';
  multiline?: boolean;
  /** select, radio, checkbox */
  options?: Array<{ value: string; label: string }>;
  /** name: false leaves the readings out */
  kana?: boolean;
  /** consent, note */
  text?: string;
  /** number, checkbox, group */
  min?: unknown;
  max?: unknown;
  /** group */
  fields?: FieldJson[];
  itemLabel?: string;
}

export type Answers = Record<string, unknown>;

/** `children[0].birth` → `f-children-0-birth`: the id of the element that takes the answer. */
export function elementId(path: string): string {
  return 'f-' + path.replace(/[.[\]]+/g, '-').replace(/-+$/, '');
}

/** The top-level field a path belongs to. */
export function rootOf(path: string): string {
  return path.split(/[.[]/)[0]!;
}

export const NAME_PARTS: Array<[part: string, label: string, autocomplete: string]> = [
  ['family', '姓', 'family-name'],
  ['given', '名', 'given-name'],
  ['familyKana', '姓（フリガナ）', 'off'],
  ['givenKana', '名（フリガナ）', 'off'],
];

export const ADDRESS_PARTS: Array<[part: string, label: string, autocomplete: string]> = [
  ['postalCode', '郵便番号', 'postal-code'],
  ['prefecture', '都道府県', 'address-level1'],
  ['city', '市区町村', 'address-level2'],
  ['town', '町名', 'address-line1'],
  ['block', '番地', 'address-line2'],
  ['building', '建物名・部屋番号', 'address-line3'],
];
