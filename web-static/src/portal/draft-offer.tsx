import { useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { pathOf } from '../app/router.ts';
import type { Procedure, DraftRow } from '../app/types.ts';
import { dateTime } from '../app/words.ts';
import { endDraft, type Draft } from '../apply/draft.ts';
import { nameOf } from '../apply/saving.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notices.tsx';
import { ClosedMeanwhile } from './closed-meanwhile.tsx';
import { DraftProblem, ProofOfDraft } from './draft-problem.tsx';
import { SignInWays } from '../ui/sign-in-ways.tsx';
import { load } from './save-draft.tsx';

/** The form is opened, and something was begun before: go on with that, or begin anew. Never two of one procedure unasked. */
export function DraftOffer(props: {
  procedure: Procedure;
  /** What was begun in this tab; else what the city hall keeps. */
  typed: Draft | undefined;
  kept: DraftRow | undefined;
  onGoOn: () => void;
  onAnew: () => void;
}) {
  const { procedure, typed, kept } = props;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const path = pathOf(screens.APPLY.path, { procedureId: procedure.procedureId });
  // What was saved with the card stays as it is until its owner comes with the card again.
  const locked = typed === undefined && kept?.proofNeeded === true;
  const savedAt = typed === undefined ? kept?.savedAt : typed.saved?.at;

  const goOn = () => {
    if (typed !== undefined) props.onGoOn();
    else if (kept !== undefined) void load(kept.draftId, setProblem);
  };
  const anew = async () => {
    if (busy) return;
    setBusy(true);
    const draftId = locked ? undefined : typed === undefined ? kept?.draftId : typed.saved?.draftId;
    const removed = draftId === undefined ? null : await resident('deleteDraft', { key: newKey(), body: { draftId } });
    setBusy(false);
    // What is gone already need not be taken away.
    if (removed !== null && !removed.ok && removed.problem.status !== 404) return setProblem(removed.problem);
    endDraft(nameOf(procedure.procedureId));
    props.onAnew();
  };

  return (
    <>
      <Heading title={procedure.name} caption={screens.APPLY.title} />
      {problem && <DraftProblem problem={problem} path={path} />}
      <Notice kind="info" title="書きかけの申請があります。">
        <p>
          {savedAt === undefined ? 'この画面で入力した内容が残っています。' : `${dateTime(savedAt)}に保存した内容が残っています。`}
        </p>
      </Notice>
      <ClosedMeanwhile opening={procedure.opening} until={typed === undefined ? kept?.keptUntil : typed.saved?.keptUntil} />
      {locked && <ProofOfDraft path={path} />}
      <div class="form-actions">
        {!locked && (
          <button type="button" class="button button-main" onClick={goOn}>
            続きを入力する
          </button>
        )}
        <button type="button" class="button" aria-disabled={busy} onClick={() => void anew()}>
          {locked ? '新しく始める（書きかけは残ります）' : '新しく始める（書きかけは消えます）'}
        </button>
      </div>
    </>
  );
}

/** Typed by somebody whose session is over since: shown again to them alone. */
export function DraftOfSomebody(props: { procedure: Procedure; path: string; onAnew: () => void }) {
  const { procedure, path } = props;
  return (
    <>
      <Heading title={procedure.name} caption={screens.APPLY.title} />
      <Notice kind="warning" title="ログインの時間が切れました。">
        <p>入力した内容は消えていません。もう一度ログインすると、続きから入力できます。</p>
      </Notice>
      <SignInWays path={path} purpose="ログインして続ける" />
      <p>
        <button
          type="button"
          class="as-link"
          onClick={() => {
            endDraft(nameOf(procedure.procedureId));
            props.onAnew();
          }}
        >
          入力した内容を消して、新しく始める
        </button>
      </p>
    </>
  );
}
