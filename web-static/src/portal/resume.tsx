import { useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { signInPlace, useSession } from '../app/session.ts';
import { broughtCode } from '../app/spoken-code.ts';
import { goOn } from '../apply/saving.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { SpokenCodeForm } from '../ui/spoken-code-form.tsx';
import { DraftProblem } from './draft-problem.tsx';
import { enter } from './save-draft.tsx';

/** Goes on with an application that was saved under a code. The code may come behind # of the address, which no server sees. */
export function Resume() {
  const known = useSession();
  const [brought] = useState(() => broughtCode(screens.RESUME.path) ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);

  const open = async (code: string): Promise<Problem | null> => {
    const opened = await resident('openDraft', { key: newKey(), body: { code } });
    if (!opened.ok) return opened.problem;
    goOn(opened.value, code.replace(/[^0-9A-Za-z]/g, '').toUpperCase());
    enter(opened.value);
    return null;
  };

  return (
    <>
      <Heading title={screens.RESUME.title} />
      {problem && <DraftProblem problem={problem} path={screens.APPLICATIONS.path} />}
      <p>「保存して、あとで続ける」で表示された番号を入力すると、保存したところから続けられます。</p>
      <SpokenCodeForm
        label="保存したときの番号"
        code={brought}
        run="続きを開く"
        running="読み込んでいます…"
        send={open}
        onProblem={setProblem}
      />
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
      <p>
        窓口などで送信まで済ませた申請は、<Link to={screens.CLAIM.path}>{screens.CLAIM.title}</Link>画面でご自分の申請状況に加えられます。
      </p>
    </>
  );
}
