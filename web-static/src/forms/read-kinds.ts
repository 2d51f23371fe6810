import { compareDecimals, decimalsIn, isDecimal, MAX_DECIMAL, MIN_DECIMAL } from './decimals';
import { parseDay } from './era';
import { LIMITS } from './limits';
import { isObject, type Field, type FieldType, type Option } from './model';
import { PATTERNS } from './patterns';
import type { Place, Scope } from './place';
import { isBase64, minutesOf, wholeNumber } from './text';

/** The properties that each kind has beyond the common ones. */
export const SPECIAL: Record<FieldType, string[]> = {
  text: ['maxLength', 'minLength', 'characters', 'multiline', 'pattern', 'default'],
  number: ['min', 'max', 'unit', 'decimals', 'default'],
  amount: ['min', 'max', 'default'],
  yesno: ['default'],
  date: ['min', 'max', 'partial', 'default'],
  time: ['min', 'max', 'step'],
  select: ['options', 'default'],
  radio: ['options', 'default'],
  checkbox: ['options', 'min', 'max', 'default'],
  name: ['kana', 'formerName', 'unwritable'],
  address: ['unwritable'],
  phone: [],
  email: ['confirm'],
  bank: [],
  consent: ['text'],
  file: ['accept', 'max'],
  group: ['fields', 'min', 'max', 'itemLabel'],
  constant: ['value'],
  computed: ['value', 'unit'],
  note: ['text', 'image'],
};
/** Every kind of file that a question may take. */
export const FILE_KINDS = ['pdf', 'jpeg', 'png'];

/** What reading a kind needs of the reader of fields. */
export interface Surroundings {
  form: Scope;
  /** The members of a group. */
  members(place: Place): Field[];
  expression(place: Place, item: Scope | null, id: string | null, type: 'integer' | 'boolean'): void;
}

/** Checks what is special to a kind and returns what expressions need of it. */
export class KindReader {
  private imageData = 0;

  constructor(private readonly around: Surroundings) {}

  read(type: FieldType, place: Place, item: Scope | null, id: string | null): Partial<Field> {
    switch (type) {
      case 'text': return text(place);
      case 'number': return number(place);
      case 'amount': return bounds(place, 0);
      case 'date':
        if (alwaysAfter(day(place.child('min')), day(place.child('max')))) place.child('max').found('range');
        place.child('partial').truth();
        return { partial: place.child('partial').value === true };
      case 'time': return time(place);
      case 'select': case 'radio': return { options: options(place.child('options')) };
      case 'checkbox': {
        const read = options(place.child('options'));
        const min = place.child('min').integerOr(0, LIMITS.options, 0);
        const max = place.child('max').integerOr(1, LIMITS.options, Math.max(read.length, 1));
        if (min > max) place.child('max').found('range');
        return { options: read };
      }
      case 'name':
        place.child('kana').truth();
        place.child('formerName').truth();
        place.child('unwritable').truth();
        return {
          kana: place.child('kana').value !== false,
          formerName: place.child('formerName').value === true,
          unwritable: place.child('unwritable').value === true,
        };
      case 'address':
        place.child('unwritable').truth();
        return { unwritable: place.child('unwritable').value === true };
      case 'email':
        place.child('confirm').truth();
        return {};
      case 'consent':
        place.child('text').text(LIMITS.text, true);
        return {};
      case 'note':
        place.child('text').text(LIMITS.text, true);
        this.image(place.child('image'));
        return {};
      case 'file':
        accept(place.child('accept'));
        place.child('max').integerOr(1, LIMITS.files, 1);
        return {};
      case 'group': return { fields: this.group(place, item, id) };
      case 'constant': return constant(place.child('value'));
      case 'computed': {
        this.around.expression(place.child('value'), item, id, 'integer');
        const unit = place.child('unit');
        if (unit.present) unit.text(20);
        return {};
      }
      default: return {};
    }
  }

  private group(place: Place, item: Scope | null, id: string | null): Field[] {
    const members = place.child('fields');
    if (item !== null) {
      members.found('nesting');
      return [];
    }
    const fields = this.around.form.while(id === null ? [] : [id], () => this.around.members(members));
    const min = place.child('min').integerOr(0, LIMITS.groupItems, 0);
    const max = place.child('max').integerOr(1, LIMITS.groupItems, 20);
    if (min > max) place.child('max').found('range');
    const label = place.child('itemLabel');
    if (label.present) label.text(100);
    return fields;
  }

