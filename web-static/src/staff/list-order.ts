import { here } from '../app/router.ts';
import type { CaseRow } from '../app/types.ts';
import { screens } from '../staff-routes.generated.ts';

/** The list that the clerk looked at last: its cases as they stood there, and its address with the filters. */
let shown: string[] = [];
let address: string | null = null;

/** Keeps a list as it is on the screen, so that a case knows its neighbours. */
export function keepOrder(rows: CaseRow[]): void {
  shown = rows.map((row) => row.applicationId);
  const text = here().query.toString();
  address = screens.CASES.path + (text === '' ? '' : '?' + text);
}

/** Where that list stands, with its state, filters and order. */
export function listAddress(): string {
  return address ?? screens.CASES.path;
}

/** Where a case stands in that list; null when it is not there. */
export function placeInList(applicationId: string): { number: number; of: number; before?: string; after?: string } | null {
  const index = shown.indexOf(applicationId);
  if (index < 0) return null;
  const [before, after] = [shown[index - 1], shown[index + 1]];
  return {
    number: index + 1,
    of: shown.length,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}
