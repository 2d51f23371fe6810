import { useEffect, useRef, useState } from 'preact/hooks';
import { staff, type Problem } from '../app/api.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { ProblemBox } from '../ui/notices.tsx';
import { goOn, refreshStaffSession, signOutStaff, staffSignInHref, workPath } from './session.ts';

/** The way in, or on for somebody who is signed in. */
export function StaffHome(props: { name?: string }) {
  return (
    <div class="narrow">
      <Heading title={screens.STAFF_HOME.title} />
      {props.name ? (
        <>
          <p>{props.name} さんとしてログインしています。</p>
          <p>
            {workPath() === screens.STAFF_HOME.path ? (
              'あなたの役割で使える画面は、まだありません。'
            ) : (
              <Link to={workPath()} class="button button-main">
                {workPath() === screens.CASES.path ? screens.CASES.title : screens.STAFF_LIST.title}へ
              </Link>
            )}
          </p>
        </>
      ) : (
        <>
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

/** The second factor. */
export function OneTimeCode(props: { name: string }) {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const mistake =
    problem === null ? null : (problem.errors ?? []).filter((error) => error.path === 'code')[0];
  useEffect(() => {
    if (tries > 0) input.current?.focus();
  }, [tries]);
  const send = async () => {
    if (busy.current) return;
    const digits = code.normalize('NFKC').replace(/\s/g, '');
    if (!/^\d{6}$/.test(digits)) {
      setProblem(wrong('コードは6桁の数字で入力してください'));
      setTries(tries + 1);
      return;
    }
    busy.current = true;
    setSending(true);
    const outcome = await staff('enterOneTimeCode', { body: { code: digits } });
    busy.current = false;
    setSending(false);
    if (outcome.ok) {
      await refreshStaffSession();
      goOn();
      return;
    }
    setCode('');
    setProblem(outcome.problem);
    setTries(tries + 1);
  };
  return (
    <div class="narrow">
      <Heading title={screens.ONE_TIME_CODE.title} mistakes={problem !== null} caption={props.name} />
      <p>認証アプリに表示されている6桁の数字を入力してください。</p>
      {problem && !mistake && <ProblemBox problem={problem} />}
      <form
        noValidate
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div class={'field' + (mistake ? ' field-mistaken' : '')}>
          <label class="field-label" for="code">
            ワンタイムコード<span class="required">※必須</span>
          </label>
          <input
            ref={input}
            id="code"
            type="text"
            inputMode="numeric"
            autocomplete="one-time-code"
            class="width-code"
            maxLength={12}
            aria-invalid={mistake ? 'true' : undefined}
            aria-describedby={mistake ? 'code-mistake' : undefined}
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
          {mistake && (
            <p class="mistake" id="code-mistake" role="alert">
              ＊{mistake.message}
            </p>
          )}
        </div>
        <div class="form-actions">
          <button type="submit" class="button button-main" aria-disabled={sending}>
            {sending ? '確認しています…' : 'ログインする'}
          </button>
          <button type="button" class="button" onClick={() => void signOutStaff()}>
            やめる
          </button>
        </div>
      </form>
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
