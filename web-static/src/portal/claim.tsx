import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { pathOf } from '../app/router.ts';
import { sessionEnded, useSession } from '../app/session.ts';
import { site } from '../app/site.ts';
import { broughtCode, spoken } from '../app/spoken-code.ts';
import type { Claimed } from '../app/types.ts';
import { receiptNumber } from '../app/words.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, ProblemBox, Skeleton } from '../ui/notices.tsx';
import { SpokenCodeForm } from '../ui/spoken-code-form.tsx';
import { ProofFirst, SignInWays } from '../ui/sign-in-ways.tsx';

/** Where a code waits while its holder signs in, in this tab alone. */
const WAITING = 'claim';

/** Takes an application that was sent in without signing in, at the counter or elsewhere, into the account (引継ぎ). */
export function Claim() {
  const known = useSession();
  const code = useRef<string | null>(null);
  if (code.current === null) code.current = broughtCode(screens.CLAIM.path) ?? recalled();
  const signedIn = known.status === 'ready' && known.session.level === 'signed-in';
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const [claimed, setClaimed] = useState<Claimed | null>(null);
  const proofAsked = problem?.code === 'proof-required';
  // With the screen itself: nobody sees the form while the code still waits.
  useLayoutEffect(() => {
    if (known.status === 'ready') keep(signedIn && !proofAsked ? '' : code.current!);
  }, [known.status, signedIn, proofAsked]);

  if (claimed) return <Done claimed={claimed} />;
  const claim = async (typed: string): Promise<Problem | null> => {
    code.current = typed;
    const outcome = await resident('claimApplication', { key: newKey(), body: { code: typed } });
    if (!outcome.ok) return outcome.problem;
    setClaimed(outcome.value);
    return null;
  };
  return (
    <>
      <Heading title={screens.CLAIM.title} />
      {problem && !proofAsked && <ProblemBox key={tries} problem={problem} focus />}
      <p>
        窓口などで、ログインせずに送った申請を、ご自分の「{screens.APPLICATIONS.title}
        」に加えます。状況の確認や補正、取下げが、ご自宅からできるようになります。番号は、申請を受け付けた画面に表示されたもので、一度だけ使えます。
      </p>
      {known.status === 'loading' && <Skeleton />}
      {known.status === 'failed' && <ProblemBox problem={known.problem} retry={() => location.reload()} />}
      {known.status === 'ready' && !signedIn && (
        <Notice kind="info" title="引き継ぐには、ログインが必要です。" focus={known.ended}>
          {code.current !== '' && <p>番号 {spoken(code.current)} を読み取りました。ログインのあと、続きに進みます。</p>}
          <SignInWays path={screens.CLAIM.path} purpose="ログインして引き継ぐ" />
        </Notice>
      )}
      {signedIn && proofAsked && <ProofFirst path={screens.CLAIM.path} purpose="本人確認をして引き継ぐ" />}
      {signedIn && !proofAsked && (
        <SpokenCodeForm
          label="申請を受け付けた画面の番号"
          code={spoken(code.current)}
          run="引き継ぐ"
          running="引き継いでいます…"
          send={claim}
          onProblem={(told) => {
            if (told.status === 401) sessionEnded();
            setProblem(told.status === 401 ? null : told);
            setTries(tries + 1);
          }}
        />
      )}
      {signedIn && (
        <p>
          <Link to={screens.APPLICATIONS.path}>申請状況の一覧を見る</Link>
        </p>
      )}
    </>
  );
}

function Done(props: { claimed: Claimed }) {
  const { claimed } = props;
  return (
    <>
      <div class="done">
        <Heading title="申請を引き継ぎました" step="done" caption={claimed.procedureName} />
        <p>受付番号</p>
        <p class="receipt-number">{receiptNumber(claimed.receiptNumber)}</p>
      </div>
      <Waiting applicationId={claimed.applicationId} />
      <p>これからは、「{screens.APPLICATIONS.title}」で状況を見られます。窓口で表示された番号は、もう使えません。</p>
      <p>
        <Link to={pathOf(screens.APPLICATION.path, { applicationId: claimed.applicationId })} class="button button-main">
          申請の状況を見る
        </Link>
      </p>
    </>
  );
}

/** What the city handed over before anybody could open it. */
function Waiting(props: { applicationId: string }) {
  const params = { applicationId: props.applicationId };
  const { loaded } = useLoad('waiting ' + props.applicationId, () => resident('listDocuments', { params }));
  if (loaded.status !== 'ready' || !loaded.value.documents.some((one) => one.openable && one.openedAt === undefined)) return null;
  return (
    <Notice kind="info" title="市役所からの文書が届いています。">
      <p>「申請の状況を見る」を押すと、開けます。</p>
    </Notice>
  );
}

/** Nothing of a visitor stays at a terminal, and some browsers keep nothing at all: then it is typed again. */
function keep(code: string): void {
  if (site.kiosk) return;
  try {
    if (code === '') sessionStorage.removeItem(WAITING);
    else sessionStorage.setItem(WAITING, code);
  } catch {
    // Typed again.
  }
}

function recalled(): string {
  try {
    return (site.kiosk ? null : sessionStorage.getItem(WAITING)) ?? '';
  } catch {
    return '';
  }
}
