import type { CardItem, State } from './types.ts';

/** How a state is told to the resident: what it means for them, not our inner word alone. */
export const STATE_FOR_RESIDENT: Record<State, string> = {
  SUBMITTED: '審査待ち',
  ACCEPTED: '審査中（受理）',
  RETURNED: '補正が必要です',
  COMPLETED: '完了',
  REJECTED: '却下',
  WITHDRAWN: '取下げ',
};

/** What the four basic data are called. */
export const CARD_ITEM: Record<CardItem, string> = {
  NAME: '氏名',
  ADDRESS: '住所',
  BIRTH_DATE: '生年月日',
  SEX: '性別',
};

/** 123456789012 → 1234-5678-9012. */
export function receiptNumber(digits: string): string {
  return digits.replace(/\D/g, '').replace(/(\d{4})(?=\d)/g, '$1-');
}

export function yen(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ',') + '円';
}

/** An instant as Japanese wall time: 2026年11月24日 14時12分. Own arithmetic: Japan has one offset and no summer time. */
export function dateTime(instant: string): string {
  const ms = Date.parse(instant);
  if (isNaN(ms)) return '';
  const t = new Date(ms + 9 * 3600 * 1000);
  return (
    t.getUTCFullYear() + '年' + (t.getUTCMonth() + 1) + '月' + t.getUTCDate() + '日 ' +
    t.getUTCHours() + '時' + ('0' + t.getUTCMinutes()).slice(-2) + '分'
  );
}

/** The day of an instant in Japan. */
export function dayOf(instant: string): string {
  return day(new Date(Date.parse(instant) + 9 * 3600 * 1000).toISOString());
}

const WEEKDAYS = '日月火水木金土';

/** 2026-11-24 → 2026年11月24日（火）. */
export function day(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  if (parts === null) return date;
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const weekday = WEEKDAYS.charAt(new Date(Date.UTC(year, month - 1, dayOfMonth)).getUTCDay());
  return `${year}年${month}月${dayOfMonth}日（${weekday}）`;
}

/** Today in Japan as YYYY-MM-DD. The server decides again with its own clock. */
export function today(): string {
  return new Date(Date.now() + 9 * 3600 * 1000).toISOString().slice(0, 10);
}
