import { useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notices.tsx';
import { Qr } from '../ui/qr.tsx';
import { staff } from '../console/api.ts';
import { CodeForm } from '../ui/code-form.tsx';
import { goOn, refreshStaffSession, signOutStaff } from '../console/session.ts';

/** The first time: the enrolment code, then the picture for the authenticator, then its first code. */
export function Enrolment(props: { name: string }) {
  const [shown, setShown] = useState<{ secret: string; uri: string } | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [mistaken, setMistaken] = useState(false);
  const outcome = (problem: Problem | null) => {
    setMistaken(problem !== null);
    return problem;
  };
  if (codes !== null) return <RecoveryCodes codes={codes} />;
  return (
    <div class="narrow">
      <Heading
        title="認証アプリの登録"
        step={shown === null ? 'code' : 'picture'}
        mistakes={mistaken}
        caption={props.name}
      />
      {shown === null ? (
        <>
          <p>はじめてログインする方は、ワンタイムコードを表示する認証アプリ（スマートフォンなど）を登録します。</p>
          <CodeForm
            key="enrolment"
            label="登録コード"
            hint="利用者管理者から受け取った12桁の数字です。"
            field="enrolmentCode"
            run="次へ"
            cancel={() => void signOutStaff()}
            send={async (enrolmentCode) => {
              const answer = await staff('beginCodeEnrolment', { body: { enrolmentCode } });
              if (answer.ok) setShown(answer.value);
              return outcome(answer.ok ? null : answer.problem);
            }}
          />
        </>
      ) : (
        <>
          <ol>
            <li>
              <p>認証アプリで、この図を読み取ります。</p>
              <Qr text={shown.uri} label="認証アプリで読み取る図" />
              <p>
                読み取れないときは、次の文字を認証アプリに入力します。
                <br />
                <code class="secret">{shown.secret.replace(/(.{4})(?!$)/g, '$1 ')}</code>
              </p>
            </li>
            <li>
              <p>認証アプリに表示された6桁の数字を入力します。</p>
            </li>
          </ol>
          <CodeForm
            key="first-code"
            label={screens.ONE_TIME_CODE.title}
            field="code"
            run="登録する"
            cancel={() => void signOutStaff()}
            send={async (code) => {
              const answer = await staff('confirmCodeEnrolment', { body: { code } });
              if (answer.ok) setCodes(answer.value.recoveryCodes);
              return outcome(answer.ok ? null : answer.problem);
            }}
          />
        </>
      )}
    </div>
  );
}

/** Shown once; nobody can show them again. */
function RecoveryCodes(props: { codes: string[] }) {
  return (
    <div class="narrow">
      <Heading title="回復コード" step="recovery" />
      <Notice kind="success" title="認証アプリを登録しました。" />
      <p>
        認証アプリが使えなくなったときに、ワンタイムコードの代わりに入力する回復コードです。
        <strong>この画面にだけ表示されます。</strong>紙に書くか印刷して、かぎのかかる所に保管してください。1つのコードは1回だけ使えます。
      </p>
      <ul class="recovery-codes">
        {props.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div class="form-actions">
        <button type="button" class="button" onClick={() => window.print()}>
          印刷する
        </button>
        <button
          type="button"
          class="button button-main"
          onClick={async () => {
            await refreshStaffSession();
            goOn();
          }}
        >
          保管したので、次へ進む
        </button>
      </div>
    </div>
  );
}
