import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Outcome } from '../app/api.ts';
import { rewrite, usePlace } from '../app/router.ts';
import type { CaseRow, State } from '../app/types.ts';
import { today } from '../app/words.ts';
import { STATE_FOR_STAFF } from './state-words.ts';
import { staff } from '../console/api.ts';
import { may, staffId } from '../console/session.ts';
import { useStaffLoad } from '../console/load.ts';
import { RETURNED, useReturning } from '../console/returning.ts';
import { screens } from '../staff-routes.generated.ts';
import { Show } from '../ui/notices.tsx';
import { TextBox } from '../ui/text-box.tsx';
import { BulkDecision } from './bulk-decision.tsx';
import { CaseTable, divisionName, type SignedIn } from './case-table.tsx';
import { ListNews, type Listed } from './list-news.tsx';
import { type Asked, filtered, isAssigned, isReading, isSoon, OPEN, type Order, SOON_DAYS, sorted, type Sorting } from './open-list.ts';
import { withOwnSteps } from './own-steps.ts';

const ORDERS: Order[] = ['due', 'arrived', 'number', 'name', 'procedure', 'state', 'assignee'];

/** Rows that are drawn at first and with each press: thousands at once would stop an old machine. */
const DRAWN = 100;

/** What the address asks for; the words that were typed never stand there. */
function fromAddress(query: URLSearchParams, state: State | null): { asked: Omit<Asked, 'words'>; sorting: Sorting } {
  const sort = query.get('sort') ?? 'due';
  const by = sort.replace(/^-/, '') as Order;
  const due = query.get('due');
  const assigned = query.get('assigned');
  return {
    asked: {
      state,
      procedure: query.get('procedure'),
      division: query.get('division'),
      due: due === 'over' || due === 'soon' ? due : null,
      unread: query.get('unread') === '1',
      assigned: assigned === 'me' || assigned === 'none' ? assigned : null,
    },
    sorting: ORDERS.indexOf(by) >= 0 ? { by, descending: sort.charAt(0) === '-' } : { by: 'due', descending: false },
  };
}

