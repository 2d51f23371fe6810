import { isDecimal } from './decimals';
import { parseDay } from './era';
import { LIMITS } from './limits';
import { has, isObject, partsOf, type Field } from './model';
import type { Place, Scope } from './place';
import { minutesOf, wholeNumber } from './text';

const NUMBERS = ['integer', 'decimal'];
const ORDERED = ['integer', 'decimal', 'date', 'time'];

/** The types that an expression can have. */
export type Type = 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'time' | 'list';

/** What is known about an expression before any answer. */
interface Typed {
  type: Type;
  /** The values that a choice offers, when the expression is the answer to one. */
  options?: string[];
  /** The text, when the expression is one. */
  literal?: string;
}

/** Checks one expression and settles its type. Null stands for what could not be read. */
export class ExpressionReader {
  private nodes = 0;

  /** @param item the fields of the surrounding group, or null outside groups */
  constructor(private readonly form: Scope, private readonly item: Scope | null) {}

  /** Checks an expression that has to be of that type. */
  read(place: Place, type: Type): void {
    this.nodes = 0;
    this.typed(place, type, 1);
  }

  private typed(place: Place, type: Type, depth: number): Typed | null {
    const read = this.operand(place, depth);
    if (!read || read.type === type) return read;
    return place.found(type === 'integer' && read.type === 'decimal' ? 'decimal' : 'type');
  }

  private operand(place: Place, depth: number): Typed | null {
    this.nodes++;
    if (this.nodes > LIMITS.nodes) return this.nodes === LIMITS.nodes + 1 ? place.found('limit') : null;
    const { value } = place;
    if (!isObject(value)) return this.literal(place);
    if (depth > LIMITS.depth) return place.found('nesting');
    const keys = Object.keys(value);
    if (keys.length !== 1) return place.found('operator');
    const operands = place.child(keys[0] as string);
    switch (keys[0]) {
      case 'var': return this.answer(operands, this.form);
      case 'item': return this.answer(operands, this.item);
      case 'answered': return this.answered(operands);
      case '==': case '!=': return this.comparison(false, place, operands, depth);
      case '>': case '>=': case '<': case '<=': return this.comparison(true, place, operands, depth);
      case 'and': case 'or': return this.all(operands, 'boolean', 1, LIMITS.operands, depth);
      case '!': return this.not(operands, depth);
      case 'in': return this.isIn(place, operands, depth);
      case '+': case '*': return this.all(operands, 'integer', 2, LIMITS.operands, depth);
      case '-': return this.all(operands, 'integer', 2, 2, depth);
      case 'if': return this.choice(place, operands, depth);
      case 'sum': return this.sum(operands);
      case 'count': return this.count(operands);
      default: return place.found('operator');
    }
  }

  private literal(place: Place): Typed | null {
    const { value } = place;
    if (typeof value === 'string') {
      const literal = place.text(LIMITS.label, true);
      return literal === null ? null : { type: 'text', literal };
    }
    if (typeof value === 'boolean') return { type: 'boolean' };
    if (wholeNumber(value) !== null) return { type: 'integer' };
    return place.found(place.present ? 'type' : 'required');
  }

  private answer(place: Place, scope: Scope | null): Typed | null {
    const answer = this.reference(place, scope);
    return answer === 'no type' ? place.found('type') : answer;
  }

  private answered(operand: Place): Typed | null {
    const { value } = operand;
    const inItem = has(value, 'item');
    const reference = isObject(value) && Object.keys(value).length === 1 && (inItem || has(value, 'var'));
    if (!reference) return operand.found('type');
    const answer = this.reference(operand.child(inItem ? 'item' : 'var'), inItem ? this.item : this.form);
    return answer === null ? null : { type: 'boolean' };
  }

  /** An earlier answer; of some kinds no computation can use the value. */
  private reference(place: Place, scope: Scope | null): Typed | 'no type' | null {
    const path = place.text(100);
    if (path === null) return null;
    const dot = path.indexOf('.');
    if (!scope) return place.found('reference');
    const field = scope.find(dot < 0 ? path : path.slice(0, dot), place);
    if (!field) return null;
    if (dot >= 0) {
      return partsOf(field).indexOf(path.slice(dot + 1)) < 0
        ? place.found('reference')
        : { type: 'text' };
    }
    switch (field.type) {
      case 'text': case 'phone': case 'email': return { type: 'text' };
      case 'select': case 'radio': return { type: 'text', options: optionsOf(field) };
      case 'number': return { type: field.decimals ? 'decimal' : 'integer' };
      case 'amount': case 'computed': return { type: 'integer' };
      // A year or a month has no place in the order of days.
      case 'date': return { type: field.partial ? 'text' : 'date' };
      case 'time': return { type: 'time' };
      case 'consent': case 'yesno': return { type: 'boolean' };
      case 'checkbox': return { type: 'list', options: optionsOf(field) };
      case 'constant': return constantType(field.value);
      default: return 'no type';
    }
  }

