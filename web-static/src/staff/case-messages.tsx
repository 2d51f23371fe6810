import { useRef, useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import type { Case, Conversation } from '../app/types.ts';
import { day } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { useStaffLoad } from '../console/load.ts';
import { may, staffSessionEnded } from '../console/session.ts';
import { useTyped } from '../console/typed.tsx';
import { DayInput, useDays } from '../ui/day-input.tsx';
import { MessageBox, MessageList, UntilWhen } from '../ui/messages.tsx';
import { ProblemBox, Show } from '../ui/notices.tsx';
import { ReadySentences } from './ready-sentences.tsx';

const NAMES = { CITY: '市役所', APPLICANT: '申請者' };
const OVER = ['COMPLETED', 'REJECTED', 'WITHDRAWN'];

/** What the applicant and the city write to each other about a case. `onChanged` is told when its holds may be others. */
export function CaseMessages(props: { one: Case; onChanged: () => void }) {
  const { one } = props;
  const params = { applicationId: one.applicationId };
  const writes = may('REVIEWER');
  const ask = () => staff('listCaseMessages', { params });
  const { loaded, reload, set } = useStaffLoad('messages ' + one.applicationId, ask);
  const refresh = async () => {
    const fresh = await ask();
    if (fresh.ok) set(fresh.value);
    props.onChanged();
  };
  return (
    <section aria-labelledby="messages-title">
      <h2 id="messages-title" tabIndex={-1}>
        申請者とのメッセージ
      </h2>
      <Show loaded={loaded} retry={reload}>
        {(conversation) => (
          <>
            <MessageList
              conversation={conversation}
              names={NAMES}
              {...(writes && {
                onSeen: (upTo: number) => void staff('seeCaseMessages', { params, body: { upTo }, key: newKey() }),
              })}
            />
            {conversation.waiting && <WaitedFor one={one} waiting={conversation.waiting} writes={writes} onDone={refresh} />}
            <UntilWhen conversation={conversation} />
            {writes && conversation.writable && <Writing one={one} waiting={conversation.waiting} onSent={refresh} />}
          </>
        )}
      </Show>
    </section>
  );
}

function Writing(props: { one: Case; waiting: Conversation['waiting']; onSent: () => Promise<void> }) {
  const { applicationId } = props.one;
  const { typed, change, erase } = useTyped('message:' + applicationId, { text: '', asks: false, until: '' });
  const { asks } = typed;
  const days = useDays<'until'>('message-', {}, typed.until === '' ? {} : { until: typed.until }, (texts) =>
    change({ until: texts.until ?? '' }),
  );
  const attempt = useRef({ body: '', key: '' });
  const send = async (text: string): Promise<Problem | null> => {
    const told = asks ? days.read() : {};
    if (told === null) return MISREAD;
    if (asks && told.until === undefined) {
      document.getElementById('message-until')?.focus();
      return UNTIL_MISSING;
    }
    const body = told.until === undefined ? { text } : { text, answerBy: told.until };
    const sent = JSON.stringify(body);
    if (attempt.current.body !== sent) attempt.current = { body: sent, key: newKey() };
    const outcome = await staff('sendCaseMessage', { params: { applicationId }, body, key: attempt.current.key });
    if (!outcome.ok) {
      if (outcome.problem.status === 401) staffSessionEnded();
      return outcome.problem;
    }
    attempt.current = { body: '', key: '' };
    days.clear('until');
    erase();
    await props.onSent();
    return null;
  };
  return (
    <MessageBox
      label="申請者へのメッセージ"
      hint="申請者がそのまま読みます。2000文字まで。メールには「メッセージがあります」とだけ書かれ、この文は載りません。"
      text={typed.text}
      onText={(text) => change({ text })}
      send={send}
    >
      <ReadySentences applicationId={applicationId} into="message" />
      {OVER.indexOf(props.one.state) < 0 && (
        <>
          <div class="choice">
            <input id="message-asks" type="checkbox" checked={asks} onChange={(event) => change({ asks: event.currentTarget.checked })} />
            <label for="message-asks">回答を待つ（届くまで、処理期限を数えません）</label>
          </div>
          {asks && (
            <DayInput
              {...days.input('until')}
              label="回答の期限"
              hint={props.waiting === undefined ? '申請者の画面に出ます。' : '申請者の画面に出ます。いまの期限は、この期限に置き換わります。'}
            />
          )}
        </>
      )}
    </MessageBox>
  );
}

const MISREAD: Problem = { status: 400, code: 'answers-invalid', title: '回答の期限が、日付として読み取れません。' };
const UNTIL_MISSING: Problem = { status: 400, code: 'answers-invalid', title: '回答の期限を入力してください。' };

function WaitedFor(props: {
  one: Case;
  waiting: NonNullable<Conversation['waiting']>;
  writes: boolean;
  onDone: () => Promise<void>;
}) {
  const { one, waiting } = props;
  const [problem, setProblem] = useState<Problem | null>(null);
  const key = useRef(newKey());
  const busy = useRef(false);
  const withdraw = async () => {
    if (busy.current) return;
    busy.current = true;
    const outcome = await staff('withdrawQuestion', {
      params: { applicationId: one.applicationId },
      body: { message: waiting.message },
      key: key.current,
    });
    busy.current = false;
    if (!outcome.ok && outcome.problem.status === 401) staffSessionEnded();
    if (!outcome.ok) return setProblem(outcome.problem);
    document.getElementById('messages-title')?.focus();
    await props.onDone();
  };
  return (
    <>
      {problem && <ProblemBox problem={problem} focus retry={() => void props.onDone()} />}
      <p>
        回答を待っています（{day(waiting.answerBy)}まで）。
        {props.writes && (
          <button type="button" class="button" onClick={() => void withdraw()}>
            回答を待つのをやめる
          </button>
        )}
      </p>
    </>
  );
}
