import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import type { Conversation, Message } from '../app/types.ts';
import { dateTime, day } from '../app/words.ts';
import { ProblemBox } from './notices.tsx';
import { TextBox } from './text-box.tsx';

/** Characters of a message, as the server counts them. */
const LONGEST = 2000;

/** When what is new may have come into sight. */
const LOOKS = ['scroll', 'visibilitychange', 'focusin'];

/** What both sides wrote, oldest first. `onSeen` is told once what is new has come into sight. */
export function MessageList(props: {
  conversation: Conversation;
  /** What each side is called here. */
  names: Record<Message['side'], string>;
  onSeen?: (upTo: number) => void;
}) {
  const { messages } = props.conversation;
  const last = useRef<HTMLLIElement>(null);
  const unread = messages.filter((message) => message.unread);
  const upTo = unread.length === 0 ? 0 : unread[unread.length - 1]!.number;
  useEffect(() => {
    const { onSeen } = props;
    if (upTo === 0 || onSeen === undefined || last.current === null) return;
    const look = () => {
      // Gone from the page, of which this is told a moment later.
      if (last.current === null) return;
      const box = last.current.getBoundingClientRect();
      if (document.hidden || box.top > window.innerHeight || box.bottom < 0) return;
      stop();
      onSeen(upTo);
    };
    const stop = () => LOOKS.forEach((name) => document.removeEventListener(name, look));
    LOOKS.forEach((name) => document.addEventListener(name, look, { passive: true }));
    look();
    return stop;
  }, [upTo]);
  if (messages.length === 0) return <p>メッセージはまだありません。</p>;
  return (
    <ol class="timeline">
      {messages.map((message) => (
        <li key={message.number} ref={message.number === upTo ? last : undefined}>
          <p class="timeline-what">
            {props.names[message.side]}
            {message.by !== undefined && '　' + message.by}
            {message.unread && (
              <>
                {' '}
                <span class="chip chip-returned">未読</span>
              </>
            )}
          </p>
          <p class="small">
            {dateTime(message.at)}
            {message.read && '　相手が読みました'}
          </p>
          <p class="timeline-reason">{message.text}</p>
          {message.files.length > 0 && (
            <ul class="plain">
              {message.files.map((file) => (
                <li key={file.fileId}>
                  添付：{file.name}
                  {file.state === 'WAITING' && <span class="small">　安全を確認しています</span>}
                  {file.refusal !== undefined && <span class="mistake">＊{file.refusal}</span>}
                </li>
              ))}
            </ul>
          )}
          {message.answerBy !== undefined && <p class="small">回答の期限：{day(message.answerBy)}</p>}
        </li>
      ))}
    </ol>
  );
}

/** Where a message is typed. `send` answers what went wrong, or null when it is sent. */
export function MessageBox(props: {
  label: string;
  hint: string;
  text: string;
  onText: (text: string) => void;
  send: (text: string) => Promise<Problem | null>;
  /** What else there is to say about it. */
  children?: ComponentChildren;
}) {
  const { text } = props;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [mistake, setMistake] = useState('');
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState(false);
  const busy = useRef(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const wrong = (what: string) => {
    setMistake(what);
    box.current?.focus();
  };
  const send = async () => {
    if (busy.current) return;
    setProblem(null);
    setMistake('');
    setSent(false);
    if (text.trim() === '') return wrong('メッセージを入力してください。');
    const length = Array.from(text).length;
    if (length > LONGEST) return wrong(`${LONGEST}文字以内にしてください。いまは${length}文字です。`);
    busy.current = true;
    setSending(true);
    const failed = await props.send(text);
    busy.current = false;
    setSending(false);
    if (failed === null) {
      props.onText('');
      setSent(true);
      return;
    }
    const told = (failed.errors ?? [])[0];
    if (told === undefined) setProblem(failed);
    else wrong(told.message);
  };
  return (
    <form
      noValidate
      class="form no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {problem && <ProblemBox problem={problem} focus />}
      <div class={'field' + (mistake ? ' field-mistaken' : '')}>
        <label class="field-label" for="message">
          {props.label}
        </label>
        <p class="hint" id="message-hint">
          {props.hint}
        </p>
        <TextBox
          box={box}
          id="message"
          rows={4}
          value={text}
          aria-invalid={mistake ? 'true' : undefined}
          aria-describedby={'message-hint' + (mistake ? ' message-mistake' : '')}
          onText={(typed) => {
            setSent(false);
            props.onText(typed);
          }}
        />
        {mistake && (
          <p class="mistake" id="message-mistake" role="alert">
            ＊{mistake}
          </p>
        )}
      </div>
      {props.children}
      <div class="form-actions">
        <button type="submit" class="button button-main" aria-disabled={sending}>
          {sending ? '送信しています…' : 'メッセージを送る'}
        </button>
      </div>
      <div role="status">{sent && <p>メッセージを送りました。</p>}</div>
    </form>
  );
}

/** Why nothing can be written any more, or until when. */
export function UntilWhen(props: { conversation: Conversation }) {
  const { writable, writableUntil } = props.conversation;
  if (writableUntil === undefined) {
    return writable ? null : <p>メッセージが500件になったため、これ以上は送れません。電話などほかの方法でご連絡ください。</p>;
  }
  return writable ? (
    <p class="small">手続きは終わりました。{dateTime(writableUntil)}まで、メッセージを送れます。</p>
  ) : (
    <p>手続きが終わってから30日が過ぎたため、メッセージは送れません。これまでのメッセージは、いつでも読めます。</p>
  );
}