  private comparison(ordering: boolean, place: Place, operands: Place, depth: number): Typed | null {
    if (!arity(operands, 2, 2)) return null;
    const left = this.operand(operands.element(0), depth + 1);
    const right = this.operand(operands.element(1), depth + 1);
    if (!left || !right) return null;
    if (!comparable(left, right) || (ordering && !ordered(left, right))) return place.found('type');
    return offered(left, right) && offered(right, left) ? { type: 'boolean' } : place.found('option');
  }

  private not(operands: Place, depth: number): Typed | null {
    const list = Array.isArray(operands.value);
    if (list && !arity(operands, 1, 1)) return null;
    return this.typed(list ? operands.element(0) : operands, 'boolean', depth + 1);
  }

  private isIn(place: Place, operands: Place, depth: number): Typed | null {
    if (!arity(operands, 2, 2)) return null;
    const value = this.operand(operands.element(0), depth + 1);
    const list = operands.element(1);
    if (!Array.isArray(list.value)) {
      const choices = this.typed(list, 'list', depth + 1);
      if (!value || !choices) return null;
      if (value.type !== 'text') return place.found('type');
      return offered(choices, value) ? { type: 'boolean' } : place.found('option');
    }
    const size = list.elements(1, LIMITS.literals);
    let sound = size > 0 && value !== null;
    for (let i = 0; i < size; i++) {
      const element = list.element(i);
      const literal = this.literal(element);
      if (literal === null || value === null) sound = false;
      else if (!comparable(value, literal)) sound = element.found('type') !== null;
      else if (!offered(value, literal)) sound = element.found('option') !== null;
    }
    return sound ? { type: 'boolean' } : null;
  }

  private choice(place: Place, operands: Place, depth: number): Typed | null {
    if (!arity(operands, 3, 3)) return null;
    const condition = this.typed(operands.element(0), 'boolean', depth + 1);
    const then = this.operand(operands.element(1), depth + 1);
    const otherwise = this.operand(operands.element(2), depth + 1);
    if (!condition || !then || !otherwise) return null;
    return then.type !== otherwise.type || then.type === 'list'
      ? place.found('type')
      : { type: then.type };
  }

  private sum(operands: Place): Typed | null {
    if (!arity(operands, 2, 2)) return null;
    const id = operands.element(0).text(100);
    const member = operands.element(1).text(100);
    const group = id === null ? null : this.group(operands.element(0), id);
    if (!group || member === null) return null;
    for (const field of group.fields || []) {
      if (field.id === member) {
        if (field.decimals) return operands.element(1).found('decimal');
        return ['number', 'amount', 'computed'].indexOf(field.type) >= 0
          ? { type: 'integer' }
          : operands.element(1).found('type');
      }
    }
    return operands.element(1).found('reference');
  }

  private count(operands: Place): Typed | null {
    const list = Array.isArray(operands.value);
    if (list && !arity(operands, 1, 1)) return null;
    const operand = list ? operands.element(0) : operands;
    const id = operand.text(100);
    return id !== null && this.group(operand, id) ? { type: 'integer' } : null;
  }

  private group(place: Place, id: string): Field | null {
    const field = this.form.find(id, place);
    return field && field.type !== 'group' ? place.found('type') : field;
  }

  private all(operands: Place, type: Type, least: number, most: number, depth: number): Typed | null {
    if (!arity(operands, least, most)) return null;
    const size = (operands.value as unknown[]).length;
    let sound = true;
    for (let i = 0; i < size; i++) {
      if (!this.typed(operands.element(i), type, depth + 1)) sound = false;
    }
    return sound ? { type } : null;
  }
}

function optionsOf(field: Field): string[] {
  return (field.options || []).map((option) => option.value);
}

function constantType(value: unknown): Typed | 'no type' {
  if (typeof value === 'number') return { type: 'integer' };
  if (typeof value === 'boolean') return { type: 'boolean' };
  return typeof value === 'string' ? { type: 'text' } : 'no type';
}

/** Whether two values are of one kind; a text that writes a day, a time or a number with decimals may stand for one. */
function comparable(left: Typed, right: Typed): boolean {
  return left.type === right.type
    ? left.type !== 'list'
    : (NUMBERS.indexOf(left.type) >= 0 && NUMBERS.indexOf(right.type) >= 0)
      || writes(left.type, right) || writes(right.type, left);
}

function ordered(left: Typed, right: Typed): boolean {
  return ORDERED.indexOf(left.type) >= 0 || ORDERED.indexOf(right.type) >= 0;
}

function writes(type: Type, typed: Typed): boolean {
  if (typed.literal === undefined) return false;
  switch (type) {
    case 'date': return parseDay(typed.literal) !== null;
    case 'time': return minutesOf(typed.literal) >= 0;
    case 'decimal': return isDecimal(typed.literal);
    default: return false;
  }
}

/** False when a literal is compared with a choice that does not offer it. */
function offered(choice: Typed, literal: Typed): boolean {
  return !choice.options || choice.options.length === 0 || literal.literal === undefined
    || choice.options.indexOf(literal.literal) >= 0;
}

function arity(operands: Place, least: number, most: number): boolean {
  const { value } = operands;
  if (Array.isArray(value) && value.length >= least && value.length <= most) return true;
  operands.found('arity');
  return false;
}
