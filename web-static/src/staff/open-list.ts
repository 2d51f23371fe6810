import { foldKana, isKatakana } from '../forms/kana.ts';
import { foldForSearch } from '../forms/search.ts';
import type { CaseRow, State } from '../app/types.ts';

/** What the list of open cases can be sorted by, and the one it begins with. */
export type Order = 'due' | 'arrived' | 'number' | 'name' | 'procedure' | 'state' | 'assignee';

export interface Sorting {
  by: Order;
  descending: boolean;
}

/** What is asked of the list; only `words` is about a person and never stands in an address. */
export interface Asked {
  state: string | null;
  procedure: string | null;
  division: string | null;
  /** Only what is overdue, or is due within the next days. */
  due: 'over' | 'soon' | null;
  /** Only where the applicant wrote something that nobody has read. */
  unread: boolean;
  /** Only what this member of staff works on, or nobody does. */
  assigned: 'me' | 'none' | null;
  words: string;
}

/** Days ahead that 「まもなく期限」 looks. */
export const SOON_DAYS = 3;

/** The states of what is not over, in the order of the work. */
export const OPEN: State[] = ['SUBMITTED', 'ACCEPTED', 'RETURNED'];

/** Nothing is due later than what has no day. */
const NEVER = '9999';

/** Whether a case is due today or within the next days, and not overdue. */
export function isSoon(row: CaseRow, today: string): boolean {
  if (row.dueOn === undefined || row.overdue) return false;
  const end = new Date(Date.parse(today) + SOON_DAYS * 86400000).toISOString().slice(0, 10);
  return row.dueOn <= end;
}

/** Without what people write in one way or another: width, case, kana, spaces, hyphens. */
export function folded(text: string): string {
  return foldForSearch(text).replace(/[\s\u2010-\u2015\u2212\u30fc-]/g, '');
}

/** Whether the words may be how a name is read: no list of cases has that. */
export function isReading(words: string): boolean {
  const kana = foldKana(words);
  return kana !== '' && isKatakana(kana);
}

/** Each word, in the number, a name, the procedure or a label. */
function has(row: CaseRow, words: string[]): boolean {
  const text = [row.receiptNumber, row.applicantName, row.soughtName, row.procedureName, row.assignee?.name ?? '', ...row.labels].map(folded).join('\n');
  return words.every((word) => text.indexOf(word) >= 0);
}

/** Whether a case is this member of staff's, or nobody's. */
export function isAssigned(row: CaseRow, to: 'me' | 'none', self: string): boolean {
  return to === 'none' ? row.assignee === undefined : row.assignee?.staffId === self;
}

export function filtered(rows: CaseRow[], asked: Asked, today: string, self: string): CaseRow[] {
  const words = asked.words.split(/\s+/).map(folded).filter((word) => word !== '');
  return rows.filter(
    (row) =>
      (asked.state === null || row.state === asked.state) &&
      (asked.procedure === null || row.procedureId === asked.procedure) &&
      (asked.division === null || row.divisionId === asked.division) &&
      (asked.due === null || (asked.due === 'over' ? row.overdue : isSoon(row, today))) &&
      (!asked.unread || row.unread) &&
      (asked.assigned === null || isAssigned(row, asked.assigned, self)) &&
      has(row, words),
  );
}

const collator = new Intl.Collator('ja');

const KEYS: Record<Order, (row: CaseRow) => string> = {
  due: (row) => row.dueOn ?? NEVER,
  arrived: (row) => row.arrivedAt,
  number: (row) => row.receiptNumber,
  name: (row) => row.applicantName,
  procedure: (row) => row.procedureName,
  state: (row) => String(OPEN.indexOf(row.state)),
  // What nobody has stands together, at the end.
  assignee: (row) => (row.assignee === undefined ? '1' : '0' + row.assignee.name),
};

/** What is equal stands in the order in which it arrived, whichever way the list is sorted. */
export function sorted(rows: CaseRow[], { by, descending }: Sorting): CaseRow[] {
  const compare = by === 'name' || by === 'procedure' || by === 'assignee' ? collator.compare : (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return rows
    .map((row) => ({ row, key: KEYS[by](row) }))
    .sort(
      (a, b) =>
        (descending ? -1 : 1) * compare(a.key, b.key) ||
        (a.row.arrivedAt < b.row.arrivedAt ? -1 : a.row.arrivedAt > b.row.arrivedAt ? 1 : 0) ||
        (a.row.applicationId < b.row.applicationId ? -1 : 1),
    )
    .map(({ row }) => row);
}
