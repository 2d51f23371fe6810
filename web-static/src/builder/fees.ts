import type { Expression, Field } from '../forms/index.ts';
import { readCondition, same, writeCondition, type Condition } from './conditions.ts';

/** A fee that words can say: a price, perhaps per copy, perhaps more or nothing under a condition. */
export interface FeeRule {
  /** Yen. */
  price: number;
  /** The question that says how many; null for once. */
  times: string | null;
  /** Added under a condition, such as postage. */
  extra: { yen: number; when: Condition } | null;
  /** Nothing is due under this condition. */
  free: Condition | null;
}

export function writeFee(rule: FeeRule): Expression {
  let fee: Expression = rule.times === null ? rule.price : { '*': [{ var: rule.times }, rule.price] };
  if (rule.extra !== null) {
    fee = { '+': [fee, { if: [writeCondition(rule.extra.when), rule.extra.yen, 0] }] };
  }
  return rule.free === null ? fee : { if: [writeCondition(rule.free), 0, fee] };
}

/** The fee in words, or null when it says more than the words can; such a one is never changed here. */
export function readFee(expression: Expression, fields: Field[]): FeeRule | null {
  const rule: FeeRule = { price: 0, times: null, extra: null, free: null };
  let rest = expression;
  const whole = args(rest, 'if', 3);
  if (whole !== null && whole[1] === 0) {
    rule.free = readCondition(whole[0], fields);
    if (rule.free === null) return null;
    rest = whole[2];
  }
  const sum = args(rest, '+', 2);
  const added = sum === null ? null : args(sum[1], 'if', 3);
  if (sum !== null && added !== null) {
    const when = readCondition(added[0], fields);
    if (when === null || typeof added[1] !== 'number') return null;
    rule.extra = { yen: added[1], when };
    rest = sum[0];
  }
  const product = args(rest, '*', 2);
  if (product !== null && typeof product[1] === 'number') {
    rule.times = String((product[0] as { var?: unknown }).var);
    rule.price = product[1];
  } else if (typeof rest === 'number') {
    rule.price = rest;
  }
  return same(writeFee(rule), expression) ? rule : null;
}

function args(expression: Expression, op: string, count: number): unknown[] | null {
  if (expression === null || typeof expression !== 'object') return null;
  const inside = (expression as { [key: string]: unknown })[op];
  return Array.isArray(inside) && inside.length === count ? inside : null;
}
