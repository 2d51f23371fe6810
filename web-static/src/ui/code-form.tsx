import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import { ProblemBox } from './notices.tsx';

/** One code to type: what is wrong with it stands beside it, and the field takes the focus again. */
export function CodeForm(props: {
  label: string;
  hint?: string;
  /** Only digits are typed: phones show the right keys. */
  digits?: boolean;
  /** Name of the field in the server's answer. */
  field: string;
  run: string;
  cancel: () => void;
  send: (code: string) => Promise<Problem | null>;
}) {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (tries > 0) input.current?.focus();
  }, [tries]);
  const mistake = (problem?.errors ?? []).filter((error) => error.path === props.field)[0];
  const told = [props.hint ? 'code-hint' : '', mistake ? 'code-mistake' : ''].filter((id) => id !== '').join(' ');
  const run = async () => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    const failed = await props.send(code.normalize('NFKC').replace(/\s/g, ''));
    busy.current = false;
    setSending(false);
    if (failed === null) return;
    setCode('');
    setProblem(failed);
    setTries(tries + 1);
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
        <input
          ref={input}
          id="code"
          type="text"
          autocomplete="one-time-code"
          inputMode={props.digits ? 'numeric' : 'text'}
          maxLength={30}
          aria-invalid={mistake ? 'true' : undefined}
          aria-describedby={told || undefined}
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
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
