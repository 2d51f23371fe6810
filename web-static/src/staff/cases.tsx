import { useEffect, useRef, useState } from 'preact/hooks';
import { usePlace } from '../app/router.ts';
import type { CaseRow, State } from '../app/types.ts';
import { STATE_FOR_STAFF } from './state-words.ts';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Skeleton } from '../ui/notices.tsx';
import { RETURNED, useReturning } from '../console/returning.ts';
import { CaseSearch, type CaseAsked } from './case-search.tsx';
import { CaseTable, type SignedIn } from './case-table.tsx';
import { ClosedCases } from './closed-cases.tsx';
import { OpenCases } from './open-cases.tsx';
import { OPEN } from './open-list.ts';
import { OverUnread, OverUnreadCases } from './over-unread.tsx';

const OVER: State[] = ['COMPLETED', 'REJECTED', 'WITHDRAWN'];

/** The clerk's own divisions' applications: what is open, what is over, and the search for a person among both. */
export function Cases(props: { session: SignedIn }) {
  const { query, state: stands } = usePlace();
  const asked = query.get('state') as State | null;
  const state = asked !== null && OPEN.concat(OVER).indexOf(asked) >= 0 ? asked : null;
  const overUnread = state === null && query.get('unread') === 'over';
  const [found, setFound] = useState<CaseRow[] | null>(null);
  const { kept, back, keep, onClickCapture } = useReturning<{ asked?: CaseAsked }>('search', {}, found !== null);
  const searched = useRef(false);
  if (found !== null) searched.current = true;
  // The menu leads here from what was found: to the list.
  useEffect(() => {
    if (searched.current && stands.step !== RETURNED) setFound(null);
  }, [query]);
  const again = back && kept.asked !== undefined ? kept.asked : null;
  const search = useRef<HTMLDetailsElement>(null);
  // Whoever comes back finds it open; from then on it is theirs to open and to close.
  const [opened] = useState(again !== null);
  const tab = (one: State | null) => (
    <li key={one}>
      <Link to={screens.CASES.path + (one === null ? '' : '?state=' + one)} current={one === state && !overUnread}>
        {one === null ? '処理中' : STATE_FOR_STAFF[one]}
      </Link>
    </li>
  );
  return (
    <>
      <div class="list-top list-top-low">
        <Heading title={screens.CASES.title} step={overUnread ? 'over-unread' : (state ?? '')} caption={overUnread ? '終わった申請の未読' : state === null ? '処理中' : STATE_FOR_STAFF[state]} />
        <details class="person-search no-print" ref={search} open={opened}>
          <summary>氏名・フリガナ・電話番号・生年月日でさがす（終わった申請も）</summary>
          <CaseSearch
            again={again}
            onFound={(rows, asked) => {
              if (asked === null) delete kept.asked;
              else keep({ asked });
              setFound(rows);
            }}
          />
        </details>
      </div>
      {found !== null ? (
        <section aria-labelledby="found-title">
          <h2 id="found-title">
            さがした結果 <span class="count">{found.length}件</span>
          </h2>
          {found.length === 0 ? (
            <p>見つかりませんでした。担当外の申請は表示されません。</p>
          ) : (
            <div onClickCapture={onClickCapture}>
              <CaseTable rows={found} session={props.session} withState />
            </div>
          )}
        </section>
      ) : again !== null && kept.asked === again ? (
        <Skeleton />
      ) : (
        <>
          <nav class="tabs" aria-label="状態">
            <ul>{([null] as (State | null)[]).concat(OPEN, OVER).map(tab)}</ul>
          </nav>
          {!overUnread && <OverUnread />}
          {overUnread ? (
            <OverUnreadCases session={props.session} arriving={!searched.current} />
          ) : state === null || OPEN.indexOf(state) >= 0 ? (
            <OpenCases
              key={state ?? ''}
              state={state}
              session={props.session}
              arriving={!searched.current}
              onSearch={(input) => {
                search.current!.open = true;
                document.getElementById('s-' + input)?.focus();
              }}
            />
          ) : (
            <ClosedCases key={state} state={state} session={props.session} arriving={!searched.current} />
          )}
        </>
      )}
    </>
  );
}
