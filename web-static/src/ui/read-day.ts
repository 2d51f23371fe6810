import { dayText, ERAS, ofWareki, warekiText } from '../forms/era.ts';
import { foldPlain } from '../forms/folding.ts';

/** What a text says of a day: the day as YYYY-MM-DD, or in words why it is none. */
export type ReadDay = { day: string } | { mistake: string };

/** The day that stands for any other in an example. */
export const SOME_DAY = '2026-12-10';
const LETTERS: Record<string, string> = { M: '明治', T: '大正', S: '昭和', H: '平成', R: '令和', 明: '明治', 大: '大正', 昭: '昭和', 平: '平成', 令: '令和' };
const ERA = '(明治|大正|昭和|平成|令和|[MTSHR明大昭平令])';

/**
 * Reads a day as people write it: 西暦 in four digits or an era, with 年月日 or any separator, in any width. A year of two
 * digits without an era is refused: 8/12/10 is 令和8年 to one and 2008 or 2010 to another. Undefined when nothing was typed.
 *
 * @param example a day such as is asked for, by which a mistake is explained
 * @param latest a day without its year is the last such day up to this one; without it, the year is asked for
 */
export function readDay(text: string, example = SOME_DAY, latest?: string): ReadDay | undefined {
  const how = `「${dayExamples(example).join('」「')}」のように入力してください。`;
  const folded = foldDay(text);
  if (folded === '') return undefined;
  const western = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(folded) || /^(\d{4})(\d{2})(\d{2})$/.exec(folded);
  if (western !== null) return ofNumbers(Number(western[1]), Number(western[2]), Number(western[3]));
  const era = new RegExp(`^${ERA}/?(\\d{1,4}|元)/(\\d{1,2})/(\\d{1,2})$`).exec(folded);
  if (era !== null) return ofEra(LETTERS[era[1]!] || era[1]!, era[2] === '元' ? 1 : Number(era[2]), Number(era[3]), Number(era[4]));
  if (new RegExp(`^(\\d{4}|${ERA}/?(\\d{1,2}|元))$`).test(folded)) return { mistake: '月と日も入力してください。' + how };
  if (new RegExp(`^(\\d{4}|${ERA}/?(\\d{1,2}|元))/\\d{1,2}$`).test(folded)) return { mistake: '日も入力してください。' + how };
  const yearless = /^(\d{1,2})\/(\d{1,2})$/.exec(folded);
  if (yearless !== null && latest !== undefined) return ofThisYear(latest, Number(yearless[1]), Number(yearless[2]));
  if (yearless !== null) return { mistake: '年も入力してください。' + how };
  if (/^\d{1,3}\/\d{1,2}\/\d{1,2}$/.test(folded)) return { mistake: '年は、西暦4桁か元号で入力してください。' + how };
  return { mistake: '日付として読めません。' + how };
}

/** A day as people may type it: 2026年12月10日, 令和8年12月10日, 2026/12/10. */
export function dayExamples(day: string): string[] {
  const [year, month, date] = day.split('-').map(Number);
  return [`${year}年${month}月${date}日`, warekiText(day), day.replace(/-/g, '/')];
}

/** Every separator of a day is a slash. Only what is compared is folded; what was typed stays as it is. */
function foldDay(text: string): string {
  return foldPlain(text.normalize('NFKC'))
    .replace(/\s/g, '')
    .replace(/[（(].?[)）]$/, '')
    .toUpperCase()
    .replace(/[年月]/g, '/')
    .replace(/日$/, '')
    .replace(/[.\-,・、。‐‑–—―−ー／]/g, '/')
    .replace(/^\/|\/$/g, '');
}

/** What one text says of the parts of a day, as typed; no era stands for 西暦. The calendar is asked by whoever wants a day. */
export interface DayParts {
  era: string | null;
  year: string;
  month?: string;
  day?: string;
}

/**
 * A day that stands in one text: 令和5年3月4日, R5.3.4, 2023/3/4, with an era or 西暦 as far as it goes (令和5年3月). Null for what is
 * no more than a part of it.
 *
 * @param era what a year of one or two digits belongs to in a whole day; null for 西暦
 */
export function dayPartsOf(text: string, era: string | null): DayParts | null {
  const read = new RegExp(`^(?:(\\d{4})|${ERA}?/?(\\d{1,2}|元))(?:/(\\d{1,2})(?:/(\\d{1,2}))?)?$`).exec(foldDay(text));
  if (read === null) return null;
  const [, western, name, year, month, day] = read;
  if (western !== undefined) return month === undefined ? null : { era: null, year: western, ...rest(month, day) };
  if (name !== undefined) return { era: LETTERS[name] || name, year: year!, ...rest(month, day) };
  return day === undefined || era === null ? null : { era, year: year!, ...rest(month, day) };
}

function rest(month: string | undefined, day: string | undefined): Pick<DayParts, 'month' | 'day'> {
  return { ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

/** 2月29日 too, of the last year that has one. */
function ofThisYear(latest: string, month: number, date: number): ReadDay {
  const year = Number(latest.slice(0, 4));
  const days = [year, year - 1, year - 2, year - 3, year - 4].map((one) => dayText(one, month, date));
  const last = days.filter((day) => day !== null && day <= latest)[0];
  return last ? { day: last } : { mistake: `${month}月${date}日という日はありません。` };
}

function ofNumbers(year: number, month: number, date: number): ReadDay {
  const day = dayText(year, month, date);
  return day === null ? { mistake: `${year}年${month}月${date}日という日はありません。` } : { day };
}

function ofEra(era: string, year: number, month: number, date: number): ReadDay {
  const day = year > 99 ? null : ofWareki(era, year, month, date);
  if (day !== null) return { day };
  const typed = `${era}${year === 1 ? '元' : year}年${month}月${date}日`;
  if (year > 99) return { mistake: `${typed}という日はありません。西暦のときは、元号をつけずに入力してください。` };
  const from = ERAS.filter((one) => one.name === era)[0]!.from;
  const meant = dayText(Number(from.slice(0, 4)) + year - 1, month, date);
  return { mistake: meant === null ? `${typed}という日はありません。` : `${typed}は、${warekiText(meant)}です。元号を直してください。` };
}
