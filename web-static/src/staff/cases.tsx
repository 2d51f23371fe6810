import { useEffect, useRef, useState } from 'preact/hooks';
import type { Outcome, Problem } from '../app/api.ts';
import { useFollowing } from '../console/following.ts';
import { useStaffLoad } from '../console/load.ts';
import { pathOf, usePlace } from '../app/router.ts';
import type { CaseRow, StaffSession, State } from '../app/types.ts';
import { day, receiptNumber, STATE_FOR_STAFF } from '../app/words.ts';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { ProblemBox, Show } from '../ui/notices.tsx';
import { StateChip } from '../ui/state-chip.tsx';
import { WaitingFor } from '../ui/waiting.tsx';
import { staff } from '../console/api.ts';
import { staffSessionEnded } from '../console/session.ts';
import { CaseSearch } from './case-search.tsx';
import { changesInWords, changesOf } from './list-changes.ts';
import { withOwnSteps } from './own-steps.ts';

interface Listed {
  cases: CaseRow[];
  cursor?: string;
}

const STATES: State[] = ['SUBMITTED', 'ACCEPTED', 'RETURNED', 'COMPLETED', 'REJECTED', 'WITHDRAWN'];

/** The clerk's own divisions' applications, by state, and the search for a person. */
export function Cases(props: { session: Extract<StaffSession, { level: 'signed-in' }> }) {
  const { query } = usePlace();
  const asked = query.get('state') as State | null;
  const state = asked !== null && STATES.indexOf(asked) >= 0 ? asked : 'SUBMITTED';
  const [found, setFound] = useState<CaseRow[] | null>(null);
  return (
    <>
      <Heading title={screens.CASES.title} step={state} caption={STATE_FOR_STAFF[state]} />
      <CaseSearch onFound={setFound} />
      {found !== null ? (
        <section aria-labelledby="found-title">
          <h2 id="found-title">
            さがした結果 <span class="count">{found.length}件</span>
          </h2>
          {found.length === 0 ? (
            <p>見つかりませんでした。担当外の申請は表示されません。</p>
          ) : (
            <CaseTable rows={found} session={props.session} withState />
          )}
        </section>
      ) : (
        <>
          <nav class="tabs" aria-label="状態">
            <ul>
              {STATES.map((one) => (
                <li key={one}>
                  <Link to={screens.CASES.path + '?state=' + one} current={one === state}>
                    {STATE_FOR_STAFF[one]}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <ByState key={state} state={state} session={props.session} />
        </>
      )}
    </>
  );
}

function ByState(props: { state: State; session: Extract<StaffSession, { level: 'signed-in' }> }) {
  const { state, session } = props;
  const { loaded, reload, set } = useStaffLoad(state, () => staff('listCases', { query: { state } }));
  const [more, setMore] = useState<Problem | null>(null);
  const [fresh, setFresh] = useState<Listed | null>(null);
  const [brought, setBrought] = useState(0);
  const news = useRef<HTMLParagraphElement>(null);
  const shown = loaded.status === 'ready' ? loaded.value : null;
  const rowsOf = ({ cases, cursor }: Listed) => withOwnSteps(cases, state, cursor === undefined);
  const readOf = (listed: Listed) => ({ rows: rowsOf(listed), whole: listed.cursor === undefined });
  useFollowing(async () => {
    if (shown === null) return;
    const now = await readAnew(state, shown.cases.length);
    if (now.ok) setFresh(now.value);
    else if (now.problem.status === 401) staffSessionEnded();
  });
  const changes = shown === null || fresh === null ? null : changesOf(readOf(shown), readOf(fresh));
  useEffect(() => {
    if (brought > 0) news.current?.focus();
  }, [brought]);
  return (
    <>
      <Show loaded={loaded} retry={reload}>
        {(listed) => {
          const { cases, cursor } = listed;
          const rows = rowsOf(listed);
          return rows.length === 0 && cursor === undefined ? (
            <p>「{STATE_FOR_STAFF[state]}」の申請はありません。</p>
          ) : (
            <>
              <CaseTable rows={rows} session={session} />
              {more && <ProblemBox problem={more} />}
              {cursor !== undefined && (
                <p>
                  <button
                    type="button"
                    class="button"
                    onClick={async () => {
                      const next = await staff('listCases', { query: { state, cursor } });
                      if (next.ok) {
                        set({ cases: cases.concat(next.value.cases), cursor: next.value.cursor });
                      }
                      setMore(next.ok ? null : next.problem);
                    }}
                  >
                    続きを読み込む
                  </button>
                </p>
              )}
            </>
          );
        }}
      </Show>
      {/* Below, where it moves no row: one that moves under a hand would be the wrong one. They come when they are asked for. */}
      <div class="list-news">
        <div role="status">{changes !== null && <p>{changesInWords(changes)}</p>}</div>
        {changes !== null && (
          <button
            type="button"
            class="button"
            onClick={() => {
              set(fresh!);
              setFresh(null);
              setBrought(brought + 1);
            }}
          >
            最新の一覧を表示する
          </button>
        )}
        {brought > 0 && changes === null && (
          <p ref={news} tabIndex={-1}>
            最新の一覧です。
          </p>
        )}
      </div>
    </>
  );
}

/** At least as many rows as are shown. */
async function readAnew(state: State, count: number): Promise<Outcome<Listed>> {
  let listed: Listed = { cases: [] };
  do {
    const query = { state, ...(listed.cursor === undefined ? {} : { cursor: listed.cursor }) };
    const next = await staff('listCases', { query });
    if (!next.ok) return next;
    listed = { ...next.value, cases: listed.cases.concat(next.value.cases) };
  } while (listed.cursor !== undefined && listed.cases.length < count);
  return { ok: true, value: listed };
}

function CaseTable(props: {
  rows: CaseRow[];
  session: Extract<StaffSession, { level: 'signed-in' }>;
  withState?: boolean;
}) {
  const nameOf = (divisionId: string) =>
    props.session.divisions.filter((division) => division.divisionId === divisionId)[0]?.name ?? divisionId;
  return (
    <div class="table-scroll" role="region" aria-label="申請の表" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">受付番号</th>
            <th scope="col">申請者</th>
            <th scope="col">手続</th>
            {props.withState && <th scope="col">状態</th>}
            <th scope="col">受付日</th>
            <th scope="col">処理期限</th>
            <th scope="col">担当</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.applicationId} class={row.overdue ? 'overdue' : undefined}>
              <td class="nowrap">
                <Link to={pathOf(screens.CASE.path, { applicationId: row.applicationId })}>
                  {receiptNumber(row.receiptNumber)}
                </Link>
              </td>
              <td>{row.applicantName}</td>
              <td>{row.procedureName}</td>
              {props.withState && (
                <td>
                  <StateChip state={row.state} words={STATE_FOR_STAFF} />
                </td>
              )}
              <td class="nowrap">{day(row.receivedOn)}</td>
              <td class="nowrap">
                {row.dueOn !== undefined ? (
                  day(row.dueOn)
                ) : row.holds.length > 0 ? (
                  <WaitingFor holds={row.holds} />
                ) : (
                  '—'
                )}
                {row.overdue && <span class="overdue-mark">期限超過</span>}
              </td>
              <td>{nameOf(row.divisionId)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
