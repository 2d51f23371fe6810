import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { site } from '../app/site.ts';
import { broughtCode, spoken } from '../app/spoken-code.ts';
import type { VerifiedDocument } from '../app/types.ts';
import { day, dayOf } from '../app/words.ts';
import { foldCode } from '../forms/folding.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { SpokenCodeForm } from '../ui/spoken-code-form.tsx';
import { VeryFile } from './very-file.tsx';

/** What stands in the input to begin with: a code that came behind # of the address. */
interface Brought {
  code: string;
  turn: number;
}

const UNREAD: Problem = {
  status: 400,
  code: 'unread',
  title: '確認番号を読み取れませんでした。',
  detail: '文書にある確認番号を、下の欄に入力してください。',
};

/**
 * Whether a document of the city's holds, for whoever has it in hand. The code may come behind # of the address, and another one in
 * the same tab. What is shown is about the last number alone.
 */
export function Verify() {
  const [brought, setBrought] = useState<Brought>({ code: '', turn: 0 });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [checked, setChecked] = useState<{ code: string; verified: VerifiedDocument } | null>(null);
  const asked = useRef(0);
  const clear = () => {
    asked.current += 1;
    setProblem(null);
    setChecked(null);
  };
  const verify = async (code: string): Promise<Problem | null> => {
    const mine = asked.current;
    const outcome = await resident('verifyDocument', { body: { code }, key: newKey() });
    // Another number has been brought meanwhile; this answer would stand beside it.
    if (mine !== asked.current) return null;
    if (!outcome.ok) return outcome.problem;
    setChecked({ code, verified: outcome.value });
    // Another document may be checked next.
    setBrought((before) => ({ code: '', turn: before.turn + 1 }));
    return null;
  };
  useEffect(() => {
    const bring = () => {
      if (location.hash.slice(1) === '') return;
      const code = broughtCode(screens.VERIFY.path);
      clear();
      setBrought((before) => ({ code: code ?? '', turn: before.turn + 1 }));
      if (code === null) setProblem(UNREAD);
      else void verify(code).then((told) => told && setProblem(told));
    };
    bring();
    window.addEventListener('hashchange', bring);
    return () => window.removeEventListener('hashchange', bring);
  }, []);
  return (
    <>
      <Heading title={screens.VERIFY.title} />
      {problem && <ProblemBox key={problem.correlationId ?? ''} problem={problem} focus />}
      {checked && <Result key={'result' + brought.turn} code={checked.code} verified={checked.verified} />}
      <p>石狩市がお渡しした文書が、いまも有効かどうかを確かめられます。ログインはいりません。文書の内容は表示されません。</p>
      <SpokenCodeForm
        key={'code' + brought.turn}
        label="文書にある確認番号"
        code={spoken(brought.code)}
        run="確かめる"
        running="確かめています…"
        onPress={clear}
        send={verify}
        onProblem={setProblem}
      />
    </>
  );
}

const VALIDITY: Record<VerifiedDocument['validity'], { kind: 'success' | 'warning'; title: string }> = {
  VALID: { kind: 'success', title: 'この文書は、有効です。' },
  REPLACED: { kind: 'warning', title: 'この文書は、差し替え済みです。もう有効ではありません。' },
  REVOKED: { kind: 'warning', title: 'この文書は、取り消されました。もう有効ではありません。' },
};

function Result(props: { code: string; verified: VerifiedDocument }) {
  const { verified } = props;
  const { kind, title } = VALIDITY[verified.validity];
  return (
    <>
      <Notice kind={kind} title={title} focus>
        <dl class="facts">
          <div>
            <dt>確かめた番号</dt>
            <dd>{spoken(foldCode(props.code).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1'))}</dd>
          </div>
          <div>
            <dt>文書の日付</dt>
            <dd>{day(verified.dated)}</dd>
          </div>
          <div>
            <dt>お渡しした日</dt>
            <dd>{dayOf(verified.issuedAt)}</dd>
          </div>
          <div>
            <dt>担当課</dt>
            <dd>{verified.division}</dd>
          </div>
          {verified.endedAt !== undefined && (
            <div>
              <dt>{verified.validity === 'REPLACED' ? '差し替えた日' : '取り消した日'}</dt>
              <dd>{dayOf(verified.endedAt)}</dd>
            </div>
          )}
        </dl>
      </Notice>
      {!site.kiosk && <VeryFile sha256={verified.sha256} />}
    </>
  );
}
