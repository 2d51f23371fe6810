import { Fragment } from 'preact';
import type { Upload } from '../app/types.ts';
import { own } from '../forms/index.ts';
import { Heading } from '../ui/heading.tsx';
import { addressIn, ConfirmMail, mailField } from './confirm-mail.tsx';
import { rootOf, type FieldJson, type PageJson } from './definition.ts';
import type { Draft } from './draft.ts';
import type { FormEngine, Mistake } from './engine.ts';
import type { Asking } from './asking.ts';
import { Field } from './fields.tsx';
import type { Purpose } from './purpose.ts';
import { MistakeSummary } from './mistake-summary.tsx';
import { CarriedNote, ReturnedNote, SessionEndedNote } from './notes.tsx';

/** One page of the form: its questions, 戻る and 次へ. */
export function FormPage(props: {
  engine: FormEngine;
  draft: Draft;
  purpose: Purpose;
  page: PageJson;
  number: number;
  total: number;
  mistakes: Mistake[];
  tries: number;
  /** How often the city hall asked to sign in again. */
  refused: number;
  onMistake: (mistake: Mistake) => void;
  onAnswer: (field: FieldJson, value: unknown) => void;
  onMoved: Asking['moved'];
  onConfirmed: () => void;
  onForward: () => void;
  onBack: (() => void) | null;
}) {
  const { draft, engine, page, purpose, mistakes } = props;
  const mail = mailField(engine.pages(draft.answers));
  const address = mail === undefined ? null : addressIn(own(draft.answers, mail.id));
  const byPath: Record<string, string> = {};
  for (const mistake of mistakes) {
    if (!(mistake.path in byPath)) byPath[mistake.path] = mistake.message;
  }
  const asking: Asking = {
    mistakes: byPath,
    prefilled: (path) => {
      const given = draft.given[path];
      return given !== undefined && holds(draft.answers[path], given.value) ? given.origin : null;
    },
    returned: (purpose.returned?.fields ?? []).map(rootOf),
    members: (group, index) => engine.members(group, index, draft.answers),
    moved: props.onMoved,
    files: {
      draft,
      known: (fileId) => own(draft.files ?? {}, fileId) as Upload | undefined,
      know: (file) => {
        draft.files = { ...draft.files, [file.fileId]: file };
      },
    },
    computed: (path) => engine.computed(path, draft.answers),
    language: engine.language,
    say: engine.say,
    partLabel: engine.partLabel,
  };
  return (
    <>
      <Heading
        title={page.title}
        step={page.id}
        mistakes={mistakes.length > 0}
        caption={`${engine.language === 'ja' ? purpose.title : engine.title}　${props.number}/${props.total}`}
      />
      <SessionEndedNote path={purpose.path} tries={props.refused} />
      <ReturnedNote returned={purpose.returned} />
      <CarriedNote draft={draft} engine={engine} />
      <MistakeSummary mistakes={mistakes} tries={props.tries} words={engine} onMistake={props.onMistake} />
      <form
        noValidate
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          props.onForward();
        }}
      >
        {page.fields.map((field) => (
          <Fragment key={field.id}>
            <Field
              field={field}
              path={field.id}
              value={own(draft.answers, field.id)}
              change={(value) => props.onAnswer(field, value)}
              asking={asking}
            />
            {field.id === mail?.id && address !== null && (
              <ConfirmMail key={address} address={address} draft={draft} purpose={purpose} words={engine} onConfirmed={props.onConfirmed} />
            )}
          </Fragment>
        ))}
        <div class="form-actions">
          <button type="submit" class="button button-main">
            {engine.say(draft.fromCheck ? 'screen.toCheck' : 'screen.next')}
          </button>
          {props.onBack && (
            <button type="button" class="button" onClick={props.onBack}>
              {engine.say('screen.back')}
            </button>
          )}
        </div>
      </form>
      {purpose.below?.(page.id)}
    </>
  );
}

/** Whether an answer still has everything the card gave; the person may have added parts to it. */
function holds(answer: unknown, given: unknown): boolean {
  if (given === null || typeof given !== 'object') return answer === given;
  const parts = (answer ?? {}) as Record<string, unknown>;
  return Object.entries(given).every(([part, value]) => parts[part] === value);
}
