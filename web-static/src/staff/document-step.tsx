import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import type { Case, CaseDocument } from '../app/types.ts';
import { staff } from '../console/api.ts';
import { mistakeOf, TextInput } from '../console/inputs.tsx';
import { staffSessionEnded } from '../console/session.ts';
import { ProblemBox } from '../ui/notices.tsx';

const WORDS = {
  ISSUE: { title: 'この文書を交付しますか', run: '交付を確定する', done: '文書を交付しました。申請者が開けます。' },
  REVOKE: { title: 'この文書を取り消しますか', run: '取消しを確定する', done: '文書を取り消しました。' },
};

/** What the applicant will see happen, confirmed on the page: it can't be taken back. */
export function DocumentStep(props: {
  step: 'ISSUE' | 'REVOKE';
  one: Case;
  document: CaseDocument;
  onDone: (told: string) => Promise<void>;
  onClose: () => void;
}) {
  const { step, document: shown } = props;
  const words = WORDS[step];
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const busy = useRef(false);
  const attempt = useRef({ reason: '', key: newKey() });
  useEffect(() => title.current?.focus(), []);
  const run = async () => {
    if (busy.current) return;
    busy.current = true;
    if (attempt.current.reason !== reason) attempt.current = { reason, key: newKey() };
    const sent = { params: { applicationId: props.one.applicationId }, key: attempt.current.key };
    const { documentId } = shown;
    const outcome =
      step === 'ISSUE'
        ? await staff('issueDocument', { ...sent, body: { documentId } })
        : await staff('revokeDocument', { ...sent, body: { documentId, reason } });
    busy.current = false;
    if (outcome.ok) return props.onDone(words.done);
    if (outcome.problem.status === 401) staffSessionEnded();
    setProblem(outcome.problem);
  };
  return (
    <div class="no-print">
      <h4 ref={title} tabIndex={-1}>
        {words.title}
      </h4>
      {problem && <ProblemBox problem={problem} focus inputs={{ reason: { name: '取消しの理由', id: 'revoke-reason' } }} />}
      {step === 'ISSUE' ? (
        <p>
          申請者に知らせ、申請状況の画面で開けるようにします。交付した文書は、書き直せません。
          {shown.replaces !== undefined && 'いま有効な前の文書は、同時に使えなくなります。'}
        </p>
      ) : (
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
