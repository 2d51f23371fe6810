import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import { foldCode, foldEmail } from '../forms/folding.ts';
import { ProblemBox } from './notices.tsx';
import { TextBox } from './text-box.tsx';

/** One code, or one address, to type: what is wrong with it stands beside it, and the field takes the focus again. */
export function CodeForm(props: {
  label: string;
  hint?: string;
  /** Only digits are typed: phones show the right keys. */
  digits?: boolean;
  /** Name of the field in the server's answer. */
  field: string;
  run: string;
  /** It is a mail address, which is better mended than typed again. */
  email?: boolean;
  /** The screen is there for this field alone: it has the focus from the beginning. */
  focused?: boolean;
  cancel: () => void;
  send: (code: string) => Promise<Problem | null>;
}) {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  useEffect(() => {
    if (tries > 0 || props.focused) field.current?.focus();
  }, [tries]);
  const mistake = (problem?.errors ?? []).filter((error) => error.path === props.field)[0];
  const told = [props.hint ? 'code-hint' : '', mistake ? 'code-mistake' : ''].filter((id) => id !== '').join(' ');
  const run = async () => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    const failed = await props.send(props.email ? foldEmail(code) : foldCode(code));
    busy.current = false;
    setSending(false);
    if (failed === null) return;
    // What was typed meanwhile stays.
    if (!props.email) setCode((now) => (now === code ? '' : now));
    setProblem(failed);
    setTries(tries + 1);
  };
  const input = {
    box: field,
    id: 'code',
    'aria-invalid': mistake ? ('true' as const) : undefined,
    'aria-describedby': told || undefined,
    value: code,
    onText: setCode,
  };
  return (
    <form
      noValidate
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      {problem && !mistake && <ProblemBox problem={problem} />}
      <div class={'field' + (mistake ? ' field-mistaken' : '')}>
        <label class="field-label" for="code">
          {props.label}
          <span class="required">※必須</span>
        </label>
        {props.hint && (
          <p class="hint" id="code-hint">
            {props.hint}
          </p>
        )}
        {props.email ? (
          <TextBox {...input} fold={foldEmail} type="email" autocomplete="email" maxLength={254} />
        ) : (
          <TextBox {...input} fold={foldCode} type="text" autocomplete="one-time-code" inputMode={props.digits ? 'numeric' : 'text'} maxLength={30} />
        )}
        {mistake && (
          <p class="mistake" id="code-mistake" role="alert">
            ＊{mistake.message}
          </p>
        )}
      </div>
      <div class="form-actions">
        <button type="submit" class="button button-main" aria-disabled={sending}>
          {sending ? '確認しています…' : props.run}
        </button>
        <button type="button" class="button" onClick={props.cancel}>
          やめる
        </button>
      </div>
    </form>
  );
}
