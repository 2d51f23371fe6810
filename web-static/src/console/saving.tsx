import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, type Outcome, type Problem } from '../app/api.ts';
import { ProblemBox } from '../ui/notices.tsx';
import { staffSessionEnded } from './session.ts';
import { Brought, type Typed } from './typed.tsx';
import { stopsAtUnread } from './whole-number.ts';

/** What the fields are called, by the path that the server names them with. */
export type FieldNames = Record<string, string>;

/**
 * One wish at a time, and one key until the server has answered it: a second try after a lost answer must not do it
 * twice.
 */
export function useSaving(fields: FieldNames = {}) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const [key, setKey] = useState(newKey);
  const save = async <V,>(send: (key: string) => Promise<Outcome<V>>, saved: (value: V) => void) => {
    if (sending) return;
    setSending(true);
    const outcome = await send(key);
    setSending(false);
    if (outcome.ok) return saved(outcome.value);
    if (outcome.problem.status === 401) staffSessionEnded();
    if (outcome.problem.status !== 0) setKey(newKey());
    setProblem(outcome.problem);
  };
  return {
    save,
    sending,
    /** What was told of the last try no longer holds. */
    forget: () => setProblem(null),
    conflict: problem?.status === 409,
    told: problem && <ProblemBox key={key} problem={withNames(problem, fields)} focus />,
  };
}

/** The problem with the name of its field before each mistake, for a list of them that stands above all fields. */
export function withNames(problem: Problem, fields: FieldNames): Problem {
  const errors = (problem.errors ?? []).map((mistake) => {
    const name = fields[mistake.path];
    return name === undefined ? mistake : { ...mistake, message: name + '：' + mistake.message };
  });
  return { ...problem, errors };
}

/** A form that opens among what it adds to or changes; its first field takes the focus. */
export function SavingForm<V>(props: {
  title: string;
  fields: FieldNames;
  /** What the button says. */
  run: string;
  /** What to do when somebody else saved first. */
  overtaken?: string;
  /** False when something cannot be read yet, which is told beside it. */
  ready?: () => boolean;
  /** What is typed into it. */
  typed: Pick<Typed<unknown>, 'brought' | 'erase' | 'forget'>;
  send: (key: string) => Promise<Outcome<V>>;
  saved: (value: V) => void;
  cancelled: () => void;
  children: ComponentChildren;
}) {
  const { title } = props;
  const { save, sending, forget, conflict, told } = useSaving(props.fields);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!props.typed.brought) form.current?.querySelector('input')?.focus();
  }, []);
  return (
    <form
      ref={form}
      noValidate
      class="b-panel"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if ((props.ready === undefined || props.ready()) && !stopsAtUnread(form.current)) {
          void save(props.send, (value) => {
            props.typed.forget();
            props.saved(value);
          });
        } else forget();
      }}
    >
      <h2>{title}</h2>
      <Brought of={props.typed} />
      {told}
      {conflict && props.overtaken && <p>{props.overtaken}</p>}
      {props.children}
      <div class="form-actions">
        <button type="submit" class="button button-main" aria-disabled={sending}>
          {sending ? '送信しています…' : props.run}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            props.typed.forget();
            props.cancelled();
          }}
        >
          やめる
        </button>
      </div>
    </form>
  );
}
