import type { Problem } from '../app/api.ts';
import { today, yen } from '../app/words.ts';
import type { Upload } from '../app/types.ts';
import { own } from '../forms/index.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { AnswerSections } from './answers.tsx';
import { addressIn, ConfirmMail, mailField } from './confirm-mail.tsx';
import { rootOf, type PageJson } from './definition.ts';
import type { Draft } from './draft.ts';
import type { FormEngine, Mistake } from './engine.ts';
import type { Purpose } from './purpose.ts';
import { MistakeSummary } from './mistake-summary.tsx';
import { CarriedNote, ProofNote, ReturnedNote, SessionEndedNote } from './notes.tsx';

/** Everything once more before sending, each answer with a way to change it. */
export function CheckPage(props: {
  engine: FormEngine;
  draft: Draft;
  purpose: Purpose;
  pages: PageJson[];
  mistakes: Mistake[];
  tries: number;
  /** How often the city hall asked to sign in again. */
  refused: number;
  problem: Problem | null;
  sending: boolean;
  onMistake: (mistake: Mistake) => void;
  onChange: (page: string, path: string) => void;
  onConfirmed: () => void;
  onBack: () => void;
  onSend: () => void;
}) {
  const { engine, draft, purpose, problem } = props;
  const { say } = engine;
  const first = purpose.sign === undefined && purpose.returned === undefined;
  const submit = (first && engine.submit) || (engine.language === 'ja' ? purpose.submitLabel : say('screen.submit'));
  const mail = mailField(props.pages);
  const address = mail === undefined ? null : addressIn(own(draft.answers, mail.id));
  const { fee, free, whole } = engine.check(draft.answers, today());
  return (
    <>
      <Heading
        title={say('screen.check')}
        step="check"
        mistakes={props.mistakes.length > 0}
        caption={engine.language === 'ja' ? purpose.title : engine.title}
      />
      <SessionEndedNote path={purpose.path} tries={props.refused} />
      <ReturnedNote returned={purpose.returned} />
      <CarriedNote draft={draft} engine={engine} />
      <MistakeSummary mistakes={props.mistakes} tries={props.tries} words={engine} onMistake={props.onMistake} />
      {props.mistakes.some(({ code }) => code === 'person') && purpose.checkAgain}
      {/* A 401 has its own note above. */}
      {problem && problem.code === 'proof-required' && <ProofNote key={props.tries} problem={problem} />}
      {problem && problem.status !== 401 && problem.code !== 'proof-required' && (
        <>
          <ProblemBox key={props.tries} problem={problem} focus />
          {problem.code === 'network' && (
            <p>
              送信できたかどうかを確認できませんでした。もう一度「{submit}
              」を押してください。続けて押しても、二重に申請されることはありません。
            </p>
          )}
        </>
      )}
      {purpose.unchanged?.() && (
        <Notice kind="warning" title="お願いした項目が、前と同じです。">
          <p>直すところがないか、もう一度お確かめください。このまま送ることもできます。</p>
        </Notice>
      )}
      <p>{say('screen.notYet', { submit })}</p>
      <AnswerSections
        words={{ ...engine, fileName: (fileId) => (own(draft.files ?? {}, fileId) as Upload | undefined)?.name }}
        pages={props.pages}
        // As it will be sent (readings and numbers folded); what is mistaken as it was typed.
        answers={{ ...draft.answers, ...whole }}
        members={(group, index) => engine.members(group, index, draft.answers)}
        marked={(purpose.returned?.fields ?? draft.carried?.reconfirm ?? []).map(rootOf)}
        onChange={props.onChange}
      />
      <section class="fee">
        <h2>{say('screen.fee')}</h2>
        <p class="fee-amount">{free ? say('screen.free') : fee === null ? say('screen.feeOpen') : yen(fee)}</p>
      </section>
      {address !== null && (
        <section>
          <h2>{say('screen.mail.title')}</h2>
          <ConfirmMail key={address} address={address} draft={draft} purpose={purpose} words={engine} onConfirmed={props.onConfirmed} />
        </section>
      )}
      <div class="form-actions">
        <button
          type="button"
          class="button button-main"
          aria-disabled={props.sending}
          onClick={props.onSend}
        >
          {props.sending ? say('screen.sending') : submit}
        </button>
        <button type="button" class="button" onClick={props.onBack}>
          {say('screen.back')}
        </button>
      </div>
      {purpose.below?.('check')}
      <p role="status" class="visually-hidden">
        {props.sending ? say('screen.sending') : ''}
      </p>
    </>
  );
}
