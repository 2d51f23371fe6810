import { LIMITS } from './limits';
import {
  ADDRESS_PARTS, BANK_PARTS, ERROR_CODES, nameParts,
  type Field, type FieldType, type Finding, type Form,
} from './model';
import { Place, Scope } from './place';
import { ExpressionReader } from './read-expression';
import { readDefault } from './read-default';
import { KindReader, SPECIAL } from './read-kinds';
import { readParts } from './read-parts';

/** What reading a form definition came to. */
export type FormReading = { valid: true; form: Form } | { valid: false; findings: Finding[] };

const COMMON = ['id', 'type', 'label', 'help', 'example', 'required', 'visibleIf', 'messages', 'gif'];
const TYPES = Object.keys(SPECIAL);
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
  private readonly kinds = new KindReader({
    form: this.scope,
    members: (place) => this.fields(place, Scope.over(place.value)),
    expression: (place, item, id, type) => this.expression(place, item, id, type),
  });
  private count = 0;

  read(json: unknown): FormReading {
    const root = new Place('', json, true, this.findings);
    if (!root.isObject()) return { valid: false, findings: this.findings };
    root.only(['id', 'version', 'title', 'submit', 'pages', 'fee', 'rules', 'texts', 'examples']);
    root.child('id').id(true);
    root.child('version').integer(1, 1000000);
    root.child('title').text(LIMITS.label);
    if (root.child('submit').present) root.child('submit').text(LIMITS.label);
    this.pages(root.child('pages'));
    const fee = root.child('fee');
    if (fee.present) new ExpressionReader(this.scope, null).read(fee, 'integer');
    readParts(root, this.scope);
    return this.findings.length === 0
      ? { valid: true, form: json as Form }
      : { valid: false, findings: this.findings };
  }

  private pages(place: Place): void {
    const size = place.elements(1, LIMITS.pages);
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
    place.child('title').text(LIMITS.label);
    const visible = place.child('visibleIf');
    this.scope.while(ownFields, () => {
      if (visible.present) new ExpressionReader(this.scope, null).read(visible, 'boolean');
    });
    this.fields(place.child('fields'), null);
  }

  private fields(place: Place, item: Scope | null): Field[] {
    const size = place.elements(1, LIMITS.fields);
    this.count += size;
    const fields: Field[] = [];
    if (this.count > LIMITS.fields) {
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
    const before = this.findings.length;
    const kind = place.child('type');
    const name = kind.text(LIMITS.id);
    if (name === null) return null;
    if (TYPES.indexOf(name) < 0) return kind.found('type');
    const type = name as FieldType;
    place.only(COMMON.concat(SPECIAL[type]));
    const label = place.child('label');
    const id = place.child('id').id(false);
    if ((type !== 'note' && type !== 'constant') || label.present) label.text(LIMITS.label);
    optionalLines(place.child('help'));
    optionalLines(place.child('example'));
    place.child('required').truth();
    const visible = place.child('visibleIf');
    if (visible.present) this.expression(visible, item, id, 'boolean');
    messages(place.child('messages'));
    this.gif(place.child('gif'), item === null);
    const field: Field = { id: id || '', type, label: '', ...this.kinds.read(type, place, item, id) };
    readDefault(place, before);
    return id === null ? null : field;
  }

  /** Checks an expression of a field, which must not speak of the field itself. */
  private expression(place: Place, item: Scope | null, id: string | null, type: 'integer' | 'boolean'): void {
    (item || this.scope).while(id === null ? [] : [id], () => {
      new ExpressionReader(this.scope, item).read(place, type);
    });
  }

  private gif(place: Place, ofApplicant: boolean): void {
    const gif = place.present ? place.id(false) : null;
    if (gif === null || !ofApplicant) return;
    if (this.gifKeys.has(gif)) place.found('duplicate');
    this.gifKeys.add(gif);
  }
}

function messages(place: Place): void {
  if (!place.present || !place.isObject()) return;
  place.only(MESSAGE_KEYS);
  for (const key of Object.keys(place.value as object).sort()) {
    if (MESSAGE_KEYS.indexOf(key) >= 0) place.child(key).text(LIMITS.label);
  }
}

function optionalLines(place: Place): void {
  if (place.present) place.text(LIMITS.help, true);
}

function messageKeys(): string[] {
  const whole: Field = { id: '', type: 'name', label: '', formerName: true, unwritable: true };
  const parts = nameParts(whole).concat(ADDRESS_PARTS, BANK_PARTS);
  const keys: string[] = [];
  for (const code of ERROR_CODES) {
    keys.push(code);
    parts.forEach((part) => keys.push(`${part}.${code}`));
  }
  return keys;
}
