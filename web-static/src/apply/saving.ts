import { newKey, resident, type Outcome } from '../app/api.ts';
import { newCode } from '../app/spoken-code.ts';
import type { OpenedDraft, Procedure } from '../app/types.ts';
import { startDraft, type Draft } from './draft.ts';

/** Whether something was typed that the city hall does not have. */
export function isUnsaved(draft: Draft): boolean {
  return draft.receipt === null && draft.saved?.answers !== JSON.stringify(draft.answers);
}

const running = new WeakMap<Draft, Promise<unknown>>();

/** When nothing is on its way any more: saves of one draft never overtake each other, nor the application itself. */
export function settled(draft: Draft): Promise<unknown> {
  return running.get(draft) ?? Promise.resolve();
}

/** Keeps what is typed so far at the city hall. */
export function save(draft: Draft, procedure: Procedure, step?: string): Promise<Outcome<unknown>> {
  const saving = settled(draft).then(() => saveNow(draft, procedure, step));
  running.set(draft, saving);
  return saving;
}

async function saveNow(draft: Draft, procedure: Procedure, step?: string): Promise<Outcome<unknown>> {
  const before = draft.saved;
  const code = before === null ? (draft.fileCode ?? newCode()) : before.code;
  const answers = JSON.stringify(draft.answers);
  const outcome = await resident('saveDraft', {
    key: newKey(),
    body: {
      ...(before === null ? { code: code! } : { draftId: before.draftId }),
      revision: before === null ? 0 : before.revision,
      procedureId: procedure.procedureId,
      formVersion: procedure.form?.version ?? procedure.version,
      answers: draft.answers,
      ...(step === undefined ? {} : { step }),
    },
  });
  if (outcome.ok) draft.saved = { ...outcome.value, code, answers, at: new Date().toISOString() };
  return outcome;
}

/** Another screen saved first: what is here goes over it, as the person wishes. */
export async function saveOver(draft: Draft, procedure: Procedure, step: string): Promise<Outcome<unknown>> {
  const standing = await resident('openDraft', { key: newKey(), body: { draftId: draft.saved!.draftId } });
  if (!standing.ok) return standing;
  draft.saved = { ...draft.saved!, revision: standing.value.revision };
  return save(draft, procedure, step);
}

/** What it was saved under is gone: what is here becomes a draft of its own. */
export function saveAnew(draft: Draft, procedure: Procedure, step: string): Promise<Outcome<unknown>> {
  draft.saved = null;
  return save(draft, procedure, step);
}

/** Name of the draft of a procedure in this page's memory. */
export function nameOf(procedureId: string): string {
  return 'apply:' + procedureId;
}

/** Name of the draft of a correction in this page's memory. */
export function correctionOf(applicationId: string): string {
  return 'correct:' + applicationId;
}

/** Goes on with a draft in this page. */
export function goOn(opened: OpenedDraft, code: string | null): Draft {
  const draft = startDraft(nameOf(opened.procedureId), opened.answers, {});
  draft.touched = true;
  draft.saved = {
    draftId: opened.draftId,
    revision: opened.revision,
    yours: opened.yours,
    code,
    keptUntil: opened.keptUntil,
    at: opened.savedAt,
    answers: JSON.stringify(opened.answers),
  };
  draft.carried = opened.changed || opened.lost.length > 0 ? { lost: opened.lost, reconfirm: opened.reconfirm } : null;
  return draft;
}
