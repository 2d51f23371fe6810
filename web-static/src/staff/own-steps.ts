import type { CaseRow, Decision, State } from '../app/types.ts';

/**
 * A list lags behind by a moment. A case that it has is told by its version, however late; that it lacks one may also
 * mean that the case has gone further, so this is believed after a minute.
 */
const LAG = 60000;

interface Step {
  row: CaseRow;
  at: number;
}

/** What the clerk at this screen did of late, by application. */
let steps: Step[] = [];

/** Keeps what a decision made of a case, so that the lists show it before they know it themselves. */
export function ownStep(before: CaseRow, decided: Decision, now = Date.now()): void {
  const row: CaseRow = {
    applicationId: before.applicationId,
    version: decided.version,
    receiptNumber: before.receiptNumber,
    procedureId: before.procedureId,
    procedureName: before.procedureName,
    state: decided.state,
    applicantName: before.applicantName,
    soughtName: before.soughtName,
    arrivedAt: before.arrivedAt,
    receivedOn: before.receivedOn,
    divisionId: before.divisionId,
    dueOn: decided.dueOn,
    overdue: decided.overdue,
    holds: decided.holds,
    untold: before.untold,
    unread: before.unread,
    ...(before.assignee && { assignee: before.assignee }),
    labels: before.labels,
  };
  steps = steps.filter((step) => step.row.applicationId !== row.applicationId).concat([{ row, at: now }]);
}

/** By division, then oldest first, as the server lists them. */
function isBefore(a: CaseRow, b: CaseRow): boolean {
  if (a.divisionId !== b.divisionId) return a.divisionId < b.divisionId;
  if (a.arrivedAt !== b.arrivedAt) return a.arrivedAt < b.arrivedAt;
  return a.applicationId < b.applicationId;
}

/**
 * The rows of a list of some states as they are after the clerk's own steps.
 *
 * @param whole that no more rows follow; otherwise what would stand after the last of these is left to those
 */
export function withOwnSteps(rows: CaseRow[], states: State[], whole: boolean, now = Date.now()): CaseRow[] {
  let shown = rows;
  for (const { row, at } of steps) {
    const listed = shown.filter((one) => one.applicationId === row.applicationId)[0];
    if (listed === undefined ? now - at >= LAG : listed.version >= row.version) continue;
    const others = shown.filter((one) => one !== listed);
    const place = others.filter((one) => isBefore(one, row)).length;
    const beyond = place === others.length && !whole && listed === undefined;
    shown =
      states.indexOf(row.state) < 0 || beyond ? others : others.slice(0, place).concat([row], others.slice(place));
  }
  return shown;
}
