import { useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import { saveFile } from '../app/save-file.ts';
import type { Case, Evidence } from '../app/types.ts';
import { staff } from '../console/api.ts';
import { staffSessionEnded } from '../console/session.ts';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { EvidencePage } from './evidence-page.tsx';

/** Everything that proves the signatures on a case: to be read here, or as one file. */
export function EvidenceExport(props: { one: Case }) {
  const { applicationId, receiptNumber } = props.one;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState(false);
  const [opened, setOpened] = useState<Evidence | null>(null);
  const take = async (then: (evidence: Evidence) => void) => {
    setDone(false);
    const outcome = await staff('exportEvidence', { params: { applicationId } });
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) then(outcome.value);
    else if (outcome.problem.status === 401) staffSessionEnded();
  };
  const save = (evidence: Evidence) => {
    saveFile('evidence-' + receiptNumber + '.json', evidence);
    setDone(true);
  };
  return (
    <>
      {problem && <ProblemBox problem={problem} focus />}
      <p class="no-print">
        <button type="button" class="button" onClick={() => void take(setOpened)}>
          署名の証拠を読む
        </button>{' '}
        <button type="button" class="button" onClick={() => void take(save)}>
          署名の証拠をダウンロードする
        </button>
      </p>
      <p class="small no-print">
        署名された内容、署名、検証の結果が、版ごとに入ったファイルです。個人情報が入っています。だれが読み、ダウンロードしたかが記録されます。
      </p>
      {done && <Notice kind="success" title="ファイルを保存しました。" />}
      {opened && <EvidencePage evidence={opened} />}
    </>
  );
}
