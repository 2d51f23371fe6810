/**
 * Numbers with decimals as text: 12.5, 0, -0.25. Text, because Java, JavaScript and JSON hold it
 * alike and exactly; one number has one text, without zeros at its ends. Twin of
 * `DecimalText.java`.
 */

/** The largest answer, far from where a JSON number is no longer exact to three decimals. */
export const MAX_DECIMAL = '999999999999';

export const MIN_DECIMAL = '-' + MAX_DECIMAL;

/** Whether a number is written as it has to be; how large or fine it is does not matter here. */
export function isDecimal(text: unknown): text is string {
  return typeof text === 'string' && /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?$/.test(text) && text !== '-0';
}

/** The text of a number whose digits are known, with or without zeros at its ends. */
export function decimalText(negative: boolean, digits: string, fraction: string): string {
  const whole = digits.replace(/^0+(?=[0-9])/, '');
  const rest = fraction.replace(/0+$/, '');
  const text = rest === '' ? whole : `${whole}.${rest}`;
  return negative && text !== '0' ? '-' + text : text;
}

/** The text of a JSON number; null when it has more decimals. */
export function decimalOf(json: number, decimals: number): string | null {
  const size = Math.abs(json);
  // How far beyond the largest answer does not matter.
  if (size > 1e12) return (json < 0 ? MIN_DECIMAL : MAX_DECIMAL) + '0';
  const scale = Math.pow(10, decimals);
  // Of fewer than 16 digits: the nearest whole number is the only one that can be meant.
  const scaled = Math.floor(size * scale + 0.5);
  if (scaled / scale !== size) return null;
  let digits = String(scaled);
  while (digits.length <= decimals) digits = '0' + digits;
  const point = digits.length - decimals;
  return decimalText(json < 0, digits.slice(0, point), digits.slice(point));
}

/** How many decimals a text has. */
export function decimalsIn(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** Which of two is larger: below 0, 0 or above 0. */
export function compareDecimals(left: string, right: string): number {
  const below = left.charAt(0) === '-';
  if (below !== (right.charAt(0) === '-')) return below ? -1 : 1;
  return below ? -size(left.slice(1), right.slice(1)) : size(left, right);
}

/** Digit by digit: a longer whole is larger; of decimals the first that differs decides. */
function size(left: string, right: string): number {
  const longer = whole(left).length - whole(right).length;
  if (longer !== 0) return longer;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function whole(text: string): string {
  return text.split('.')[0] as string;
}
