import type { CaseRow } from '../app/types.ts';

/** What a newer list has that the shown one has not. */
export interface ListChanges {
  added: number;
  gone: number;
  changed: number;
}

/** Rows of a list as far as they were read; `whole` when no more follow. */
export interface ReadRows {
  rows: CaseRow[];
  whole: boolean;
}

/**
 * Compares what stands on the screen with what the city hall has now; null where nobody would see a difference. Behind the last row
 * that both have, one that is missing may only not have been read.
 */
export function changesOf(shown: ReadRows, fresh: ReadRows): ListChanges | null {
  const before = new Map(upToCommon(shown, fresh).map((row) => [row.applicationId, row]));
  let added = 0;
  let changed = 0;
  for (const row of upToCommon(fresh, shown)) {
    const old = before.get(row.applicationId);
    if (old === undefined) added++;
    else if (old.version !== row.version || old.overdue !== row.overdue || old.unread !== row.unread) changed++;
    before.delete(row.applicationId);
  }
  const gone = before.size;
  return added + gone + changed === 0 ? null : { added, gone, changed };
}

/** The rows of a list that count when the other one may go on behind its end. */
function upToCommon(list: ReadRows, other: ReadRows): CaseRow[] {
  if (other.whole) return list.rows;
  const others = new Set(other.rows.map((row) => row.applicationId));
  const last = list.rows.map((row) => others.has(row.applicationId)).lastIndexOf(true);
  return list.rows.slice(0, last + 1);
}

/** 「2件増えました。1件減りました。」 */
export function changesInWords({ added, gone, changed }: ListChanges): string {
  return [
    [added, '件増えました。'],
    [gone, '件減りました。'],
    [changed, '件の内容が変わりました。'],
  ]
    .filter(([count]) => (count as number) > 0)
    .map((one) => one.join(''))
    .join('');
}
