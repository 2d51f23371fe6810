import { useRef, useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { foldCode, foldEmail, isEmail, mailbox } from '../forms/index.ts';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { TextBox } from '../ui/text-box.tsx';
import type { FieldJson, PageJson } from './definition.ts';
import { confirmHere, keepNow, type Draft } from './draft.ts';
import type { Words } from './engine.ts';
import type { Purpose } from './purpose.ts';

/** The question for the address that notices go to; undefined where the form asks for none. */
export function mailField(pages: PageJson[]): FieldJson | undefined {
  for (const page of pages) for (const field of page.fields) if (field.gif === 'email') return field;
  return undefined;
}

/** The address in an answer; null for none yet. */
export function addressIn(answer: unknown): string | null {
  const address = typeof answer === 'string' ? foldEmail(answer) : '';
  return isEmail(address) ? address : null;
}

/** Whether notices may go there. */
export function isConfirmed(address: string, draft: Draft, purpose: Purpose): boolean {
  const { confirmed } = draft;
  const box = mailbox(address);
  return (
    (purpose.confirmedAddress !== undefined && mailbox(purpose.confirmedAddress) === box) ||
    (confirmed !== null && mailbox(confirmed.address) === box && new Date(confirmed.until).getTime() > Date.now())
  );
}

/**
 * Confirms an address by a code that is sent there. Only where a guest takes one of few places it must be: elsewhere no mail
 * is sent without it, which is said here. It stands inside a form and has none of its own, so Enter is taken here.
 */
export function ConfirmMail(props: {
  address: string;
  draft: Draft;
  purpose: Purpose;
  words: Words;
  /** What stands around it may say something else now. */
  onConfirmed: () => void;
}) {
  const { address, draft, purpose } = props;
  const { say } = props.words;
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const [now, setNow] = useState(false);
  const busy = useRef(false);
  const box = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  if (isConfirmed(address, draft, purpose)) {
    return now ? <Notice kind="success" title={say('screen.mail.done')} focus /> : <p class="hint">{say('screen.mail.done')}</p>;
  }
  const sent = draft.codeSentTo === address;
  const mistake = (problem?.errors ?? []).filter((error) => error.path === 'code')[0];
  const once = async (work: () => Promise<Problem | null>) => {
    if (busy.current) return;
    busy.current = true;
    const failed = await work();
    busy.current = false;
    setProblem(failed);
    setTries((n) => n + 1);
    setCode('');
    if (failed === null || (failed.errors ?? []).length > 0) setTimeout(() => box.current?.focus());
  };
  const send = () =>
    once(async () => {
      const outcome = await resident('sendEmailCode', { key: newKey(), body: { address, purpose: 'NOTICES' } });
      if (!outcome.ok) return outcome.problem;
      draft.codeSentTo = address;
      keepNow();
      return null;
    });
  const confirm = () =>
    once(async () => {
      const outcome = await resident('enterEmailCode', { key: newKey(), body: { code: foldCode(code) } });
      if (!outcome.ok) return outcome.problem;
      // A code that another tab asked for something else confirms nothing here.
      if (outcome.value.until !== undefined) confirmHere(draft, { address, until: outcome.value.until });
      draft.codeSentTo = null;
      keepNow();
      setNow(true);
      props.onConfirmed();
      return null;
    });
  return (
    <div class="confirm-mail" role="group" aria-label={say('screen.mail.title')}>
      {problem && !mistake && <ProblemBox key={tries} problem={problem} focus />}
      <p>{sent ? say('screen.mail.sent', { address }) : say('screen.mail.why')}</p>
      {sent && (
        <div
          class={'field' + (mistake ? ' field-mistaken' : '')}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            void confirm();
          }}
        >
          <label class="field-label" for="mail-code">
            {say('screen.mail.code')}
          </label>
          <p class="hint" id="mail-code-hint">
            {say('screen.mail.hint')}
          </p>
          <TextBox
            box={box}
            id="mail-code"
            type="text"
            inputMode="numeric"
            autocomplete="one-time-code"
            maxLength={30}
            class="width-middle"
            aria-invalid={mistake ? 'true' : undefined}
            aria-describedby={(mistake ? 'mail-code-mistake ' : '') + 'mail-code-hint'}
            value={code}
            onText={setCode}
            fold={foldCode}
          />
          {mistake && (
            <p class="mistake" id="mail-code-mistake" role="alert">
              ＊{mistake.message}
            </p>
          )}
        </div>
      )}
      <p>
        {sent && (
          <button type="button" class="button" onClick={() => void confirm()}>
            {say('screen.mail.confirm')}
          </button>
        )}
        <button type="button" class="button" onClick={() => void send()}>
          {say(sent ? 'screen.mail.again' : 'screen.mail.send')}
        </button>
      </p>
      <p class="hint">{say(purpose.mustConfirm ? 'screen.mail.must' : 'screen.mail.whyNot')}</p>
    </div>
  );
}
