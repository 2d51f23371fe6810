import { useEffect, useState } from 'preact/hooks';
import type { Outcome, Problem } from '../app/api.ts';
import type { State } from '../app/types.ts';
import { STATE_FOR_STAFF } from './state-words.ts';
import { staff } from '../console/api.ts';
import { useStaffLoad } from '../console/load.ts';
import { useReturning } from '../console/returning.ts';
import { ProblemBox, Show } from '../ui/notices.tsx';
import { CaseTable, type SignedIn } from './case-table.tsx';
import { ListNews, type Listed } from './list-news.tsx';
import { withOwnSteps } from './own-steps.ts';

/** What is over, oldest first; there may be years of it, so a page at a time. */
export function ClosedCases(props: { state: State; session: SignedIn; arriving: boolean }) {
  const { state, session } = props;
  const [ready, setReady] = useState(false);
  const { kept, back, keep, onClickCapture } = useReturning('closed:' + state, { read: 0 }, ready, props.arriving);
  const { loaded, reload, set } = useStaffLoad(state, () => (back ? readAnew(state, kept.read) : staff('listCases', { query: { state } })));
  useEffect(() => {
    if (loaded.status !== 'ready') return;
    keep({ read: loaded.value.cases.length });
    setReady(true);
  }, [loaded]);
  const [more, setMore] = useState<Problem | null>(null);
  const rowsOf = ({ cases, cursor }: Listed) => withOwnSteps(cases, [state], cursor === undefined);
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
              <div onClickCapture={onClickCapture}>
                <CaseTable rows={rows} session={session} />
              </div>
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
      <ListNews
        shown={loaded.status === 'ready' ? loaded.value : null}
        read={(shown) => readAnew(state, shown.cases.length)}
        rowsOf={(listed) => ({ rows: rowsOf(listed), whole: listed.cursor === undefined })}
        bring={set}
      />
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
