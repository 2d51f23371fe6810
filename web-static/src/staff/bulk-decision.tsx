import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import { navigate, pathOf } from '../app/router.ts';
import type { BulkDecided, CaseRow } from '../app/types.ts';
import { staff } from '../console/api.ts';
import { staffSessionEnded } from '../console/session.ts';
import { screens } from '../staff-routes.generated.ts';
import { Link } from '../ui/link.tsx';
import { ProblemBox } from '../ui/notices.tsx';
import { TextInput } from '../console/inputs.tsx';

const MOST = 500;

const DECISIONS: { value: BulkDecided; verb: string; told: boolean }[] = [
  { value: 'ACCEPT', verb: '受理する', told: false },
  { value: 'RETURN', verb: '差し戻す', told: true },
  { value: 'REJECT', verb: '却下する', told: true },
  { value: 'COMPLETE', verb: '完了にする', told: false },
];

const REASON = { reason: { name: '理由', id: 'bulk-reason' } };

/** What is decided on all chosen cases at once. It goes on when this page is closed. */
export function BulkDecision(props: { rows: CaseRow[]; onNone: () => void }) {
  const { rows } = props;
  const [open, setOpen] = useState<(typeof DECISIONS)[number] | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const attempt = useRef({ body: '', key: '' });
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, [open]);
  if (rows.length === 0) {
    return (
      <p class="bulk-hint no-print">
        左の欄で選ぶと、まとめて処理できます。<Link to={screens.BULK_JOBS.path}>一括処理の結果</Link>
      </p>
    );
  }
  const unpaid = rows.filter((row) => row.holds.some((hold) => hold.kind === 'PAYMENT')).length;
  const untold = rows.filter((row) => row.untold).length;
  const start = async () => {
    if (sending || open === null) return;
    const body = {
      decision: open.value,
      cases: rows.map((row) => `${row.applicationId}@${row.version}`),
      ...(open.told && { reason }),
    };
    const sent = JSON.stringify(body);
    if (attempt.current.body !== sent) attempt.current = { body: sent, key: newKey() };
    setSending(true);
    const outcome = await staff('startBulkJob', { body, key: attempt.current.key });
    setSending(false);
    if (outcome.ok) return navigate(pathOf(screens.BULK_JOB.path, { jobId: outcome.value.jobId }));
    if (outcome.problem.status === 401) staffSessionEnded();
    setProblem(outcome.problem);
  };
  return (
    <section class="bulk no-print" aria-label="選んだ申請をまとめて処理する">
      <p class="button-row">
        <strong role="status">{rows.length}件を選んでいます</strong>
        {DECISIONS.map((one) => (
          <button
            key={one.value}
            type="button"
            class="button button-small"
            aria-expanded={open === one}
            onClick={() => {
              setProblem(null);
              setOpen(open === one ? null : one);
            }}
          >
            {one.verb}
          </button>
        ))}
        <button type="button" class="button button-small" onClick={props.onNone}>
          選択をやめる
        </button>
      </p>
      {rows.length > MOST && <p class="mistake">＊一度に処理できるのは{MOST}件までです。選ぶ申請を減らしてください。</p>}
      {open !== null && rows.length <= MOST && (
        <form
          noValidate
          class="decision"
          onSubmit={(event) => {
            event.preventDefault();
            void start();
          }}
        >
          <h2 ref={title} tabIndex={-1}>
            {rows.length}件をまとめて{open.verb}
          </h2>
          {problem && <ProblemBox problem={problem} focus inputs={REASON} />}
          {open.told && (
            <TextInput id={REASON.reason.id} label="理由（すべての申請者に、この文がそのまま伝わります）" lines={4} value={reason} onText={(text) => setReason(text ?? '')} />
          )}
          {unpaid > 0 && (open.value === 'ACCEPT' || open.value === 'COMPLETE') && (
            <p>
              <strong>{unpaid}件は、手数料がまだ納付されていないため、まとめて{open.verb}ことはできません。</strong>結果に表示しますので、1件ずつ確かめてください。
            </p>
          )}
          {untold > 0 && open.value !== 'ACCEPT' && (
            <p>
              <strong>{untold}件は、申請した方にお知らせが届きません。</strong>確認できたメールアドレスもアカウントもないためです。電話や郵便で連絡してください。該当する申請は、結果に表示します。
            </p>
          )}
          <p class="button-row">
            <button type="submit" class={'button ' + (open.value === 'REJECT' ? 'button-danger' : 'button-main')} aria-disabled={sending}>
              {sending ? '送信しています…' : `${rows.length}件の処理を始める`}
            </button>
            <button type="button" class="button" onClick={() => setOpen(null)}>
              やめる
            </button>
          </p>
          <p class="small">始めたあとは、画面を閉じても処理は続きます。1件ずつ、見ていた内容のままか、その処理ができる状態かを確かめてから処理し、できなかった申請は結果に表示します。</p>
        </form>
      )}
    </section>
  );
}
