import type { Expression, Field, Form, Rule } from '../forms/index.ts';
import { inWords, opsFor, readCondition, same, writeCondition, type Condition } from './conditions.ts';

/** What must hold between answers: one compared with another, or a condition in words. */
export type Requirement =
  | { kind: 'compare'; left: string; op: Compare; right: string }
  | { kind: 'condition'; condition: Condition };

export type Compare = '>=' | '>' | '<=' | '<' | '==' | '!=';

const NUMBERS = ['number', 'amount', 'computed'];
const TEXTS = ['text', 'phone', 'email'];

/** Answers of the same measure can be compared. */
function measure(field: Field): string | null {
  if (NUMBERS.indexOf(field.type) >= 0) return 'number';
  if (TEXTS.indexOf(field.type) >= 0) return 'text';
  if (field.type === 'time') return 'time';
  return field.type === 'date' && !field.partial ? 'date' : null;
}

/** Questions that a question can be compared with. */
export function comparable(field: Field, fields: Field[]): Field[] {
  const own = measure(field);
  return own === null ? [] : fields.filter((one) => one.id !== field.id && measure(one) === own);
}

/** What can be said of two answers, in the order in which it is offered. */
export function compareOps(field: Field): { value: Compare; label: string }[] {
  const own = measure(field);
  if (own === 'text') return [{ value: '==', label: 'と同じ' }, { value: '!=', label: 'とちがう' }];
  const when = own === 'date' || own === 'time';
  return [
    { value: '>=', label: when ? '以後' : '以上' },
    { value: '>', label: when ? 'より後' : 'より大きい' },
    { value: '<=', label: when ? '以前' : '以下' },
    { value: '<', label: when ? 'より前' : 'より小さい' },
    { value: '==', label: 'と同じ' },
    { value: '!=', label: 'とちがう' },
  ];
}

export function writeRequirement(requirement: Requirement): Expression {
  return requirement.kind === 'condition'
    ? writeCondition(requirement.condition)
    : { [requirement.op]: [{ var: requirement.left }, { var: requirement.right }] };
}

/** Null when it says more than the words can; such a one is never changed here. */
export function readRequirement(expression: Expression, fields: Field[]): Requirement | null {
  for (const left of fields) {
    for (const right of comparable(left, fields)) {
      for (const op of compareOps(left)) {
        const compare: Requirement = { kind: 'compare', left: left.id, op: op.value, right: right.id };
        if (same(writeRequirement(compare), expression)) return compare;
      }
    }
  }
  const condition = readCondition(expression, fields);
  return condition === null ? null : { kind: 'condition', condition };
}

/** 「終わりの日」が「始めの日」以後 */
export function requirementInWords(requirement: Requirement, fields: Field[]): string {
  if (requirement.kind === 'condition') return inWords(requirement.condition, fields);
  const [left, right] = [requirement.left, requirement.right].map((id) => fields.filter((field) => field.id === id)[0]!);
  return `「${left!.label}」が「${right!.label}」${wordOf(left!, requirement.op)}`;
}

const wordOf = (field: Field, op: Compare) => compareOps(field).filter((one) => one.value === op)[0]!.label;

/** What the resident reads when nobody has written it better. */
export function plainMessage(requirement: Requirement, fields: Field[]): string {
  if (requirement.kind === 'condition') return `${inWords(requirement.condition, fields)} ように入力してください。`;
  const [left, right] = [requirement.left, requirement.right].map((id) => fields.filter((field) => field.id === id)[0]!);
  const same = requirement.op === '==' || requirement.op === '!=';
  return `「${left!.label}」は、「${right!.label}」${wordOf(left!, requirement.op)}${same ? 'もの' : ''}にしてください。`;
}

/** Questions that a rule may speak of. */
export function ruled(form: Form): Field[] {
  return form.pages
    .reduce<Field[]>((all, page) => all.concat(page.fields), [])
    .filter((field) => measure(field) !== null || (opsFor(field).length > 0 && ['note', 'consent', 'constant'].indexOf(field.type) < 0));
}

/** The first thing worth ruling: two answers that can be compared, or else that something is answered. */
export function firstRequirement(fields: Field[]): Requirement | null {
  for (const left of fields.slice().reverse()) {
    const right = comparable(left, fields)[0];
    if (right !== undefined) return { kind: 'compare', left: left.id, op: compareOps(left)[0]!.value, right: right.id };
  }
  return null;
}

/** The form with its rules changed; a form without any has none. */
export function withRules(form: Form, rules: Rule[]): Form {
  const next = { ...form };
  if (rules.length === 0) delete next.rules;
  else next.rules = rules;
  return next;
}

export function freeRuleId(rules: Rule[]): string {
  let n = 1;
  while (rules.some((rule) => rule.id === 'rule' + n)) n++;
  return 'rule' + n;
}
