import { readTyped } from '../forms/numbers.ts';

/** What people put behind a count of things. */
export const COUNTERS = ['件', '名', '個', 'つ', '組', '回', '枚', '通'];

/**
 * The whole number that a text stands for, as the forms read one: 1,000, ２, ２件. Null for what no setting takes.
 *
 * @param units of which one may stand behind it; yen without any
 */
export function readWhole(typed: string, units?: readonly string[]): number | null {
  const read = (units ?? [undefined]).map((unit) => readTyped(typed, unit).value);
  const number = read.filter((value) => typeof value === 'number' && Math.abs(value) < 1e9)[0];
  return (number as number | undefined) ?? null;
}

/**
 * Leads to the first number below that can't be read, and says whether there is one: nothing may be done with an older
 * one in its place.
 */
export function stopsAtUnread(within: Element | null): boolean {
  const input = within?.querySelector<HTMLElement>('[data-unread] input');
  input?.focus();
  return input !== null && input !== undefined;
}
