import spellings from '../../../functions/lib/forms/src/main/resources/jp/ishikari/link/forms/units.json';
import { decimalOf, decimalText } from './decimals';
import { compact } from './folding';
import { own } from './model';
import { wholeNumber } from './text';

/**
 * A number or an amount as people write it: 1,000円, ¥1,000-, ０２０, 12.5㎡. Twin of
 * `TypedNumber.java`.
 */
export interface TypedNumber {
  /** A whole number, or the text of one with decimals. */
  value?: number | string;
  /** Why there is none: not whole, more decimals than asked for, of something else, no number. */
  wrong?: 'integer' | 'decimals' | 'unit' | 'type';
}

/** Of a folded text; commas only where thousands are told apart. What follows may be a unit. */
const NUMBER = /^([+-]?)([¥\\]?)([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]+))?([\s\S]*)$/;

/** The yen sign, the comma and the point as Japanese keyboards give them. */
const SIGNS: Record<string, string> = {
  '\uffe5': '¥', '\u3001': ',', '\uff64': ',', '\u3002': '.', '\uff61': '.',
};

const UNITS: Record<string, string> = {};
Object.keys(spellings).forEach((written) => {
  UNITS[compact(written)] = (spellings as Record<string, string>)[written] as string;
});

/** Of a number in JSON. */
export function numberOf(json: number, decimals: number): TypedNumber {
  const value = decimals === 0 ? wholeNumber(json) : decimalOf(json, decimals);
  return value === null ? { wrong: decimals === 0 ? 'integer' : 'decimals' } : { value };
}

/**
 * Of what was typed or pasted.
 *
 * @param unit what may be typed behind the number; yen may where there is none
 * @param decimals how many are asked for; 0 for a whole number
 */
export function readTyped(typed: string, unit?: string, decimals = 0): TypedNumber {
  let text = compact(typed).replace(/[\uffe5\u3001\uff64\u3002\uff61]/g, (c) => SIGNS[c] as string);
  const priced = text.charAt(0) === '¥' || text.charAt(0) === '\\';
  if (priced && text.charAt(text.length - 1) === '-') text = text.slice(0, -1);
  const found = NUMBER.exec(text);
  if (found === null || (found[1] !== '' && found[3] !== '')) return { wrong: 'type' };
  const wrong = behind(found[6] as string, found[2] !== '', unit);
  if (wrong !== null) return { wrong };
  const negative = (found[1] as string) + found[3] === '-';
  const digits = (found[4] as string).split(',').join('').replace(/^0+(?=[0-9])/, '');
  const fraction = (found[5] || '').replace(/0+$/, '');
  if (decimals > 0) {
    return fraction.length > decimals ? { wrong: 'decimals' } : { value: decimalText(negative, digits, fraction) };
  }
  const whole = digits.length > 16 || fraction !== '' ? null : wholeNumber(Number(negative ? '-' + digits : digits));
  return whole === null ? { wrong: 'integer' } : { value: whole };
}

/** What is wrong with what stands around the digits; null when nothing is. */
function behind(rest: string, priced: boolean, unit?: string): 'unit' | 'type' | null {
  if (rest !== '' && '0123456789.,+-'.indexOf(rest.charAt(0)) >= 0) return 'type';
  // 1e2 is how machines write a number, and no unit.
  if (/^[eE][+-]?[0-9]/.test(rest)) return 'type';
  if (unit === undefined) return rest === '' || rest === '円' ? null : 'type';
  return (rest === '' || sameUnit(rest, unit)) && (!priced || sameUnit('円', unit)) ? null : 'unit';
}

/** Whether two texts name the same unit: ㎡, m2 and 平米 are one. */
function sameUnit(one: string, other: string): boolean {
  return foldUnit(one) === foldUnit(other);
}

function foldUnit(unit: string): string {
  const plain = compact(unit).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const known = own(UNITS, plain);
  return known === undefined ? plain : (known as string);
}

/**
 * A whole number or an amount without a unit. `integer` stands for a number that is not whole or
 * that not every program holds exactly, null for no number at all.
 */
export function readNumber(typed: string): number | 'integer' | null {
  const { value, wrong } = readTyped(typed);
  if (wrong !== undefined) return wrong === 'integer' ? wrong : null;
  return value as number;
}
