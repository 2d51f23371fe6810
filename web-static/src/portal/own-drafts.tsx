import { useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import type { DraftRow } from '../app/types.ts';
import { dateTime, day } from '../app/words.ts';
import { draftOf, endDraft } from '../apply/draft.ts';
import { nameOf } from '../apply/saving.ts';
import { screens } from '../routes.generated.ts';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { load } from './save-draft.tsx';
import { DraftProblem, ProofOfDraft } from './draft-problem.tsx';

/** What the resident has begun and not sent in: go on, or throw away after asking. */
export function OwnDrafts() {
  const { loaded, reload } = useLoad('drafts', () => resident('listDrafts'));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asking, setAsking] = useState<string | null>(null);
  const [removed, setRemoved] = useState('');
  if (loaded.status === 'failed') return <ProblemBox problem={loaded.problem} retry={reload} />;
  const told = removed !== '' && <Notice kind="success" title={`「${removed}」の書きかけを消しました。`} focus />;
  if (loaded.status !== 'ready' || loaded.value.drafts.length === 0) return told || null;
  const remove = async (row: DraftRow) => {
    const outcome = await resident('deleteDraft', { key: newKey(), body: { draftId: row.draftId } });
    if (outcome.ok && draftOf(nameOf(row.procedureId))?.saved?.draftId === row.draftId) endDraft(nameOf(row.procedureId));
    setAsking(null);
    setRemoved(outcome.ok ? row.procedureName : '');
    setProblem(outcome.ok ? null : outcome.problem);
    reload();
  };
  return (
    <section aria-labelledby="drafts-title">
      <h2 id="drafts-title">書きかけの申請</h2>
      {told}
      {problem && <DraftProblem problem={problem} path={screens.APPLICATIONS.path} />}
      {problem === null && loaded.value.drafts.some((row) => row.proofNeeded) && (
        <ProofOfDraft path={screens.APPLICATIONS.path} />
      )}
      <ul class="cards">
        {loaded.value.drafts.map((row) => (
          <li class="card" key={row.draftId}>
            <h3>{row.procedureName}</h3>
            <p class="small">
              {dateTime(row.savedAt)}に保存
              <br />
              {day(new Date(Date.parse(row.keptUntil) + 9 * 3600 * 1000).toISOString())}まで残ります
            </p>
            {row.proofNeeded ? (
              <p class="small">本人確認が済むまでは、開くことも消すこともできません。</p>
            ) : asking === row.draftId ? (
              <p class="button-row" role="alert">
                書きかけの内容を消します。元に戻せません。
                <button type="button" class="button button-danger" onClick={() => void remove(row)}>
                  消す
                </button>
                <button type="button" class="button" onClick={() => setAsking(null)}>
                  やめる
                </button>
              </p>
            ) : (
              <p class="button-row">
                <button type="button" class="button button-main" onClick={() => void load(row.draftId, setProblem)}>
                  続きを入力する
                </button>
                <button type="button" class="as-link" onClick={() => setAsking(row.draftId)}>
                  書きかけを消す
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
