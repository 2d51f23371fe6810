import { parseDay } from './era';
import {
  ADDRESS_PARTS, ERROR_CODES, isObject, type Field, type FieldType, type Finding, type Form, type Option,
} from './model';
import { MOST_FIELDS, Place, Scope } from './place';
import { ExpressionReader } from './read-expression';

/** What reading a form definition came to. */
export type FormReading = { valid: true; form: Form } | { valid: false; findings: Finding[] };

const COMMON = ['id', 'type', 'label', 'help', 'example', 'required', 'visibleIf', 'messages', 'gif'];
const SPECIAL: Record<FieldType, string[]> = {
  text: ['maxLength', 'minLength', 'characters', 'multiline'],
  number: ['min', 'max'],
  date: ['min', 'max'],
  select: ['options'],
  radio: ['options'],
  checkbox: ['options', 'min', 'max'],
  name: ['kana'],
  address: [],
  phone: [],
  email: [],
  consent: ['text'],
  file: ['accept', 'max'],
  group: ['fields', 'min', 'max', 'itemLabel'],
  note: ['text'],
};
const TYPES = Object.keys(SPECIAL);
const FILE_KINDS = ['pdf', 'jpeg', 'png'];
const MESSAGE_KEYS = messageKeys();

/**
 * Reads a definition. Whatever the JSON holds, the answer is a usable form or the list of all that
 * is wrong with it, each with its place.
 */
export function readForm(json: unknown): FormReading {
  return new DefinitionReader().read(json);
}

class DefinitionReader {
  private readonly findings: Finding[] = [];
  private readonly scope = new Scope();
  private readonly pageIds = new Set<string>();
  private readonly gifKeys = new Set<string>();
  private count = 0;

  read(json: unknown): FormReading {
    const root = new Place('', json, true, this.findings);
    if (!root.isObject()) return { valid: false, findings: this.findings };
    root.only(['id', 'version', 'title', 'pages', 'fee']);
    root.child('id').id(true);
    root.child('version').integer(1, 1000000);
    root.child('title').text(200);
    this.pages(root.child('pages'));
    const fee = root.child('fee');
    if (fee.present) new ExpressionReader(this.scope, null).read(fee, 'integer');
    return this.findings.length === 0
      ? { valid: true, form: json as Form }
      : { valid: false, findings: this.findings };
  }

  private pages(place: Place): void {
    const size = place.elements(1, 50);
    const ids: string[][] = [];
    for (let i = 0; i < size; i++) {
      ids.push(this.scope.announce(place.element(i).child('fields').value));
    }
    for (let i = 0; i < size; i++) {
      const page = place.element(i);
      if (page.isObject()) this.page(page, ids[i] || []);
    }
  }

  private page(place: Place, ownFields: string[]): void {
    place.only(['id', 'title', 'visibleIf', 'fields']);
    const id = place.child('id').id(false);
    if (id !== null && this.pageIds.has(id)) place.child('id').found('duplicate');
    if (id !== null) this.pageIds.add(id);
    place.child('title').text(200);
    const visible = place.child('visibleIf');
    this.scope.readingFor(ownFields);
    if (visible.present) new ExpressionReader(this.scope, null).read(visible, 'boolean');
    this.scope.readingFor([]);
    this.fields(place.child('fields'), null);
  }

  private fields(place: Place, item: Scope | null): Field[] {
    const size = place.elements(1, MOST_FIELDS);
    this.count += size;
    const fields: Field[] = [];
    if (this.count > MOST_FIELDS) {
      place.found('limit');
      return fields;
    }
    for (let i = 0; i < size; i++) {
      const element = place.element(i);
      const field = element.isObject() ? this.field(element, item) : null;
      if (field) {
        if (!(item || this.scope).add(field)) element.child('id').found('duplicate');
        fields.push(field);
      }
    }
    return fields;
  }

  private field(place: Place, item: Scope | null): Field | null {
    const kind = place.child('type');
    const name = kind.text(40);
    if (name === null) return null;
    if (TYPES.indexOf(name) < 0) return kind.found('type');
    const type = name as FieldType;
    place.only(COMMON.concat(SPECIAL[type]));
    const label = place.child('label');
    const id = place.child('id').id(false);
    if (type !== 'note' || label.present) label.text(200);
    optionalLines(place.child('help'));
    optionalLines(place.child('example'));
    place.child('required').truth();
    this.visibleIf(place.child('visibleIf'), item, id);
    messages(place.child('messages'));
    this.gif(place.child('gif'), item === null);
    const field: Field = { id: id || '', type, label: '', ...this.ofType(type, place, item, id) };
    return id === null ? null : field;
  }

