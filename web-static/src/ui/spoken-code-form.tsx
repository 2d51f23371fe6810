import { useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import { TextBox } from './text-box.tsx';

/**
 * A code of three groups of four that somebody reads off another screen. `send` answers what went wrong; null when the
 * screen goes on to something else.
 */
export function SpokenCodeForm(props: {
  label: string;
  /** Read off already: by a camera, or before a sign-in. */
  code?: string;
  run: string;
  running: string;
  send: (code: string) => Promise<Problem | null>;
  /** Something was pressed for: what is shown of an earlier code is not about this one. */
  onPress?: () => void;
  onProblem: (problem: Problem) => void;
}) {
  const [code, setCode] = useState(props.code ?? '');
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const run = async () => {
    if (busy) return;
    props.onPress?.();
    setEmpty(code.trim() === '');
    if (code.trim() === '') return document.getElementById('code')?.focus();
    setBusy(true);
    const problem = await props.send(code);
    if (problem === null) return;
    setBusy(false);
    props.onProblem(problem);
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
      <div class={'field' + (empty ? ' field-mistaken' : '')}>
        <label for="code">{props.label}</label>
        <p class="hint" id="code-hint">
          例：7K3M-9QXT-2HBC（ハイフンはなくてもかまいません）
        </p>
        {empty && (
          <p class="mistake" id="code-mistake" role="alert">
            ＊{props.label}を入力してください。
          </p>
        )}
        <TextBox
          id="code"
          class="saving-input"
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
          aria-describedby={'code-hint' + (empty ? ' code-mistake' : '')}
          aria-invalid={empty ? 'true' : undefined}
          value={code}
          onText={setCode}
        />
      </div>
      <div class="form-actions">
        <button type="submit" class="button button-main" aria-disabled={busy}>
          {busy ? props.running : props.run}
        </button>
      </div>
    </form>
  );
}
