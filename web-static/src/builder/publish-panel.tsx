import { useState } from 'preact/hooks';
import { newKey, staff, type Problem } from '../app/api.ts';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { TextInput, Tool } from './inputs.tsx';
import type { Editing } from './use-editor.ts';

/** Makes the draft the next version: what it means for running drafts, for which days, and why. */
export function PublishPanel(props: {
  procedureId: string;
  editing: Editing;
  publishedVersion: number | undefined;
  onPublished: () => void;
}) {
  const { editing } = props;
  const [change, setChange] = useState<'MINOR' | 'MAJOR'>(props.publishedVersion === undefined ? 'MAJOR' : 'MINOR');
  const [note, setNote] = useState<string | undefined>(undefined);
  const [opensOn, setOpensOn] = useState<string | undefined>(undefined);
  const [closesOn, setClosesOn] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newKey);
  const errors = editing.findings.filter((finding) => finding.severity === 'error').length;

  const publish = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    if (await editing.save()) {
      const body: { revision: number; change: string; note: string; opensOn?: string; closesOn?: string } = {
        revision: editing.revision,
        change,
        note: note || '',
      };
      if (opensOn !== undefined) body.opensOn = opensOn;
      if (closesOn !== undefined) body.closesOn = closesOn;
      const outcome = await staff('publishDesign', { params: { procedureId: props.procedureId }, body, key });
      if (outcome.ok) setDone(outcome.value.version);
      else setProblem(outcome.problem);
      // Another attempt with other words is another wish; after silence it is the same one.
      if (outcome.ok || outcome.problem.status !== 0) setKey(newKey());
    }
    setBusy(false);
  };
  if (done !== null) {
    return (
      <section class="b-panel">
        <h2>公開</h2>
        <Notice kind="success" title={`第${done}版を公開しました。`} focus>
          <p>まもなく、住民が見る手続の案内と検索に出ます。</p>
          <Tool about="公開" onPress={props.onPublished}>
            編集に戻る
          </Tool>
        </Notice>
      </section>
    );
  }
  return (
    <section class="b-panel">
      <h2>公開</h2>
      {errors > 0 && <Notice kind="warning" title={`公開の前に直すところが${errors}件あります。「見直すところ」をご覧ください。`} />}
      <fieldset class="b-condition">
        <legend>入力の途中の方への影響</legend>
        {(['MINOR', 'MAJOR'] as const).map((one) => (
          <div class="choice" key={one}>
            <input
              type="radio"
              name="b-change"
              id={'b-change-' + one}
              checked={change === one}
              onChange={() => setChange(one)}
            />
            <label for={'b-change-' + one}>
              {one === 'MINOR' ? '小さな変更' : '大きな変更'}
              <span class="hint">
                {one === 'MINOR'
                  ? '途中まで入力した方は、そのまま申請できます。合わない答えだけ、直していただきます。'
                  : '途中まで入力した方には、新しい様式で内容をもう一度確かめていただきます。入力は残ります。'}
              </span>
            </label>
          </div>
        ))}
      </fieldset>
      <TextInput id="b-note" label="変更の内容と理由" hint="版の一覧に残ります。住民には見えません。" lines={2} value={note} onText={setNote} />
      <TextInput label="受付を始める日（なくてもよい）" type="date" value={opensOn} onText={setOpensOn} />
      <TextInput label="受付を終える日（なくてもよい）" type="date" value={closesOn} onText={setClosesOn} />
      {problem && <ProblemBox problem={problem} focus />}
      <p>
        <button type="button" class="button button-main" aria-disabled={busy} onClick={() => void publish()}>
          {busy ? '公開しています…' : '公開する'}
        </button>
      </p>
    </section>
  );
}
