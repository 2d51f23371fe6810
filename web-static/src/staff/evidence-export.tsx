import { useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import { staff } from '../console/api.ts';
import { saveFile } from '../app/save-file.ts';
import type { Case } from '../app/types.ts';
import { ProblemBox } from '../ui/notices.tsx';
import { staffSessionEnded } from '../console/session.ts';

/** Everything that proves the signatures on a case, as one file. */
export function EvidenceExport(props: { one: Case }) {
  const { applicationId, receiptNumber } = props.one;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState(false);
  const save = async () => {
    setDone(false);
    const outcome = await staff('exportEvidence', { params: { applicationId } });
    setProblem(outcome.ok ? null : outcome.problem);
    setDone(outcome.ok);
    if (outcome.ok) saveFile('evidence-' + receiptNumber + '.json', outcome.value);
    else if (outcome.problem.status === 401) staffSessionEnded();
  };
  return (
    <div class="evidence-export">
      {problem && <ProblemBox problem={problem} focus />}
      <p>
        <button type="button" class="button" onClick={() => void save()}>
          署名の証拠をダウンロードする
        </button>
      </p>
      <p class="small">
        署名された内容、署名、検証の結果が、版ごとに入ったファイルです。個人情報が入っています。だれがダウンロードしたかが記録されます。
      </p>
      <p role="status" class="small">
        {done ? 'ファイルを保存しました。' : ''}
      </p>
    </div>
  );
}
