import type { Expression, Field } from '../forms/index.ts';
import { dayInWords } from './days.ts';

/** Any expression of a form in words: for those that only a program or an older form could write, so that they can at least be read. */
export function expressionInWords(expression: Expression, fields: Field[]): string {
  return new Words(fields).of(expression, false);
}

type Operands = { [operator: string]: unknown };

class Words {
  constructor(private readonly fields: Field[]) {}

  /** @param inner whether it stands inside another one, where what has several parts needs brackets */
  of(expression: unknown, inner: boolean): string {
    if (typeof expression === 'boolean') return expression ? '「はい」' : '「いいえ」';
    if (typeof expression === 'string') return `「${dayInWords(expression)}」`;
    if (typeof expression !== 'object' || expression === null) return String(expression);
    const operator = Object.keys(expression)[0] || '';
    const inside = (expression as Operands)[operator];
    const list = Array.isArray(inside) ? inside : [inside];
    const brackets = (words: string) => (inner ? `（${words}）` : words);
    const joined = (sign: string) => brackets(list.map((one) => this.of(one, true)).join(sign));
    switch (operator) {
      case 'var':
      case 'item':
        return `「${this.label(inside)}」`;
      case 'answered':
        return `${this.of(inside, true)}に入力がある`;
      case 'and':
        return joined('、かつ ');
      case 'or':
        return joined('、または ');
      case '!':
        return brackets(`${this.of(list[0], true)} ということはない`);
      case 'in':
        return this.choice(list);
      case '+':
        return joined(' ＋ ');
      case '-':
        return joined(' − ');
      case '*':
        return joined(' × ');
      case 'if':
        return `（${this.of(list[0], false)} ときは ${this.of(list[1], true)}、そうでなければ ${this.of(list[2], true)}）`;
      case 'sum':
        return `「${this.label(list[0])}」の「${this.label(list[1])}」の合計`;
      case 'count':
        return `「${this.label(list[0])}」の数`;
      default:
        return this.comparison(operator, list);
    }
  }

  private comparison(operator: string, sides: unknown[]): string {
    const [left, right] = sides;
    const field = this.field(left) || this.field(right);
    const day = field !== undefined && (field.type === 'date' || field.type === 'time');
    const words: Operands = {
      '==': 'と同じ',
      '!=': 'とちがう',
      '>=': day ? '以後' : '以上',
      '<=': day ? '以前' : '以下',
      '>': day ? 'より後' : 'より大きい',
      '<': day ? 'より前' : 'より小さい',
    };
    return `${this.side(left, field)} が ${this.side(right, field)} ${String(words[operator] || operator)}`;
  }

  private choice(operands: unknown[]): string {
    const [value, among] = operands;
    if (!Array.isArray(among)) return `${this.of(among, true)} で ${this.side(value, this.field(among))} を選んだ`;
    const field = this.field(value);
    return `${this.of(value, true)} が ${among.map((one) => this.side(one, field)).join('')} のどれか`;
  }

  /** A stored value is called what its option is called. */
  private side(value: unknown, field: Field | undefined): string {
    const option = ((field && field.options) || []).filter((one) => one.value === value)[0];
    return option === undefined ? this.of(value, true) : `「${option.label}」`;
  }

  private field(expression: unknown): Field | undefined {
    if (typeof expression !== 'object' || expression === null) return undefined;
    const { var: outer, item } = expression as Operands;
    return this.find(outer === undefined ? item : outer);
  }

  private find(path: unknown): Field | undefined {
    const id = String(path).split('.')[0];
    return this.fields
      .reduce<Field[]>((all, field) => all.concat([field], field.fields || []), [])
      .filter((field) => field.id === id)[0];
  }

  private label(path: unknown): string {
    const field = this.find(path);
    return field === undefined || field.label === '' ? '（名前のない質問）' : field.label;
  }
}
