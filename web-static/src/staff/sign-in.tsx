import { useState } from 'preact/hooks';
import type { Outcome, Problem } from '../app/api.ts';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notices.tsx';
import { staff } from '../console/api.ts';
import { keptForms } from '../console/kept.ts';
import { CodeForm } from '../ui/code-form.tsx';
import { goOn, refreshStaffSession, signOutStaff, staffSignInHref, workScreen } from '../console/session.ts';

/** The way in, or on for somebody who is signed in. */
export function StaffHome(props: { name?: string; notice?: string; /** Whose session ended here. */ ended?: string }) {
  const work = workScreen();
  return (
    <div class="narrow">
      <Heading title={screens.STAFF_HOME.title} />
      {props.name ? (
        <>
          <p>{props.name} さんとしてログインしています。</p>
          <p>
            {work === undefined ? (
              'あなたの役割で使える画面はありません。'
            ) : (
              <Link to={work.path} class="button button-main">
                {work.title}へ
              </Link>
            )}
          </p>
        </>
      ) : (
        <>
          {props.ended !== undefined && (
            <Notice kind="warning" title="ログインの有効期間が終わりました。" focus>
              <p>最後に押したボタンの操作は、行われていません。ログインすると元の画面に戻ります。</p>
              <p>
                {keptForms('', props.ended).length > 0
                  ? '入力の途中だった理由やメッセージなどは、このタブに残っています。元の画面で、続きから入力できます。'
                  : '入力の途中だった内容があれば、もう一度入力してください。'}
              </p>
            </Notice>
          )}
          {props.notice && (
            <Notice kind="info" title="ログインの前にお読みください">
              {props.notice.split('\n').map((line) => (
                <p key={line}>{line}</p>
              ))}
            </Notice>
          )}
          <p>市の職員アカウントでログインしてください。続けてワンタイムコードを入力します。</p>
          <p>
            <a class="button button-main" href={staffSignInHref()}>
              職員アカウントでログインする
            </a>
          </p>
        </>
      )}
    </div>
  );
}

/** The second factor: a code of the authenticator, or a recovery code when it is lost. */
export function OneTimeCode(props: { name: string }) {
  const [lost, setLost] = useState(false);
  const [mistaken, setMistaken] = useState(false);
  const done = async (outcome: Outcome<unknown>): Promise<Problem | null> => {
    setMistaken(!outcome.ok);
    if (!outcome.ok) return outcome.problem;
    await refreshStaffSession();
    goOn();
    return null;
  };
  return (
    <div class="narrow">
      <Heading title={screens.ONE_TIME_CODE.title} mistakes={mistaken} caption={props.name} />
      {lost ? (
        <>
          <p>
            認証アプリを登録したときに保管した回復コードを、1つ入力してください。回復コードもないときは、利用者管理者に連絡してください。
          </p>
          <CodeForm
            key="recovery"
            label="回復コード"
            field="code"
            run="ログインする"
            cancel={() => setLost(false)}
            send={async (code) => done(await staff('enterRecoveryCode', { body: { code } }))}
          />
        </>
      ) : (
        <>
          <p>認証アプリに表示されている6桁の数字を入力してください。</p>
          <CodeForm
            key="code"
            focused
            label={screens.ONE_TIME_CODE.title}
            field="code"
            run="ログインする"
            cancel={() => void signOutStaff()}
            send={async (code) => {
              if (/^\d{6}$/.test(code)) return done(await staff('enterOneTimeCode', { body: { code } }));
              setMistaken(true);
              return wrong('コードは6桁の数字で入力してください');
            }}
          />
          <p>
            <button type="button" class="as-link" onClick={() => setLost(true)}>
              認証アプリが使えないとき
            </button>
          </p>
        </>
      )}
    </div>
  );
}

function wrong(message: string): Problem {
  return {
    status: 400,
    code: 'answers-invalid',
    title: message,
    errors: [{ path: 'code', code: 'digits', message }],
  };
}
