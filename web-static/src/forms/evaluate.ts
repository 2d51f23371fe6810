import { compareDecimals, isDecimal } from './decimals';
import { has, isObject, own, type Expression, type Json } from './model';
import { wholeNumber } from './text';

/**
 * Gives expressions their values. An answer that is absent, hidden or not acceptable is missing
 * (null): a computation, a comparison and a negation of it are missing as well, and as a condition
 * that counts as false. Expressions have been checked by `readForm`, so types always fit.
 */
export class Evaluation {
  constructor(private readonly form: Json, private readonly item: Json) {}

  /** Whether a condition holds; no condition always does. */
  holds(condition: Expression | undefined): boolean {
    return condition === undefined || this.value(condition) === true;
  }

  /** A string, number, boolean or list; null for missing. */
  value(expression: Expression): unknown {
    if (!isObject(expression)) return typeof expression === 'number' ? expression + 0 : expression;
    const operator = Object.keys(expression)[0] as string;
    const operands = expression[operator];
    const list = (Array.isArray(operands) ? operands : [operands]) as Expression[];
    switch (operator) {
      case 'var': return this.answer(this.form, operands as string);
      case 'item': return this.answer(this.item, operands as string);
      case 'answered': return this.value(operands) !== null;
      case 'and': return this.decided(list, false);
      case 'or': return this.decided(list, true);
      case '!': {
        const truth = this.value(list[0]);
        return typeof truth === 'boolean' ? !truth : null;
      }
      case 'in': return this.isIn(list[0], list[1]);
      case '+': case '-': case '*': return this.arithmetic(operator, list);
      case 'if': return this.value(this.holds(list[0]) ? list[1] : list[2]);
      case 'sum': return this.sum(list[0] as string, list[1] as string);
      case 'count': return this.items(list[0] as string).length;
      default: return this.comparison(operator, this.value(list[0]), this.value(list[1]));
    }
  }

  /** Of several conditions: one that is `decisive` decides; otherwise one that is missing leaves it open. */
  private decided(operands: Expression[], decisive: boolean): boolean | null {
    let open = false;
    for (const operand of operands) {
      const value = this.value(operand);
      if (value === decisive) return decisive;
      open = open || value === null;
    }
    return open ? null : !decisive;
  }

  private answer(answers: Json, path: string): unknown {
    const dot = path.indexOf('.');
    const value = dot < 0
      ? own(answers, path)
      : own(own(answers, path.slice(0, dot)), path.slice(dot + 1));
    return value === undefined ? null : value;
  }

  /** What was not answered is neither equal nor unequal to anything, nor before or after it. */
  private comparison(operator: string, left: unknown, right: unknown): boolean | null {
    if (left === null || right === null) return null;
    switch (operator) {
      case '==': return equal(left, right);
      case '!=': return !equal(left, right);
      case '>': return order(left, right) > 0;
      case '>=': return order(left, right) >= 0;
      case '<': return order(left, right) < 0;
      default: return order(left, right) <= 0;
    }
  }

  private isIn(expression: Expression, list: unknown): boolean | null {
    const value = this.value(expression);
    const among = Array.isArray(list) ? list : this.value(list);
    return value !== null && Array.isArray(among) ? among.some((one) => equal(value, one)) : null;
  }

  private arithmetic(operator: string, operands: Expression[]): number | null {
    let result: number | null = null;
    for (let i = 0; i < operands.length; i++) {
      const number = this.value(operands[i]);
      if (typeof number !== 'number') return null;
      result = i === 0 ? number : compute(operator, result as number, number);
      if (result === null) return null;
    }
    return result;
  }

  private sum(group: string, field: string): number | null {
    let total: number | null = 0;
    for (const item of this.items(group)) {
      if (total !== null && has(item, field)) {
        total = compute('+', total, own(item, field) as number);
      }
    }
    return total;
  }

  private items(group: string): unknown[] {
    const items = own(this.form, group);
    return Array.isArray(items) ? items : [];
  }
}

/** Of a whole number and one with decimals, the texts are equal when the numbers are. */
function equal(left: unknown, right: unknown): boolean {
  return typeof left === typeof right ? left === right : String(left) === String(right);
}

/** Of two texts that are no numbers with decimals, both are days or times, which compare by code unit as in Java. */
function order(left: unknown, right: unknown): number {
  const numbers = typeof left === 'number' && typeof right === 'number';
  const [a, b] = numbers ? [left, right] : [String(left), String(right)];
  if (isDecimal(a) && isDecimal(b)) return compareDecimals(a, b);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function compute(operator: string, left: number, right: number): number | null {
  if (operator === '+') return wholeNumber(left + right);
  return wholeNumber(operator === '-' ? left - right : left * right);
}
