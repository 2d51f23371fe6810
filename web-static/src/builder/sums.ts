import type { Expression, Field } from '../forms/index.ts';
import { same } from './conditions.ts';

/** One part of a computed number: an answer, multiplied, or a fixed number. */
export interface Part {
  /** {@link sources}; null for a fixed number. */
  source: string | null;
  /** What the answer is taken times; the number itself where there is no source. */
  factor: number;
}

/** A number that an answer gives. */
export interface Source {
  value: string;
  label: string;
  expression: Expression;
}

/** Numbers with decimals are compared, and never computed with. */
const isWhole = (field: Field) => ['number', 'amount', 'computed'].indexOf(field.type) >= 0 && !field.decimals;

/** What can be added up: numbers, how many times something was repeated, and sums over repetitions. */
export function sources(fields: Field[]): Source[] {
  return fields.reduce<Source[]>((all, field) => {
    if (isWhole(field)) return all.concat([{ value: field.id, label: `「${field.label}」`, expression: { var: field.id } }]);
    if (field.type !== 'group') return all;
    const members = (field.fields || []).filter(isWhole);
    return all.concat(
      [{ value: field.id + '#', label: `「${field.label}」の数`, expression: { count: [field.id] } }],
      members.map((member) => ({
        value: field.id + '#' + member.id,
        label: `「${field.label}」の「${member.label}」の合計`,
        expression: { sum: [field.id, member.id] },
      })),
    );
  }, []);
}

export function writeSum(parts: Part[], known: Source[]): Expression {
  const written = parts.map((part) => {
    const source = known.filter((one) => one.value === part.source)[0];
    if (source === undefined) return part.factor;
    return part.factor === 1 ? source.expression : { '*': [source.expression, part.factor] };
  });
  return written.length === 1 ? written[0]! : { '+': written };
}

/** Null when it says more than the words can; such a one is never changed here. */
export function readSum(expression: Expression, known: Source[]): Part[] | null {
  const plus = typeof expression === 'object' && expression !== null ? (expression as { [op: string]: unknown })['+'] : undefined;
  const parts = (Array.isArray(plus) ? plus : [expression]).map((one) => readPart(one as Expression, known));
  return parts.some((part) => part === null) || !same(writeSum(parts as Part[], known), expression) ? null : (parts as Part[]);
}

function readPart(expression: Expression, known: Source[]): Part | null {
  if (typeof expression === 'number') return { source: null, factor: expression };
  const times = typeof expression === 'object' && expression !== null ? (expression as { [op: string]: unknown })['*'] : undefined;
  const [inner, factor] = Array.isArray(times) && times.length === 2 && typeof times[1] === 'number' ? times : [expression, 1];
  const source = known.filter((one) => same(one.expression, inner))[0];
  return source === undefined ? null : { source: source.value, factor: factor as number };
}

/** 「大人の人数」 × 500 ＋ 100 */
export function sumInWords(parts: Part[], known: Source[]): string {
  return parts
    .map((part) => {
      const source = known.filter((one) => one.value === part.source)[0];
      if (source === undefined) return String(part.factor);
      return part.factor === 1 ? source.label : `${source.label} × ${part.factor}`;
    })
    .join(' ＋ ');
}
