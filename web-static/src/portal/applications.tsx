import { resident } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { pathOf } from '../app/router.ts';
import type { ApplicationRow } from '../app/types.ts';
import { day, receiptNumber, STATE_FOR_RESIDENT } from '../app/words.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Show } from '../ui/notices.tsx';
import { later } from '../ui/later.tsx';
import { StateChip } from '../ui/state-chip.tsx';
import { SignInFirst } from './sign-in-first.tsx';

const OwnDrafts = later(() => import('./own-drafts.tsx').then((m) => m.OwnDrafts));

/** The resident's own applications, newest first. */
export function Applications() {
  const { title, path } = screens.APPLICATIONS;
  return (
    <SignInFirst title={title} path={path}>
      {() => <List />}
    </SignInFirst>
  );
}

function List() {
  const { loaded, reload } = useLoad('applications', () => resident('listApplications'));
  return (
    <>
      <Heading title={screens.APPLICATIONS.title} />
      <OwnDrafts />
      <Show loaded={loaded} retry={reload}>
        {({ applications }) =>
          applications.length === 0 ? (
            <>
              <p>まだ申請はありません。</p>
              <p>
                <Link to="/" class="button">
                  手続をさがす
                </Link>
              </p>
            </>
          ) : (
            <ul class="cards">
              {applications.map((row) => (
                <Row key={row.applicationId} row={row} />
              ))}
            </ul>
          )
        }
      </Show>
      <p>
        ログインせずに窓口などで申請したものは、<Link to={screens.CLAIM.path}>番号を入力して加えられます</Link>。加えずに<Link to={screens.FOLLOW.path}>番号で見る</Link>こともできます。
      </p>
    </>
  );
}

function Row(props: { row: ApplicationRow }) {
  const { row } = props;
  return (
    <li class={'card' + (row.state === 'RETURNED' ? ' card-urgent' : '')}>
      <h2>
        <Link to={pathOf(screens.APPLICATION.path, { applicationId: row.applicationId })}>
          {row.procedureName}
        </Link>
      </h2>
      <p>
        <StateChip state={row.state} words={STATE_FOR_RESIDENT} />
        {row.unread && <strong>　未読のメッセージがあります</strong>}
        {row.documentWaits && <strong>　まだ開いていない文書があります</strong>}
      </p>
      <p class="small">
        受付番号 <span class="nowrap">{receiptNumber(row.receiptNumber)}</span>
        <br />
        受付日 {day(row.receivedOn)}
      </p>
    </li>
  );
}
