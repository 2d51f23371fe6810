import { useEffect, useState } from 'preact/hooks';
import { newKey, resident, type Outcome, type Problem } from '../app/api.ts';
import { navigate, pathOf } from '../app/router.ts';
import { sessionEnded } from '../app/session.ts';
import { site } from '../app/site.ts';
import { spoken } from '../app/spoken-code.ts';
import type { Procedure } from '../app/types.ts';
import { dateTime, dayOf } from '../app/words.ts';
import { draftOf, keep, type Draft } from '../apply/draft.ts';
import type { Words } from '../apply/engine.ts';
import { goOn, isUnsaved, nameOf, save, saveAnew, saveOver } from '../apply/saving.ts';
import { screens } from '../routes.generated.ts';
import { Link } from '../ui/link.tsx';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { Qr } from '../ui/qr.tsx';

/**
 * Saving for later. Who is signed in, or has saved once, is saved at every step without asking; a guest is only when
 * they wish.
 */
export function SaveDraft(props: { draft: Draft; procedure: Procedure; step: string; signedIn: boolean; words: Words }) {
  const { draft, procedure, step, signedIn } = props;
  const { say } = props.words;
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const run = async (what: () => Promise<Outcome<unknown>>, byHand: boolean) => {
    setBusy(true);
    const outcome = await what();
    setBusy(false);
    keep();
    // The note at the head of the page tells, and offers to sign in.
    // Without a session it may be saved as a guest's: then the page still shows a name that is signed in no more.
    if (outcome.ok ? signedIn && draft.saved?.yours === false : outcome.problem.status === 401) sessionEnded();
    // On another page by now: that page tells.
    if (draftOf(nameOf(procedure.procedureId)) !== draft) return;
    setAsked(byHand && (outcome.ok || isGone(outcome.problem, draft.saved)));
    setProblem(outcome.ok ? null : outcome.problem);
  };

  useEffect(() => {
    if ((signedIn || draft.saved !== null) && draft.touched && isUnsaved(draft)) {
      void run(() => save(draft, procedure, step), false);
    }
  }, [step]);

  const saved = draft.saved;
  return (
    <section class="saving" aria-label={say('screen.save.section')}>
      <div lang="ja">
      {problem && problem.status === 409 && saved !== null && (
        <Notice kind="warning" title="保存の前に、ほかの画面で変わっています。" focus={asked}>
          {problem.detail && <p>{problem.detail}どちらを残すか選んでください。</p>}
          <p class="button-row">
            <button type="button" class="button" onClick={() => void load(saved.draftId, setProblem)}>
              保存されている内容を読み込む
            </button>
            <button type="button" class="button" onClick={() => void run(() => saveOver(draft, procedure, step), true)}>
              この画面の内容を残す
            </button>
          </p>
        </Notice>
      )}
      {problem && isGone(problem, saved) && (
        <Notice kind="warning" title="この書きかけは、ほかの画面か端末で送信されたか、消されています。" focus={asked}>
          <p>
            入力した内容はこの画面に残っています。送信したかどうかは「
            <Link to={screens.APPLICATIONS.path}>{screens.APPLICATIONS.title}</Link>」か、届いたメールで確かめてください。
          </p>
          <p>
            <button type="button" class="button" onClick={() => void run(() => saveAnew(draft, procedure, step), true)}>
              新しい書きかけとして保存する
            </button>
          </p>
        </Notice>
      )}
      {problem && problem.status === 0 && (
        <p class="small">保存できませんでした（通信ができません）。入力した内容はこの画面に残っています。</p>
      )}
      {problem && !told(problem, saved) && (
        <ProblemBox problem={problem} />
      )}
      {asked && saved && !problem && <Kept saved={saved} />}
      </div>
      <p>
        <button
          type="button"
          class="as-link"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) void run(() => save(draft, procedure, step), true);
          }}
        >
          {say('screen.save')}
        </button>
      </p>
      <p class="small" role="status">
        {busy ? say('screen.save.busy') : saved && !problem ? say('screen.save.done', { at: timeIn(props.words.language, saved.at) }) : ''}
      </p>
      {signedIn && !saved && <p class="small">{say('screen.save.auto')}</p>}
    </section>
  );
}

/** When it was, in figures for whoever reads no 年月日. */
function timeIn(language: string, instant: string): string {
  const at = dateTime(instant);
  if (language === 'ja' || language === 'easy') return at;
  return at.replace(/^(\d+)年(\d+)月(\d+)日 (\d+)時(\d+)分$/, '$1/$2/$3 $4:$5');
}

/** Sent or thrown away elsewhere: what is saved under its id is nobody's any more. */
function isGone(problem: Problem, saved: Draft['saved']): boolean {
  return problem.status === 404 && saved !== null;
}

/** What has words of its own above, or at the head of the page. */
function told(problem: Problem, saved: Draft['saved']): boolean {
  return [0, 401, 409].indexOf(problem.status) >= 0 || isGone(problem, saved);
}

/** How to go on elsewhere. */
function Kept(props: { saved: NonNullable<Draft['saved']> }) {
  const { saved } = props;
  const until = dayOf(saved.keptUntil);
  if (saved.yours || saved.code === null) {
    return (
      <Notice kind="success" title="保存しました。" focus>
        <p>
          {until}まで残ります。ログインすると、ほかの端末でも「
          <Link to={screens.APPLICATIONS.path}>{screens.APPLICATIONS.title}</Link>」から続けられます。
        </p>
      </Notice>
    );
  }
  return (
    <Notice kind="success" title="保存しました。次の番号を控えてください。" focus>
      <p class="saving-code">{spoken(saved.code)}</p>
      <p>
        {until}まで残ります。続けるときは、スマートフォンやパソコンで
        <span class="saving-address">{location.origin + screens.RESUME.path}</span>
        を開き、この番号を入力してください。図をカメラで読み取ると、番号を入力せずに開けます。番号を知っている人は続きを開けるので、ほかの人に見せないでください。
      </p>
      <Qr text={location.origin + screens.RESUME.path + '#' + saved.code} label="続きを開くための図（QRコード）" />
      {!site.kiosk && (
        <p>
          <button type="button" class="button" onClick={() => window.print()}>
            この番号を印刷する
          </button>
        </p>
      )}
    </Notice>
  );
}

/** Goes on with what the city hall has, at the step it was saved on. */
export async function load(draftId: string, onProblem: (problem: Problem) => void): Promise<void> {
  const opened = await resident('openDraft', { key: newKey(), body: { draftId } });
  if (!opened.ok) return onProblem(opened.problem);
  goOn(opened.value, null);
  enter(opened.value);
}

/** Opens the form where the draft stands. */
export function enter(opened: { procedureId: string; step?: string }): void {
  const path = pathOf(screens.APPLY.path, { procedureId: opened.procedureId });
  // A step, whichever it is: who comes with one has chosen to go on.
  navigate(path, { step: opened.step ?? '' });
}
