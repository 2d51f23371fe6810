import { useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { BY_EMAIL, sessionEnded, signInHref, useSession } from '../app/session.ts';
import type { SignIns, Way as OfferedWay } from '../app/types.ts';
import { dateTime } from '../app/words.ts';
import { site } from '../app/site.ts';
import { screens } from '../routes.generated.ts';
import { ProblemBox } from '../ui/notices.tsx';

type Way = SignIns['ways'][number];

/** By which ways the account can be signed in to; adding one and taking one away. */
export function OwnWays(props: { shown: SignIns; changed: (done: string) => void }) {
  const { ways, recent } = props.shown;
  const known = useSession();
  const [asked, setAsked] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (known.status !== 'ready') return null;
  const has = (one: OfferedWay) => ways.some((own) => own.way === one.provider);
  // Nobody should read their mail at a terminal that the next visitor uses.
  const further = known.session.ways.filter((one) => !has(one) && !(site.kiosk && one.provider === BY_EMAIL));
  // A mailbox is not enough to change the ways of somebody who verified who they are.
  const proven = known.session.level === 'signed-in' && known.session.proven;
  const unproven = !proven && known.session.ways.some((one) => one.verifies && has(one));
  const detach = async (way: Way) => {
    setProblem(null);
    const outcome = await resident('detachWay', { key: newKey(), body: { identity: way.identity } });
    setAsked(null);
    if (!outcome.ok) {
      if (outcome.problem.status === 401) sessionEnded();
      return setProblem(outcome.problem);
    }
    props.changed(`${way.label}を外し、ほかのすべての端末からログアウトしました。`);
  };
  return (
    <section aria-labelledby="own-ways">
      <h2 id="own-ways">ログインの方法</h2>
      {problem && <ProblemBox problem={problem} focus />}
      <ul class="cards">
        {ways.map((one) => (
          <li class="card" key={one.identity}>
            <h3>{one.label}</h3>
            {one.since && <p>{dateTime(one.since)}から</p>}
            {ways.length > 1 && recent && !unproven && asked !== one.identity && (
              <p>
                <button type="button" class="button" onClick={() => setAsked(one.identity)}>
                  {one.label}を外す
                </button>
              </p>
            )}
            {asked === one.identity && (
              <>
                <p>外すと、{one.label}ではこのアカウントにログインできなくなります。申請は残ります。</p>
                <p class="button-row">
                  <button type="button" class="button button-main" ref={takeFocus} onClick={() => void detach(one)}>
                    外す
                  </button>
                  <button type="button" class="button" onClick={() => setAsked(null)}>
                    やめる
                  </button>
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
      {unproven ? (
        <>
          <p>このアカウントには、本人確認をした方法があります。方法の追加と取り外しは、その方法で本人確認をするとできます。</p>
          {known.session.ways
            .filter((one) => one.verifies && has(one))
            .map((one) => (
              <p key={one.provider}>
                <a class="button" href={signInHref(screens.SIGN_INS.path, one, true)}>
                  {one.label}で本人確認をする
                </a>
              </p>
            ))}
        </>
      ) : recent ? (
        further.map((one) => (
          <p key={one.provider}>
            <a class="button" href={signInHref(screens.SIGN_INS.path, one, true)}>
              {one.label}を追加する
            </a>
          </p>
        ))
      ) : (
        <p>方法の追加と取り外しは、安全のため、ログインしてから10分以内にできます。いったんログアウトし、もう一度ログインしてください。</p>
      )}
    </section>
  );
}

/** One function for all renders, so that it runs once when the button appears. */
function takeFocus(element: HTMLButtonElement | null): void {
  element?.focus();
}
