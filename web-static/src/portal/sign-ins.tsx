import { useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { sessionEnded } from '../app/session.ts';
import type { SignIns as Shown } from '../app/types.ts';
import { site } from '../app/site.ts';
import { dateTime, day } from '../app/words.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';
import { OwnWays } from './own-ways.tsx';
import { SignInFirst } from './sign-in-first.tsx';

/** Where the resident is signed in now, with a way to end it, and when they signed in before. */
export function SignIns() {
  const { title, path } = screens.SIGN_INS;
  return (
    <SignInFirst title={title} path={path}>
      {() => <Standing />}
    </SignInFirst>
  );
}

function Standing() {
  const { loaded, reload } = useLoad('sign-ins', () => resident('listSignIns'));
  const [done, setDone] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const end = async (sessionId?: string) => {
    setProblem(null);
    const outcome = await resident('endSessions', {
      key: newKey(),
      body: sessionId === undefined ? {} : { sessionId },
    });
    if (!outcome.ok) {
      if (outcome.problem.status === 401) sessionEnded();
      // Ended elsewhere meanwhile: that is what was wished for.
      if (outcome.problem.status !== 404) return setProblem(outcome.problem);
    }
    setDone(sessionId === undefined ? 'ほかのすべての端末からログアウトしました。' : 'その端末からログアウトしました。');
    reload();
  };
  return (
    <>
      <Heading title={screens.SIGN_INS.title} />
      {done && <Notice kind="success" title={done} focus />}
      {problem && <ProblemBox problem={problem} focus />}
      <Show loaded={loaded} retry={reload}>
        {(shown) => (
          <>
            <Lists shown={shown} end={end} />
            <OwnWays
              shown={shown}
              changed={(title) => {
                setDone(title);
                reload();
              }}
            />
            <Past past={shown.past} />
          </>
        )}
      </Show>
      {!site.kiosk && <ContactEmail />}
    </>
  );
}

/** The address that notices may go to, and a way to confirm another one. */
function ContactEmail() {
  const { loaded, reload } = useLoad('profile', () => resident('readProfile'));
  return (
    <>
      <h2>連絡先メールアドレス</h2>
      <Show loaded={loaded} retry={reload}>
        {({ values, origins }) => (
          <>
            <p>
              {typeof values['email'] === 'string' && origins['email']
                ? `${values['email']}（${day(origins['email'].asOf)}に確認）`
                : 'まだ登録されていません。登録すると、申請のときに自動で入力されます。'}
            </p>
            <p>
              <Link to={screens.EMAIL.path + '?for=contact'} class="button">
                連絡先メールアドレスを{values['email'] ? '変更' : '登録'}する
              </Link>
            </p>
          </>
        )}
      </Show>
    </>
  );
}

function Lists(props: { shown: Shown; end: (sessionId?: string) => Promise<void> }) {
  const { running } = props.shown;
  const elsewhere = running.filter((one) => !one.current);
  return (
    <>
      <h2>いまログインしている端末</h2>
      <ul class="cards">
        {running.map((one) => (
          <li class="card" key={one.sessionId}>
            <h3>
              {one.device}
              {one.current && '（この端末）'}
            </h3>
            <p>
              {dateTime(one.startedAt)}から。最後に使ったのは{dateTime(one.lastSeenAt)}ごろです。
            </p>
            {!one.current && (
              <p>
                <button type="button" class="button" onClick={() => void props.end(one.sessionId)}>
                  この端末からログアウトする
                  <span class="visually-hidden">
                    （{one.device}、{dateTime(one.startedAt)}から）
                  </span>
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {elsewhere.length > 0 ? (
        <p>
          <button type="button" class="button button-main" onClick={() => void props.end()}>
            ほかのすべての端末からログアウトする
          </button>
        </p>
      ) : (
        <p>ほかの端末ではログインしていません。</p>
      )}
    </>
  );
}

const WHAT = { SIGNED_IN: 'でログイン', ATTACHED: 'を追加', DETACHED: 'を取り外し' };

function Past(props: { past: Shown['past'] }) {
  return (
    <>
      <h2>これまでのログイン</h2>
      <p>
        この13か月の新しいものから50件までです。覚えのないログインがあるときは、ほかのすべての端末からログアウトし、カードの暗証番号を市民課の窓口で変えてください。
      </p>
      <ul>
        {props.past.map((one) => (
          <li key={one.at + one.what}>
            {dateTime(one.at)}　{one.label}
            {WHAT[one.what]}　{one.device}
          </li>
        ))}
      </ul>
    </>
  );
}