  /** PNG and JPEG are told by how their base64 begins. */
  private image(place: Place): void {
    if (!place.present || !place.isObject()) return;
    place.only(['type', 'data', 'alt']);
    const type = place.child('type').text(LIMITS.id);
    const data = place.child('data').text(LIMITS.image);
    place.child('alt').text(LIMITS.label);
    this.imageData += data === null ? 0 : data.length;
    const sound = data === null || type === null || (isBase64(data)
      && ((type === 'image/png' && data.indexOf('iVBORw0KGgo') === 0)
        || (type === 'image/jpeg' && data.indexOf('/9j/') === 0)));
    if (!sound) place.found('image');
    else if (this.imageData > LIMITS.images) place.found('limit');
  }
}

function text(place: Place): Partial<Field> {
  const pattern = place.child('pattern');
  if (pattern.present) {
    for (const name of ['characters', 'maxLength', 'minLength', 'multiline']) {
      if (place.child(name).present) place.child(name).found('unknown');
    }
    const id = pattern.text(LIMITS.id);
    if (id !== null && PATTERNS.indexOf(id) < 0) pattern.found('type');
    return {};
  }
  const min = place.child('minLength').integerOr(0, LIMITS.answer, 0);
  const max = place.child('maxLength').integerOr(1, LIMITS.answer, 200);
  if (min > max) place.child('maxLength').found('range');
  const kind = place.child('characters');
  const name = kind.present ? kind.text(LIMITS.id) : null;
  if (name !== null && ['any', 'kana', 'digits', 'alnum'].indexOf(name) < 0) kind.found('type');
  place.child('multiline').truth();
  return {};
}

function number(place: Place): Partial<Field> {
  const decimals = place.child('decimals').integerOr(0, LIMITS.decimals, 0);
  const unit = place.child('unit');
  if (unit.present) unit.text(LIMITS.unit);
  if (decimals === 0) return bounds(place, -Number.MAX_SAFE_INTEGER);
  const min = decimalBound(place.child('min'), decimals);
  const max = decimalBound(place.child('max'), decimals);
  if (min !== null && max !== null && compareDecimals(min, max) > 0) place.child('max').found('range');
  return { decimals };
}

/** A whole number, or the text of one with no more decimals than the answer may have. */
function decimalBound(place: Place, decimals: number): string | null {
  const { value } = place;
  if (!place.present) return null;
  const whole = wholeNumber(value);
  let text = whole === null ? null : String(whole);
  if (isDecimal(value) && decimalsIn(value) <= decimals) text = value;
  if (text === null) return place.found('type');
  return compareDecimals(text, MIN_DECIMAL) < 0 || compareDecimals(text, MAX_DECIMAL) > 0
    ? place.found('limit')
    : text;
}

function bounds(place: Place, least: number): Partial<Field> {
  const min = place.child('min').present ? place.child('min').integer(least) : null;
  const max = place.child('max').present ? place.child('max').integer(least) : null;
  if (min !== null && max !== null && min > max) place.child('max').found('range');
  return {};
}

function options(place: Place): Option[] {
  const read: Option[] = [];
  const values = new Set<string>();
  const size = place.elements(1, LIMITS.options);
  for (let i = 0; i < size; i++) {
    const option = place.element(i);
    if (option.isObject()) {
      option.only(['value', 'label']);
      const value = option.child('value').text(100);
      option.child('label').text(LIMITS.label);
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

/** A day of the calendar as it is written, or days from today. */
export function day(place: Place): string | number | null {
  const { value } = place;
  if (!place.present) return null;
  if (value === 'today') return 0;
  if (typeof value === 'string' && parseDay(value)) return value;
  if (isObject(value)) {
    place.only(['today']);
    return place.child('today').integer(-100000, 100000);
  }
  place.found('type');
  return null;
}

/** Two days of the calendar or two counted from today: others depend on the day of answering. */
export function alwaysAfter(min: string | number | null, max: string | number | null): boolean {
  return min !== null && max !== null && typeof min === typeof max && min > max;
}

function time(place: Place): Partial<Field> {
  const min = minutes(place.child('min'));
  const max = minutes(place.child('max'));
  if (min !== null && max !== null && min > max) place.child('max').found('range');
  place.child('step').integerOr(1, 720, 1);
  return {};
}

function minutes(place: Place): number | null {
  if (!place.present) return null;
  const read = typeof place.value === 'string' ? minutesOf(place.value) : -1;
  return read < 0 ? place.found('type') : read;
}

function constant(place: Place): Partial<Field> {
  const { value } = place;
  if (typeof value === 'boolean') return { value };
  if (typeof value === 'number') return { value: place.integer() };
  return { value: place.text(LIMITS.label, true) };
}
