import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import type { Case, CaseDocument } from '../app/types.ts';
import { staff } from '../console/api.ts';
import { Check, mistakeOf, TextInput } from '../console/inputs.tsx';
import { staffSessionEnded } from '../console/session.ts';
import { DayInput, useDays } from '../ui/day-input.tsx';
import { inDays } from './in-days.ts';
import { ProblemBox } from '../ui/notices.tsx';

export type Step = 'ISSUE' | 'REVOKE' | 'DISCARD';

const WORDS: Record<Step, { title: string; run: string; done: string }> = {
  ISSUE: { title: 'この文書を交付しますか', run: '交付を確定する', done: '文書を交付しました。' },
  REVOKE: { title: 'この文書を取り消しますか', run: '取消しを確定する', done: '文書を取り消しました。' },
  DISCARD: { title: 'この文書を破棄しますか', run: '破棄を確定する', done: '文書を破棄しました。申請者には見えていません。' },
};

/** How long somebody has to open what must be read, unless the clerk says otherwise. */
const READ_DAYS = 14;

const INPUTS = {
  reason: { name: '取消しの理由', id: 'revoke-reason' },
  readBy: { name: 'いつまでに開くか', id: 'issue-readBy' },
};

/** Who hears of it, and how: nobody is to wait for a letter that nobody knows of. */
function informed(one: Case): string {
  const account = one.proof === 'SIGNED_IN' || one.proof === 'VERIFIED';
  if (one.mailed) return '申請者にメールで知らせます。文書の内容は、メールには書きません。';
  return account
    ? 'お知らせのメールは届きません。申請者は、ログインして「申請状況」を開いたときに気づきます。急ぐときは、電話などで連絡してください。'
    : '申請者にお知らせは届きません。電話や郵便で連絡してください。';
}

/** What can't be taken back is confirmed on the page; all but the last of it the applicant sees happen. */
export function DocumentStep(props: {
  step: Step;
  one: Case;
  document: CaseDocument;
  onDone: (told: string) => Promise<void>;
  /** It is not as it was shown. */
  onRefused: (problem: Problem) => Promise<void>;
  onClose: () => void;
}) {
  const { step, document: shown } = props;
  const words = WORDS[step];
  const [reason, setReason] = useState('');
  const [mustRead, setMustRead] = useState(false);
  const days = useDays<'readBy'>('issue-', { readBy: inDays(READ_DAYS) });
  const [problem, setProblem] = useState<Problem | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const busy = useRef(false);
  const attempt = useRef({ reason: ' ', key: newKey() });
  useEffect(() => title.current?.focus(), []);
  const run = async () => {
    if (busy.current) return;
    const read = mustRead ? days.read() : {};
    if (read === null) return;
    const readBy = read.readBy;
    busy.current = true;
    const said = reason + ' ' + (readBy ?? '');
    if (attempt.current.reason !== said) attempt.current = { reason: said, key: newKey() };
    const sent = { params: { applicationId: props.one.applicationId }, key: attempt.current.key };
    const { documentId } = shown;
    const outcome =
      step === 'ISSUE'
        ? await staff('issueDocument', { ...sent, body: { documentId, ...(readBy !== undefined && { readBy }) } })
        : step === 'REVOKE'
          ? await staff('revokeDocument', { ...sent, body: { documentId, reason } })
          : await staff('discardDocument', { ...sent, body: { documentId } });
    // What can be mended here is told here, and so is what may work when it is pressed again.
    if (!outcome.ok && [404, 409, 422].indexOf(outcome.problem.status) < 0) {
      busy.current = false;
      if (outcome.problem.status === 401) staffSessionEnded();
      return setProblem(outcome.problem);
    }
    setProblem(null);
    await (outcome.ok ? props.onDone(words.done) : props.onRefused(outcome.problem));
    busy.current = false;
    props.onClose();
  };
  return (
    <div class="no-print">
      <h4 ref={title} tabIndex={-1}>
        {words.title}
      </h4>
      {problem && <ProblemBox problem={problem} focus inputs={INPUTS} />}
      {step === 'DISCARD' && <p>申請者には見えていません。破棄した文書は、交付できません。</p>}
      {step === 'ISSUE' && (
        <>
        <p>
          {informed(props.one)}交付した文書は、書き直せません。
          {shown.replaces !== undefined && 'いま有効な前の文書は、同時に使えなくなります。'}
        </p>
          <Check label="開かれないときは郵送する" hint="かならず読んでいただく文書に付けます。" checked={mustRead} onCheck={setMustRead} />
          {mustRead && <DayInput {...days.input('readBy')} label="いつまでに開くか" hint="この日までに申請者が開かないと、「郵送する文書」の一覧に入ります。" />}
        </>
      )}
      {step === 'REVOKE' && (
        <TextInput
          id="revoke-reason"
          label="取消しの理由"
          hint="申請者がそのまま読みます。500文字まで。文書を確かめる画面には出ません。"
          lines={3}
          value={reason}
          mistake={mistakeOf(problem, 'reason')}
          onText={(text) => setReason(text ?? '')}
        />
      )}
      <p class="button-row">
        <button type="button" class={'button ' + (step === 'ISSUE' ? 'button-main' : 'button-danger')} onClick={() => void run()}>
          {words.run}
        </button>
        <button type="button" class="button" onClick={props.onClose}>
          やめる
        </button>
      </p>
    </div>
  );
}
