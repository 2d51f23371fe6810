import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { site } from '../app/site.ts';
import { broughtCode, spoken } from '../app/spoken-code.ts';
import type { VerifiedDocument } from '../app/types.ts';
import { day, dayOf } from '../app/words.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { SpokenCodeForm } from '../ui/spoken-code-form.tsx';
import { VeryFile } from './very-file.tsx';

/** Whether a document of the city's holds, for whoever has it in hand. The code may come behind # of the address. */
export function Verify() {
  const [brought] = useState(() => broughtCode(screens.VERIFY.path) ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [verified, setVerified] = useState<VerifiedDocument | null>(null);
  const [turn, setTurn] = useState(0);
  const verify = async (code: string): Promise<Problem | null> => {
    const outcome = await resident('verifyDocument', { body: { code }, key: newKey() });
    if (!outcome.ok) return outcome.problem;
    setProblem(null);
    setVerified(outcome.value);
    setTurn((n) => n + 1);
    // Null would leave the form busy: another document may be checked next.
    return null;
  };
  const asked = useRef(false);
  useEffect(() => {
    if (brought === '' || asked.current) return;
    asked.current = true;
    void verify(brought).then((told) => told && setProblem(told));
  }, []);
  return (
    <>
      <Heading title={screens.VERIFY.title} />
      {problem && <ProblemBox key={problem.correlationId ?? ''} problem={problem} focus />}
      {verified && <Result key={'result' + turn} verified={verified} />}
      <p>石狩市がお渡しした文書が、いまも有効かどうかを確かめられます。ログインはいりません。文書の内容は表示されません。</p>
      <SpokenCodeForm
        key={'code' + turn}
        label="文書にある確認番号"
        code={spoken(brought)}
        run="確かめる"
        running="確かめています…"
        send={verify}
        onProblem={(told) => {
          setVerified(null);
          setProblem(told);
        }}
      />
    </>
  );
}

const VALIDITY: Record<VerifiedDocument['validity'], { kind: 'success' | 'warning'; title: string }> = {
  VALID: { kind: 'success', title: 'この文書は、有効です。' },
  REPLACED: { kind: 'warning', title: 'この文書は、差し替え済みです。もう有効ではありません。' },
  REVOKED: { kind: 'warning', title: 'この文書は、取り消されました。もう有効ではありません。' },
};

function Result(props: { verified: VerifiedDocument }) {
  const { verified } = props;
  const { kind, title } = VALIDITY[verified.validity];
  return (
    <>
      <Notice kind={kind} title={title} focus>
        <dl class="facts">
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