/** Everything that is open in the clerk's divisions: sorted, filtered and looked through where it stands. */
export function OpenCases(props: {
  state: State | null;
  session: SignedIn;
  /** False when a search stood there before. */
  arriving: boolean;
  /** @param input that the words belong into */
  onSearch: (input: 'name' | 'kana') => void;
}) {
  const { state, session } = props;
  const { query, state: stands } = usePlace();
  const self = staffId();
  const [at, setAt] = useState(() => fromAddress(query, state));
  const { loaded, reload, set } = useStaffLoad('open', readOpen);
  const fresh = { words: '', drawn: DRAWN };
  const { kept, keep, onClickCapture } = useReturning('open:' + (state ?? ''), fresh, loaded.status === 'ready', props.arriving);
  const [words, setWords] = useState(kept.words);
  const [drawn, setDrawn] = useState(kept.drawn);
  const [chosen, setChosen] = useState<string[]>([]);
  const asked: Asked = { ...at.asked, state, words };
  const all = loaded.status === 'ready' ? withOwnSteps(loaded.value.cases, OPEN, true) : [];
  const rows = useMemo(
    () => sorted(filtered(all, asked, today(), self), at.sorting),
    [loaded, state, words, at],
  );
  keep({ words, drawn });
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) setDrawn(DRAWN);
    first.current = false;
  }, [state, words, at]);

  // The menu leads here from here: to the list as it is at first, before anything is typed into it.
  useLayoutEffect(() => {
    if (stands.step === RETURNED) return;
    setWords('');
    setAt(fromAddress(query, state));
  }, [query]);

  const ask = (change: Partial<Omit<Asked, 'words'>>, sorting = at.sorting) => {
    const next = { asked: { ...at.asked, ...change }, sorting };
    setAt(next);
    rewrite(addressOf({ ...next.asked, state }, next.sorting));
  };
  const chip = (title: string, count: number, due: 'over' | 'soon') => (
    <button type="button" class="button chip-button" aria-pressed={asked.due === due} onClick={() => ask({ due: asked.due === due ? null : due })}>
      {title} {count}件
    </button>
  );
  const whose = (title: string, to: 'me' | 'none') => (
    <button type="button" class="button chip-button" aria-pressed={asked.assigned === to} onClick={() => ask({ assigned: asked.assigned === to ? null : to })}>
      {title} {all.filter((row) => isAssigned(row, to, self)).length}件
    </button>
  );
  const choice = (id: 'procedure' | 'division', label: string, options: [string, string][]) =>
    options.length > 1 && (
      <div class="list-field">
        <label for={'l-' + id}>{label}</label>
        <select id={'l-' + id} value={asked[id] ?? ''} onChange={(event) => ask({ [id]: event.currentTarget.value || null })}>
          <option value="">すべて</option>
          {options.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
    );
  const narrowed = asked.procedure !== null || asked.division !== null || asked.due !== null || asked.unread || asked.assigned !== null || words.trim() !== '';
  const kana = isReading(words);
  return (
    <>
      <Show loaded={loaded} retry={reload}>
        {() => (
          <div onClickCapture={onClickCapture}>
            <div class="list-tools no-print">
              <div class="list-field list-words">
                <label for="l-words">この一覧でさがす（番号・氏名・ラベルなど）</label>
                <TextBox id="l-words" type="text" autocomplete="off" value={words} onText={setWords} />
              </div>
              {choice('procedure', '手続', optionsOf(all, 'procedureId', (row) => row.procedureName))}
              {choice('division', '課', optionsOf(all, 'divisionId', (row) => divisionName(session, row.divisionId)))}
              {chip('期限超過', all.filter((row) => row.overdue).length, 'over')}
              {chip(`${SOON_DAYS}日以内に期限`, all.filter((row) => isSoon(row, today())).length, 'soon')}
              <button type="button" class="button chip-button" aria-pressed={asked.unread} onClick={() => ask({ unread: !asked.unread })}>
                未読 {all.filter((row) => row.unread).length}件
              </button>
              {whose('自分の担当', 'me')}
              {whose('担当者なし', 'none')}
              <p role="status" class="list-count">
                {rows.length}件{rows.length < all.length && `（処理中の${all.length}件のうち）`}
              </p>
            </div>
            {rows.length === 0 ? (
              narrowed ? (
                <>
                  <p>
                    この一覧には見つかりませんでした。
                    {kana && 'この一覧は、フリガナではさがせません。氏名の漢字でさがすか、下のボタンから「フリガナ」でさがしてください。'}
                  </p>
                  <p>
                    <button
                      type="button"
                      class="button"
                      onClick={() => {
                        setWords('');
                        ask({ procedure: null, division: null, due: null, unread: false, assigned: null });
                      }}
                    >
                      絞り込みをやめる
                    </button>{' '}
                    <button type="button" class="button" onClick={() => props.onSearch(kana ? 'kana' : 'name')}>
                      終わった申請もふくめて、人からさがす
                    </button>
                  </p>
                </>
              ) : (
                <p>「{state === null ? '処理中' : STATE_FOR_STAFF[state]}」の申請はありません。</p>
              )
            ) : (
              <>
                {may('REVIEWER') && <BulkDecision rows={rows.filter((row) => chosen.indexOf(row.applicationId) >= 0)} onNone={() => setChosen([])} />}
                <CaseTable
                  {...(may('REVIEWER') && {
                    chosen,
                    onChoose: (ids: string[], on: boolean) =>
                      setChosen((now) => now.filter((id) => ids.indexOf(id) < 0).concat(on ? ids : [])),
                  })}
                  rows={rows.slice(0, drawn)}
                  whole={rows}
                  session={session}
                  withState={state === null}
                  sorting={at.sorting}
                  onSort={(by) => ask({}, { by, descending: at.sorting.by === by && !at.sorting.descending })}
                />
                {drawn < rows.length && (
                  <p>
                    <button type="button" class="button" onClick={() => setDrawn(drawn + DRAWN)}>
                      続きを表示する（あと{rows.length - drawn}件）
                    </button>
                  </p>
                )}
              </>
            )}
          </div>
        )}
      </Show>
      <ListNews
        shown={loaded.status === 'ready' ? loaded.value : null}
        read={readOpen}
        rowsOf={(listed) => ({ rows: filtered(withOwnSteps(listed.cases, OPEN, true), asked, today(), self), whole: true })}
        bring={set}
      />
    </>
  );
}

/** All pages of what is open. */
async function readOpen(): Promise<Outcome<Listed>> {
  let cases: CaseRow[] = [];
  let cursor: string | undefined;
  do {
    const next: Outcome<Listed> = await staff('listCases', { query: cursor === undefined ? {} : { cursor } });
    if (!next.ok) return next;
    cases = cases.concat(next.value.cases);
    cursor = next.value.cursor;
  } while (cursor !== undefined);
  return { ok: true, value: { cases } };
}

function addressOf(asked: Omit<Asked, 'words'>, { by, descending }: Sorting): string {
  const query = new URLSearchParams();
  for (const name of ['state', 'procedure', 'division', 'due'] as const) {
    const value = asked[name];
    if (value !== null) query.set(name, value);
  }
  if (asked.unread) query.set('unread', '1');
  if (asked.assigned !== null) query.set('assigned', asked.assigned);
  if (by !== 'due' || descending) query.set('sort', (descending ? '-' : '') + by);
  const text = query.toString();
  return screens.CASES.path + (text === '' ? '' : '?' + text);
}

/** What the rows have, each once, by name. */
function optionsOf(rows: CaseRow[], id: 'procedureId' | 'divisionId', name: (row: CaseRow) => string): [string, string][] {
  const names = new Map<string, string>();
  rows.forEach((row) => names.set(row[id], name(row)));
  return Array.from(names).sort((a, b) => (a[1] < b[1] ? -1 : 1));
}
