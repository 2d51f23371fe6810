import type { ComponentChildren } from 'preact';
import { useSession } from '../app/session.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { ProblemBox, Skeleton } from '../ui/notices.tsx';
import { SignInWays } from '../ui/sign-in-ways.tsx';

/** Shows its content only to somebody signed in; asks others to sign in and come back here. */
export function SignInFirst(props: {
  title: string;
  path: string;
  /** Somebody whose session ended while they typed keeps the screen. */
  guestToo?: boolean;
  children: () => ComponentChildren;
}) {
  const known = useSession();
  if (known.status === 'loading') {
    return (
      <>
        <Heading title={props.title} />
        <Skeleton />
      </>
    );
  }
  if (known.status === 'failed') {
    return (
      <>
        <Heading title={props.title} />
        <ProblemBox problem={known.problem} retry={() => location.reload()} />
      </>
    );
  }
  if (known.session.level === 'guest' && !props.guestToo) {
    return (
      <>
        <Heading title={props.title} />
        <p>ご自分の申請を見るには、ログインが必要です。</p>
        <p>
          ログインせずに申請した方は、<Link to={screens.FOLLOW.path}>申請を見るための番号</Link>で見られます。
        </p>
        <SignInWays path={props.path} purpose="ログインする" />
      </>
    );
  }
  return <>{props.children()}</>;
}
