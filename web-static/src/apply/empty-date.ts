/** Parts of an unfinished date are joined by this. No date and no era contains it. */
export const MARK = '|';

/** True for a chosen era without any number: no answer, but the choice stays on the screen. */
export function isEmptyDate(value: unknown): boolean {
  return typeof value === 'string' && /^[^|]*\|\|\|$/.test(value);
}
