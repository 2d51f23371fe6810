import type { Expression, Field } from '../forms/index.ts';
import { dayInWords } from './days.ts';

/** One thing a condition says of an answer. */
export interface Term {
  field: string;
  op: Op;
  /** Option, number or day, by the kind of question; absent where the operator says it all. */
  value?: string | number;
}

/** What can be said of an answer, in the order in which it is offered. */
export type Op = 'is' | 'isNot' | 'has' | 'hasNot' | 'yes' | 'no' | 'least' | 'most' | 'equals' | 'since' | 'until' | 'count' | 'answered' | 'empty';

/** A condition that words can say: some terms, all of them or any. */
export interface Condition {
  join: 'and' | 'or';
  terms: Term[];
}

const OP_WORDS: { [op in Op]: string } = {
  is: 'である',
  isNot: 'でない',
  has: 'を選んだ',
  hasNot: 'を選んでいない',
  yes: 'が「はい」',
  no: 'が「いいえ」',
  least: '以上',
  most: '以下',
  equals: 'と同じ',
  since: '以後',
  until: '以前',
  count: '件以上ある',
  answered: '入力がある',
  empty: '入力がない',
};

export const opWord = (op: Op) => OP_WORDS[op];

/** The operators that make sense for a kind of question. */
export function opsFor(field: Field): Op[] {
  switch (field.type) {
    case 'radio':
    case 'select':
      return ['is', 'isNot'];
    case 'checkbox':
      return ['has', 'hasNot'];
    case 'yesno':
      return ['yes', 'no'];
    case 'number':
    case 'amount':
    case 'computed':
      return ['least', 'most', 'equals'];
    case 'date':
      return ['since', 'until'];
    case 'group':
      return ['count'];
    default:
      return ['answered', 'empty'];
  }
}

/** Whether an operator needs a value beside it, and of which kind. */
export function valueKind(op: Op): 'option' | 'number' | 'day' | null {
  if (op === 'is' || op === 'isNot' || op === 'has' || op === 'hasNot') return 'option';
  if (op === 'least' || op === 'most' || op === 'equals' || op === 'count') return 'number';
  return op === 'since' || op === 'until' ? 'day' : null;
}

export function writeCondition(condition: Condition): Expression {
  const terms = condition.terms.map(writeTerm);
  return terms.length === 1 ? terms[0] : { [condition.join]: terms };
}

function writeTerm(term: Term): Expression {
  const answer = { var: term.field };
  switch (term.op) {
    case 'is':
    case 'equals':
      return { '==': [answer, term.value] };
    case 'isNot':
      return { '!=': [answer, term.value] };
    case 'has':
      return { in: [term.value, answer] };
    case 'hasNot':
      return { '!': { in: [term.value, answer] } };
    case 'yes':
      return { '==': [answer, true] };
    case 'no':
      return { '==': [answer, false] };
    case 'least':
    case 'since':
      return { '>=': [answer, term.value] };
    case 'most':
    case 'until':
      return { '<=': [answer, term.value] };
    case 'count':
      return { '>=': [{ count: [term.field] }, term.value] };
    case 'answered':
      return { answered: answer };
    case 'empty':
      return { '!': { answered: answer } };
  }
}

/** The condition in words, or null when it says more than the words can; such a one is never changed here. */
export function readCondition(expression: Expression, fields: Field[]): Condition | null {
  const [op, inside] = single(expression);
  const join = op === 'and' || op === 'or' ? op : null;
  const parts = join !== null && Array.isArray(inside) ? inside : [expression];
  const terms = parts.map((part) => readTerm(part, fields));
  if (terms.some((term) => term === null)) return null;
  const condition: Condition = { join: join || 'and', terms: terms as Term[] };
  // What would be written differently is not ours to touch.
  return same(writeCondition(condition), expression) ? condition : null;
}

function readTerm(expression: Expression, fields: Field[]): Term | null {
  const found = fields
    .reduce<Term[]>((terms, field) => {
      const values = valuesIn(expression);
      return terms.concat(
        ...opsFor(field).map((op) =>
          valueKind(op) === null ? [{ field: field.id, op }] : values.map((value) => ({ field: field.id, op, value })),
        ),
      );
    }, [])
    .filter((term) => same(writeTerm(term), expression));
  return found[0] || null;
}

/** The literals of an expression. */
function valuesIn(expression: Expression): (string | number)[] {
  if (typeof expression === 'string' || typeof expression === 'number') return [expression];
  if (Array.isArray(expression)) {
    return expression.reduce<(string | number)[]>((all, one) => all.concat(valuesIn(one)), []);
  }
  const [, inside] = single(expression);
  return inside === undefined ? [] : valuesIn(inside);
}

function single(expression: Expression): [string, unknown] | [undefined, undefined] {
  if (expression === null || typeof expression !== 'object' || Array.isArray(expression)) return [undefined, undefined];
  const keys = Object.keys(expression as object);
  return keys.length === 1 ? [keys[0]!, (expression as { [key: string]: unknown })[keys[0]!]] : [undefined, undefined];
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** 「お子さんの人数 が 1 以上」 */
export function inWords(condition: Condition, fields: Field[]): string {
  return condition.terms
    .map((term) => {
      const field = fields.filter((one) => one.id === term.field)[0];
      const label = field === undefined || field.label === '' ? '（質問）' : field.label;
      const kind = valueKind(term.op);
      if (term.op === 'yes' || term.op === 'no') return `「${label}」${opWord(term.op)}`;
      if (kind === null) return `「${label}」に${opWord(term.op)}`;
      if (kind !== 'option') return `「${label}」が ${kind === 'day' ? dayInWords(term.value) : term.value} ${opWord(term.op)}`;
      const option = (field?.options || []).filter((one) => one.value === term.value)[0];
      return `「${label}」が「${option === undefined ? term.value : option.label}」${opWord(term.op)}`;
    })
    .join(condition.join === 'and' ? '、かつ ' : '、または ');
}
