import { useRef, useState } from 'preact/hooks';
import { newKey, page, type Problem } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { beforeSignOut, sessionEnded } from '../app/session.ts';
import { day } from '../app/words.ts';
import { looseDraft, type Draft } from '../apply/draft.ts';
import { draftIdOf, unfinished } from '../apply/files.ts';
import { MessageBox, MessageList, UntilWhen } from '../ui/messages.tsx';
import { Notice, Show } from '../ui/notices.tsx';
import type { Reached } from './reached.ts';
import { MessageFiles } from './message-files.tsx';
import { forgetMessages, keepMessage, keptMessage } from './kept-message.ts';

const NAMES = { CITY: '市役所', APPLICANT: 'あなた' };

/** What the resident and the city write to each other about one application. */
export function Messages(props: { applicationId: string; reached: Reached; onWritten: () => void }) {
  const { applicationId } = props;
  const ask = props.reached.messages;
  const { loaded, reload, set } = useLoad('messages ' + applicationId, ask);
  const by = page.of ?? '';
  const [text, setText] = useState(() => keptMessage(applicationId, by));
  const attempt = useRef({ sent: '', key: '' });
  const draft = useRef<Draft | null>(null);
  if (draft.current === null) draft.current = looseDraft({}, {});
  const [files, setFiles] = useState<string[]>([]);
  const type = (typed: string) => {
    setText(typed);
    keepMessage(applicationId, by, typed);
  };
  const send = async (typed: string): Promise<Problem | null> => {
    if (unfinished(draft.current!).length > 0) return STILL_SENDING;
    const sent = JSON.stringify([typed, files]);
    if (attempt.current.sent !== sent) attempt.current = { sent, key: newKey() };
    const outcome = await props.reached.send(typed, files, draftIdOf(draft.current!), attempt.current.key);
    if (!outcome.ok) {
      if (outcome.problem.status === 401) sessionEnded();
      return outcome.problem;
    }
    attempt.current = { sent: '', key: '' };
    setFiles([]);
    const fresh = await ask();
    if (fresh.ok) set(fresh.value);
    props.onWritten();
    return null;
  };
  return (
    <section aria-labelledby="messages-title">
      <h2 id="messages-title" tabIndex={-1}>
        市役所とのメッセージ
      </h2>
      <Show loaded={loaded} retry={reload}>
        {(conversation) => (
          <>
            {conversation.waiting && (
              <Notice kind="warning" title={`${day(conversation.waiting.answerBy)}までに回答をお願いします。`}>
                <p>市役所からのメッセージを読んで、下の欄から回答してください。回答が届くまで、手続きは止まっています。</p>
              </Notice>
            )}
            <MessageList
              conversation={conversation}
              names={NAMES}
              onSeen={(upTo) => void props.reached.see(upTo)}
            />
            <UntilWhen conversation={conversation} />
            {conversation.writable && (
              <MessageBox
                label="市役所へのメッセージ"
                hint="この申請の担当課に届きます。2000文字まで。お返事は、この画面に出ます。お急ぎのときは、電話でお問い合わせください。"
                text={text}
                onText={type}
                send={send}
              >
                <MessageFiles draft={draft.current!} chosen={files} onChosen={setFiles} />
              </MessageBox>
            )}
          </>
        )}
      </Show>
    </section>
  );
}

const STILL_SENDING: Problem = {
  status: 400,
  code: 'answers-invalid',
  title: 'ファイルを送り終わっていません。',
  detail: '送り終わるまで待つか、ファイルを外してから、もう一度押してください。',
};

beforeSignOut(() => forgetMessages());
