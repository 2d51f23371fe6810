import eras from '../../../functions/lib/forms/src/main/resources/jp/ishikari/link/forms/eras.json';
import { foldCode } from './folding';
import { blank, isDigits } from './text';

/** An era (元号) and its first day, YYYY-MM-DD. */
export interface Era { name: string; from: string }

/** A day as it is written in Japan; year 1 is 元年. */
export interface Wareki { era: string; year: number; month: number; day: number }

/** All eras, the earliest first. The platforms' own tables are out of date on old browsers. */
export const ERAS: Era[] = Object.keys(eras).map((name) => ({
  name,
  from: (eras as Record<string, string>)[name] as string,
}));

/** The first day that is accepted: Japan took up the Gregorian calendar. */
export const FIRST_DAY = '1873-01-01';

/** The day in its era, or null when the text writes no day. */
export function toWareki(text: string): Wareki | null {
  const day = parseDay(text);
  if (!day) return null;
  let era = ERAS[0] as Era;
  for (const each of ERAS) {
    if (text >= each.from) era = each;
  }
  return { era: era.name, year: day.year - firstYear(era) + 1, month: day.month, day: day.day };
}

/** An era's year has two digits at most; more are a year of the Western calendar. */
const LAST_YEAR = 99;

/** The day that is meant, YYYY-MM-DD; null when there is none, as for 昭和64年1月8日. */
export function ofWareki(era: string, year: number, month: number, day: number): string | null {
  for (const each of ERAS) {
    if (each.name === era && year >= 1 && year <= LAST_YEAR) {
      const text = dayText(firstYear(each) + year - 1, month, day);
      const back = text === null ? null : toWareki(text);
      return back && back.era === era ? text : null;
    }
  }
  return null;
}

/** As people write it, such as 令和元年5月1日; empty when the text writes no day. */
export function warekiText(text: string): string {
  const day = toWareki(text);
  return day ? inEra(day.era, day.year, day.month, day.day) : '';
}

/** The day of the calendar that a text writes exactly in the form YYYY-MM-DD, or null. */
export function parseDay(text: string): { year: number; month: number; day: number } | null {
  if (text.length !== 10 || text.charAt(4) !== '-' || text.charAt(7) !== '-') return null;
  const digits = text.slice(0, 4) + text.slice(5, 7) + text.slice(8);
  if (!isDigits(digits)) return null;
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6));
  return dayText(year, month, day) === null ? null : { year, month, day };
}

/** YYYY-MM-DD when the calendar has the day, from 1873 to 9999; else null. */
export function dayText(year: number, month: number, day: number): string | null {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  const real = whole && year >= 1873 && year <= 9999 && month >= 1 && month <= 12 && day >= 1
    && day <= daysIn(year, month);
  return real ? write(year, month, day) : null;
}

/** The day that many days later (earlier when negative). */
export function plusDays(text: string, days: number): string {
  const [y, m, d] = text.split('-').map(Number) as [number, number, number];
  const count = toCount(y, m, d) + days;
  let year = Math.floor(count / 365.2425) + 1;
  while (toCount(year, 1, 1) > count) year--;
  while (toCount(year + 1, 1, 1) <= count) year++;
  let rest = count - toCount(year, 1, 1);
  let month = 1;
  while (rest >= daysIn(year, month)) rest -= daysIn(year, month++);
  return write(year, month, rest + 1);
}

/** The same day that many years later (earlier when negative); the last of February where it has no 29th. */
export function plusYears(text: string, years: number): string {
  const [y, month, d] = text.split('-').map(Number) as [number, number, number];
  return write(y + years, month, Math.min(d, daysIn(y + years, month)));
}

/**
 * Why 年号, 年, 月 and 日, as they were typed with a mark between them, make no day: what the sentence names beyond the label, and
 * nothing where the calendar has no such day.
 */
export function whyNoDay(text: string): { allowed?: string; typed?: string; meant?: string } {
  const [name, typedYear, typedMonth, typedDay, ...more] = text.split('|');
  if (name === undefined || typedYear === undefined || typedMonth === undefined || typedDay === undefined || more.length > 0) return {};
  if (blank(typedYear)) return { allowed: 'year' };
  const era = ERAS.filter((each) => each.name === name)[0];
  const year = typedNumber(typedYear);
  if (era !== undefined && year > LAST_YEAR) return { allowed: 'western', typed: `${name}${year}年` };
  if (blank(typedMonth) || blank(typedDay)) return { allowed: 'unfinished' };
  if (era === undefined || year < 1) return {};
  const month = typedNumber(typedMonth);
  const day = typedNumber(typedDay);
  const meant = dayText(firstYear(era) + year - 1, month, day);
  return meant === null ? {} : { allowed: 'era', typed: inEra(name, year, month, day), meant: warekiText(meant) };
}

/** 元 is the first year; -1 for what is no number of four digits at most. */
function typedNumber(typed: string): number {
  const folded = foldCode(typed);
  if (folded === '元') return 1;
  return folded !== '' && folded.length <= 4 && isDigits(folded) ? Number(folded) : -1;
}

function inEra(era: string, year: number, month: number, day: number): string {
  return `${era}${year === 1 ? '元' : year}年${month}月${day}日`;
}

/** The first and last day that YYYY-MM-DD, YYYY-MM or YYYY can mean, or null. */
export function parsePartialDay(text: string): { first: string; last: string } | null {
  let first = text;
  let last = text;
  if (text.length === 4) {
    first = `${text}-01-01`;
    last = `${text}-12-31`;
  } else if (text.length === 7) {
    first = `${text}-01`;
    const day = parseDay(first);
    if (day) last = write(day.year, day.month, daysIn(day.year, day.month));
  }
  return parseDay(first) ? { first, last } : null;
}

function firstYear(era: Era): number {
  return Number(era.from.slice(0, 4));
}

function leap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return leap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 0001-01-01. */
function toCount(year: number, month: number, day: number): number {
  const y = year - 1;
  let count = y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  for (let m = 1; m < month; m++) count += daysIn(year, m);
  return count + day - 1;
}

function write(year: number, month: number, day: number): string {
  return `${('000' + year).slice(-4)}-${('0' + month).slice(-2)}-${('0' + day).slice(-2)}`;
}
