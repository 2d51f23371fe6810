import { today } from '../app/words.ts';

/** The day so many days from now in Japan. */
export function inDays(days: number): string {
  return new Date(Date.parse(today()) + days * 86400000).toISOString().slice(0, 10);
}
