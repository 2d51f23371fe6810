import { useEffect } from 'preact/hooks';
import { pathOf } from '../app/router.ts';
import type { CaseRow, StaffSession } from '../app/types.ts';
import { day, receiptNumber } from '../app/words.ts';
import { STATE_FOR_STAFF } from './state-words.ts';
import { screens } from '../staff-routes.generated.ts';
import { Link } from '../ui/link.tsx';
import { StateChip } from '../ui/state-chip.tsx';
import { WaitingFor } from '../ui/waiting.tsx';
import { keepOrder } from './list-order.ts';
import type { Order, Sorting } from './open-list.ts';

export type SignedIn = Extract<StaffSession, { level: 'signed-in' }>;

export const divisionName = (session: SignedIn, divisionId: string) =>
  session.divisions.filter((division) => division.divisionId === divisionId)[0]?.name ?? divisionId;

/** Lines of cases, each opening its case; sorted by pressing a column's name where `onSort` is given. */
export function CaseTable(props: {
  rows: CaseRow[];
  /** All of the list, where not every row is drawn. */
  whole?: CaseRow[];
  session: SignedIn;
  withState?: boolean;
  sorting?: Sorting;
  onSort?: (by: Order) => void;
  /** Ids of those that are chosen, where some can be. */
  chosen?: string[];
  onChoose?: (ids: string[], on: boolean) => void;
}) {
  const { rows, whole = rows, session, sorting, onSort, chosen = [], onChoose } = props;
  useEffect(() => keepOrder(whole), [whole]);
  const head = (title: string, by: Order) => (
    <th scope="col" aria-sort={sorting?.by === by ? (sorting.descending ? 'descending' : 'ascending') : undefined}>
      {onSort === undefined ? (
        title
      ) : (
        <button type="button" class="as-link column" onClick={() => onSort(by)}>
          {title}
          <span aria-hidden="true">{sorting?.by === by ? (sorting.descending ? '▼' : '▲') : ''}</span>
        </button>
      )}
    </th>
  );
  const withDivision = session.divisions.length > 1;
  return (
    <div class="table-scroll" role="region" aria-label="申請の表" tabIndex={0}>
      <table class="case-table">
        <thead>
          <tr>
            {onChoose !== undefined && (
              <th scope="col" class="no-print choose">
                <input
                  type="checkbox"
                  aria-label="表示している申請をすべて選ぶ"
                  checked={rows.every((row) => chosen.indexOf(row.applicationId) >= 0)}
                  onChange={(event) => onChoose(rows.map((row) => row.applicationId), event.currentTarget.checked)}
                />
              </th>
            )}
            {head('受付番号', 'number')}
            {head('申請者', 'name')}
            {head('手続', 'procedure')}
            {props.withState && head('状態', 'state')}
            {head('受付日', 'arrived')}
            {head('処理期限', 'due')}
            {head('担当者', 'assignee')}
            {withDivision && <th scope="col">課</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.applicationId} class={row.overdue ? 'overdue' : undefined}>
              {onChoose !== undefined && (
                <td class="no-print choose">
                  <input
                    type="checkbox"
                    aria-label={`受付番号${receiptNumber(row.receiptNumber)}を選ぶ`}
                    checked={chosen.indexOf(row.applicationId) >= 0}
                    onChange={(event) => onChoose([row.applicationId], event.currentTarget.checked)}
                  />
                </td>
              )}
              <td class="nowrap">
                <Link to={pathOf(screens.CASE.path, { applicationId: row.applicationId })}>
                  {receiptNumber(row.receiptNumber)}
                </Link>
                {row.unread && <span class="overdue-mark">未読</span>}
              </td>
              <td class="case-name">
                <span class="unbroken">{row.applicantName}</span>
              </td>
              <td class="case-procedure">
                {row.procedureName}
                {row.labels.map((label) => (
                  <span key={label} class="label">
                    {label}
                  </span>
                ))}
              </td>
              {props.withState && (
                <td class="nowrap">
                  <StateChip state={row.state} words={STATE_FOR_STAFF} />
                </td>
              )}
              <td>
                <Day of={row.receivedOn} />
              </td>
              <td>
                {row.dueOn !== undefined ? (
                  <Day of={row.dueOn} />
                ) : row.holds.length > 0 ? (
                  <WaitingFor holds={row.holds} />
                ) : (
                  '—'
                )}
                {row.overdue && <span class="overdue-mark">期限超過</span>}
              </td>
              <td>
                <span class="unbroken">{row.assignee?.name ?? 'なし'}</span>
              </td>
              {withDivision && <td>{divisionName(session, row.divisionId)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A day, broken behind the year alone where there is no room for it. */
function Day(props: { of: string }) {
  const [year, rest] = day(props.of).split('年');
  return (
    <>
      <span class="nowrap">{year}年</span>
      <wbr />
      <span class="nowrap">{rest}</span>
    </>
  );
}