  private visibleIf(place: Place, item: Scope | null, id: string | null): void {
    if (!place.present) return;
    const own = item || this.scope;
    if (id !== null) own.readingFor([id]);
    new ExpressionReader(this.scope, item).read(place, 'boolean');
    own.readingFor([]);
  }

  private gif(place: Place, ofApplicant: boolean): void {
    const gif = place.present ? place.id(false) : null;
    if (gif === null || !ofApplicant) return;
    if (this.gifKeys.has(gif)) place.found('duplicate');
    this.gifKeys.add(gif);
  }

  /** Checks what is special to a kind and returns what expressions need of it. */
  private ofType(type: FieldType, place: Place, item: Scope | null, id: string | null): Partial<Field> {
    switch (type) {
      case 'text': return text(place);
      case 'number': {
        const min = place.child('min').present ? place.child('min').integer() : null;
        const max = place.child('max').present ? place.child('max').integer() : null;
        if (min !== null && max !== null && min > max) place.child('max').found('range');
        return {};
      }
      case 'date':
        day(place.child('min'));
        day(place.child('max'));
        return {};
      case 'select': case 'radio': return { options: options(place.child('options')) };
      case 'checkbox': {
        const read = options(place.child('options'));
        const min = place.child('min').integerOr(0, 1000, 0);
        const max = place.child('max').integerOr(1, 1000, Math.max(read.length, 1));
        if (min > max) place.child('max').found('range');
        return { options: read };
      }
      case 'name':
        place.child('kana').truth();
        return { kana: place.child('kana').value !== false };
      case 'consent': case 'note':
        place.child('text').text(4000, true);
        return {};
      case 'file':
        accept(place.child('accept'));
        place.child('max').integerOr(1, 20, 1);
        return {};
      case 'group': return { fields: this.group(place, item, id) };
      default: return {};
    }
  }

  private group(place: Place, item: Scope | null, id: string | null): Field[] {
    const members = place.child('fields');
    if (item !== null) {
      members.found('nesting');
      return [];
    }
    this.scope.readingFor(id === null ? [] : [id]);
    const fields = this.fields(members, Scope.over(members.value));
    this.scope.readingFor([]);
    const min = place.child('min').integerOr(0, 100, 0);
    const max = place.child('max').integerOr(1, 100, 20);
    if (min > max) place.child('max').found('range');
    const label = place.child('itemLabel');
    if (label.present) label.text(100);
    return fields;
  }
}

function text(place: Place): Partial<Field> {
  const min = place.child('minLength').integerOr(0, 10000, 0);
  const max = place.child('maxLength').integerOr(1, 10000, 200);
  if (min > max) place.child('maxLength').found('range');
  const kind = place.child('characters');
  const name = kind.present ? kind.text(40) : null;
  if (name !== null && ['any', 'kana', 'digits', 'alnum'].indexOf(name) < 0) kind.found('type');
  place.child('multiline').truth();
  return {};
}

function options(place: Place): Option[] {
  const read: Option[] = [];
  const values = new Set<string>();
  const size = place.elements(1, 1000);
  for (let i = 0; i < size; i++) {
    const option = place.element(i);
    if (option.isObject()) {
      option.only(['value', 'label']);
      const value = option.child('value').text(100);
      option.child('label').text(200);
      if (value !== null && values.has(value)) option.child('value').found('duplicate');
      if (value !== null) values.add(value);
      read.push({ value: value === null ? '' : value, label: '' });
    }
  }
  return read;
}

function accept(place: Place): void {
  if (!place.present) return;
  const size = place.elements(1, FILE_KINDS.length);
  for (let i = 0; i < size; i++) {
    const kind = place.element(i).text(10);
    if (kind !== null && FILE_KINDS.indexOf(kind) < 0) place.element(i).found('type');
  }
}

function day(place: Place): void {
  const { value } = place;
  if (!place.present || value === 'today' || (typeof value === 'string' && parseDay(value))) return;
  if (isObject(value)) {
    place.only(['today']);
    place.child('today').integer(-100000, 100000);
  } else place.found('type');
}

function messages(place: Place): void {
  if (!place.present || !place.isObject()) return;
  place.only(MESSAGE_KEYS);
  for (const key of MESSAGE_KEYS) {
    const message = place.child(key);
    if (message.present) message.text(200);
  }
}

function optionalLines(place: Place): void {
  if (place.present) place.text(2000, true);
}

function messageKeys(): string[] {
  const parts = ['family', 'given', 'familyKana', 'givenKana'].concat(ADDRESS_PARTS);
  const keys: string[] = [];
  for (const code of ERROR_CODES) {
    keys.push(code);
    parts.forEach((part) => keys.push(`${part}.${code}`));
  }
  return keys.sort();
}
