import { day } from '../app/words.ts';

const STORED = /^\d{4}-\d{2}-\d{2}$/;

/** A stored day as people write it; anything else as it is. */
export function dayInWords(value: unknown): string {
  const text = String(value);
  return STORED.test(text) ? day(text) : text;
}
