import { useEffect, useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { rewrite } from '../app/router.ts';
import { signInPlace, useSession } from '../app/session.ts';
import { goOn } from '../apply/saving.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { enter } from './save-draft.tsx';
import { SignInWays } from './sign-in-ways.tsx';

/** Goes on with an application that was saved under a code. The code may come behind # of the address, which no server sees. */
export function Resume() {
  const known = useSession();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    if (location.hash.length < 2) return;
    setCode(location.hash.slice(1));
    rewrite(screens.RESUME.path);
  }, []);

  const open = async () => {
    if (busy || code.trim() === '') return;
    setBusy(true);
    const opened = await resident('openDraft', { key: newKey(), body: { code } });
    setBusy(false);
    if (!opened.ok) return setProblem(opened.problem);
    goOn(opened.value, code.replace(/[^0-9A-Za-z]/g, '').toUpperCase());
    enter(opened.value);
  };

  return (
    <>
      <Heading title={screens.RESUME.title} />
      {problem &&
        (problem.status === 401 ? (
          <Notice kind="warning" title="この申請は、ログインした方のものとして保存されています。" focus>
            <SignInWays path={screens.APPLICATIONS.path} purpose="ログインして続ける" />
          </Notice>
        ) : (
          <ProblemBox problem={problem} focus />
        ))}
      <p>「保存して、あとで続ける」で表示された番号を入力すると、保存したところから続けられます。</p>
      <form
        noValidate
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <div class="field">
          <label for="code">保存したときの番号</label>
          <p class="hint" id="code-hint">
            例：7K3M-9QXT-2HBC（ハイフンはなくてもかまいません）
          </p>
          <input
            id="code"
            class="saving-input"
            type="text"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={40}
            aria-describedby="code-hint"
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </div>
        <div class="form-actions">
          <button type="submit" class="button button-main" aria-disabled={busy}>
            {busy ? '読み込んでいます…' : '続きを開く'}
          </button>
        </div>
      </form>
      {known.status === 'ready' && known.session.level === 'signed-in' ? (
        <p>
          ログインして保存した申請は、<Link to={screens.APPLICATIONS.path}>{screens.APPLICATIONS.title}</Link>にあります。
        </p>
      ) : (
        <p>
          ログインして保存した申請は、<a href={signInPlace(screens.APPLICATIONS.path)}>ログイン</a>
          すると番号なしで続けられます。
        </p>
      )}
    </>
  );
}
