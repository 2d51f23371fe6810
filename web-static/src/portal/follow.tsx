import { useRef, useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { navigate, usePlace } from '../app/router.ts';
import { keptCode } from '../app/kept-code.ts';
import { broughtCode, spoken } from '../app/spoken-code.ts';
import type { Application } from '../app/types.ts';
import { draftIdOf } from '../apply/files.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { ProblemBox, Skeleton } from '../ui/notices.tsx';
import { SpokenCodeForm } from '../ui/spoken-code-form.tsx';
import { Details } from './application.tsx';
import { Correction } from './correct.tsx';
import { byCode } from './reached.ts';

/** Where the code waits in this tab alone: whoever takes a photograph may find the page loaded anew. */
const { keep, recalled } = keptCode('follow');

/** What whoever applied without signing in sees of it with the code of the receipt. */
export function Follow() {
  const place = usePlace();
  const { path } = screens.FOLLOW;
  const code = useRef<string | null>(null);
  if (code.current === null) code.current = broughtCode(path) ?? recalled();
  const [application, setApplication] = useState<Application | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const asked = useRef(false);
  const follow = async (typed: string): Promise<Problem | null> => {
    const outcome = await resident('followApplication', { body: { code: typed }, key: newKey() });
    if (!outcome.ok) {
      if (outcome.problem.status === 404) keep('');
      return outcome.problem;
    }
    code.current = typed;
    keep(typed);
    setProblem(null);
    setApplication(outcome.value);
    return null;
  };
  const refused = (told: Problem) => {
    setProblem(told);
    setTries((n) => n + 1);
    setApplication(null);
  };
  const again = () => void follow(code.current!).then((told) => told && refused(told));
  if (code.current !== '' && !asked.current) {
    asked.current = true;
    again();
  }
  if (application !== null && place.state.step !== undefined) {
    return (
      <Correction
        application={application}
        path={path}
        back={path}
        reload={again}
        send={(draft, body, key) => {
          const draftId = draftIdOf(draft);
          return resident('correctFollowed', {
            body: { ...body, code: code.current!, ...(draftId === undefined ? {} : { draftId }) },
            key,
          });
        }}
      />
    );
  }
  if (application !== null) {
    return (
      <>
        <Details application={application} path={path} withdrawn={false} refresh={again} reached={byCode(code.current!)} followed />
        <p class="no-print">
          <button
            type="button"
            class="button"
            onClick={() => {
              keep('');
              code.current = '';
              setApplication(null);
              navigate(path, { replace: true });
            }}
          >
            この申請の画面を閉じる
          </button>
        </p>
      </>
    );
  }
  const reading = code.current !== '' && problem === null;
  return (
    <>
      <Heading title={screens.FOLLOW.title} />
      {problem && <ProblemBox key={tries} problem={problem} focus {...(problem.status !== 404 && { retry: again })} />}
      {reading ? (
        <Skeleton />
      ) : (
        <>
          <p>
            ログインせずに送った申請の状況を、受け付けた画面に表示された「申請を見るための番号」で見られます。メッセージのやりとり、補正、市役所からの文書の受け取りもできます。
          </p>
          <SpokenCodeForm
            label="申請を見るための番号"
            code={spoken(code.current)}
            run="申請を見る"
            running="探しています…"
            send={follow}
            onProblem={refused}
          />
          <p>
            アカウントのある方は、<Link to={screens.CLAIM.path}>{screens.CLAIM.title}</Link>こともできます。
          </p>
        </>
      )}
    </>
  );
}
