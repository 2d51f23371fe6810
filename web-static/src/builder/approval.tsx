import { useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import { dateTime, day } from '../app/words.ts';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { staff } from '../console/api.ts';
import { mistakeOf, TextInput } from '../console/inputs.tsx';
import { useTyped } from '../console/typed.tsx';
import type { Publication, Publishing } from '../console/design-types.ts';

/** A publication that waits for a second person: what is asked, and their yes or no. */
export function Approval(props: {
  procedureId: string;
  revision: number;
  publishing: Publishing;
  waiting: Publication;
  /** With the version when it is published, without when it was sent back. */
  onDone: (version: number | undefined) => void;
}) {
  const { waiting, publishing } = props;
  const kept = useTyped<{ note?: string }>('approval:' + props.procedureId, {});
  const { note } = kept.typed;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const reason = publishing.mine ? '取り下げる理由' : '承認しないときの理由';
  const decide = async (approved: boolean) => {
    if (busy) return;
    setBusy(true);
    const outcome = await staff('decidePublication', {
      params: { procedureId: props.procedureId },
      body: { revision: props.revision, approved, ...(note === undefined ? {} : { note }) },
      key,
    });
    setBusy(false);
    if (outcome.ok) {
      kept.forget();
      return props.onDone(outcome.value.version);
    }
    if (outcome.problem.status !== 0) setKey(newKey());
    setProblem(outcome.problem);
  };
  return (
    <section class="b-panel">
      <h2>公開</h2>
      <Notice kind="info" title={`${waiting.byName}さんが公開の承認を依頼しています。`}>
        <p>
          {dateTime(waiting.at)}　{waiting.change === 'MINOR' ? '小さな変更' : '大きな変更'}
        </p>
        <p>{waiting.note}</p>
        {(waiting.opensOn || waiting.closesOn) && (
          <p>
            受付：{waiting.opensOn ? day(waiting.opensOn) : ''}〜{waiting.closesOn ? day(waiting.closesOn) : ''}
          </p>
        )}
        {waiting.capacity !== undefined && <p>定員：{waiting.capacity}件</p>}
        <p>内容を直すと、この依頼は取り消されます。</p>
      </Notice>
      <p>いま、{publishing.running}件の書きかけが保存されています。</p>
      {problem && <ProblemBox key={key} problem={problem} inputs={{ note: { name: reason, id: 'b-approval-note' } }} focus />}
      <TextInput
        id="b-approval-note"
        label={reason}
        lines={2}
        mistake={mistakeOf(problem, 'note')}
        value={note}
        onText={(text) => kept.change({ note: text })}
      />
      <div class="form-actions">
        {!publishing.mine && (
          <button type="button" class="button button-main" aria-disabled={busy} onClick={() => void decide(true)}>
            承認して公開する
          </button>
        )}
        <button type="button" class="button" aria-disabled={busy} onClick={() => void decide(false)}>
          {publishing.mine ? '依頼を取り下げる' : '承認しないで戻す'}
        </button>
      </div>
    </section>
  );
}
