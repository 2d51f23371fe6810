import { useEffect, useState } from 'preact/hooks';
import { staff } from '../console/api.ts';
import { useFollowing } from '../console/following.ts';
import { useStaffLoad } from '../console/load.ts';
import { useReturning } from '../console/returning.ts';
import { screens } from '../staff-routes.generated.ts';
import { Link } from '../ui/link.tsx';
import { Show } from '../ui/notices.tsx';
import { CaseTable, type SignedIn } from './case-table.tsx';

/** Residents may write for some weeks after the end; nobody would look for that among what is over. */
const read = () => staff('listCases', { query: { unread: 'over' } });

const LOOK = 60000;

export const OVER_UNREAD = screens.CASES.path + '?unread=over';

/** Says in the list of what is open that somebody wrote about what is over, and leads there. */
export function OverUnread() {
  const [count, setCount] = useState(0);
  const look = async () => {
    const outcome = await read();
    // What fails is told by the list.
    if (outcome.ok) setCount(outcome.value.cases.length);
  };
  useFollowing(() => void look(), LOOK);
  useEffect(() => void look(), []);
  return (
    <p role="status" class="visits-waiting no-print">
      {count > 0 && <Link to={OVER_UNREAD}>終わった申請のうち{count}件に、未読のメッセージがあります</Link>}
    </p>
  );
}

/** What is over and was written about since. */
export function OverUnreadCases(props: { session: SignedIn; arriving: boolean }) {
  const { loaded, reload } = useStaffLoad('over-unread', read);
  const { onClickCapture } = useReturning('over-unread', {}, loaded.status === 'ready', props.arriving);
  return (
    <Show loaded={loaded} retry={reload}>
      {({ cases }) =>
        cases.length === 0 ? (
          <p>終わった申請に、未読のメッセージはありません。</p>
        ) : (
          <div onClickCapture={onClickCapture}>
            <CaseTable rows={cases} session={props.session} withState />
          </div>
        )
      }
    </Show>
  );
}
