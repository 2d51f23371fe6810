import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, type Outcome, type Problem } from '../app/api.ts';
import type { Assignment, Case } from '../app/types.ts';
import { dateTime } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { mistakeOf, Select, TextInput } from '../console/inputs.tsx';
import { useStaffLoad } from '../console/load.ts';
import { may, staffSessionEnded } from '../console/session.ts';
import { useTyped } from '../console/typed.tsx';
import { ProblemBox, Show } from '../ui/notices.tsx';

type Change = (what: string, ask: (key: string) => Promise<Outcome<unknown>>) => Promise<Problem | null>;

/** Whose a case is, its labels, and what colleagues noted; the applicant never sees any of it, so it is not printed either. */
export function CaseAssignment(props: { one: Case }) {
  const params = { applicationId: props.one.applicationId };
  const { loaded, reload, set } = useStaffLoad('assignment ' + params.applicationId, () => staff('readAssignment', { params }));
  const [told, setTold] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);
  const change: Change = async (what, ask) => {
    if (busy.current) return null;
    busy.current = true;
    setProblem(null);
    const outcome = await ask(newKey());
    busy.current = false;
    if (!outcome.ok && outcome.problem.status === 401) staffSessionEnded();
    const fresh = await staff('readAssignment', { params });
    if (fresh.ok) set(fresh.value);
    setTold(outcome.ok ? what : '');
    return outcome.ok ? null : outcome.problem;
  };
  /** What was pressed may be gone. */
  const press = async (what: string, ask: (key: string) => Promise<Outcome<unknown>>) => {
    const failed = await change(what, ask);
    setProblem(failed);
    if (failed === null) document.getElementById('assignment-title')?.focus();
    return failed === null;
  };
  const assign = (shown: Assignment, to: string | undefined) =>
    press(to === undefined ? '担当者をなしにしました。' : '担当者を変えました。', (key) =>
      staff('assignCase', { params, key, body: { ...(shown.assignee && { from: shown.assignee.staffId }), ...(to !== undefined && { to }) } }),
    );
  const label = (shown: Assignment, to: string[]) =>
    press('ラベルを変えました。', (key) => staff('labelCase', { params, key, body: { before: shown.labels, labels: to } }));
  return (
    <section class="no-print" aria-labelledby="assignment-title">
      <h2 id="assignment-title" tabIndex={-1}>
        担当者とメモ
      </h2>
      <p class="small">職員だけが見ます。申請者には見えません。</p>
      <p role="status">{told}</p>
      {problem && <ProblemBox problem={problem} focus />}
      <Show loaded={loaded} retry={reload}>
        {(shown) => (
          <>
            <Assignee shown={shown} assign={(to) => assign(shown, to)} />
            <Labels shown={shown} label={(to) => label(shown, to)} />
            {may('REVIEWER') && (
              <NoteBox
                applicationId={params.applicationId}
                send={(text) => change('メモを残しました。', (key) => staff('noteCase', { params, key, body: { text } }))}
              />
            )}
            <ul class="plain notes">
              {shown.notes.map((note) => (
                <li key={note.at + note.by}>
                  <p class="small">
                    {dateTime(note.at)}　{note.by}
                  </p>
                  <p class="note-text">{note.text}</p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Show>
    </section>
  );
}

function Assignee(props: { shown: Assignment; assign: (to: string | undefined) => Promise<boolean> }) {
  const { shown, assign } = props;
  const others = shown.deciders.filter((one) => one.staffId !== shown.assignee?.staffId && one.staffId !== shown.self);
  const [to, setTo] = useState('');
  const [unchosen, setUnchosen] = useState(false);
  const hand = async () => {
    setUnchosen(to === '');
    if (to === '') return document.getElementById('assign-to')?.focus();
    if (await assign(to)) setTo('');
  };
  return (
    <>
      <p>
        担当者：{shown.assignee === undefined ? '決まっていません' : shown.assignee.name + (shown.mine ? '（あなた）' : '')}
      </p>
      {shown.assignee !== undefined && !shown.deciders.some((one) => one.staffId === shown.assignee?.staffId) && (
        <p class="mistake">＊この担当者は、いまこの課で審査できません（異動、退職、権限の変更など）。ほかの職員が担当してください。</p>
      )}
      {may('REVIEWER') && (
        <>
          <p>
            {shown.mine ? (
              <button type="button" class="button button-small" onClick={() => void assign(undefined)}>
                担当を外れる
              </button>
            ) : (
              shown.deciders.some((one) => one.staffId === shown.self) && (
                <button type="button" class="button button-small" onClick={() => void assign(shown.self)}>
                  自分が担当する
                </button>
              )
            )}
          </p>
          {others.length > 0 && (
            <details class="no-print">
              <summary>ほかの職員に渡す</summary>
              <Select
                id="assign-to"
                label="渡す職員"
                none="選んでください"
                value={to}
                options={others.map((one) => ({ value: one.staffId, label: one.name }))}
                onValue={setTo}
                mistake={unchosen && to === '' ? '渡す職員を選んでください。' : undefined}
              />
              <button type="button" class="button button-small" onClick={() => void hand()}>
                担当にする
              </button>
            </details>
          )}
        </>
      )}
    </>
  );
}

function Labels(props: { shown: Assignment; label: (to: string[]) => Promise<boolean> }) {
  const { labels } = props.shown;
  const writes = may('REVIEWER');
  const [typed, setTyped] = useState('');
  const [empty, setEmpty] = useState(false);
  const add = async () => {
    setEmpty(typed.trim() === '');
    if (typed.trim() === '') return document.getElementById('label-new')?.focus();
    if (await props.label(labels.concat(typed))) setTyped('');
  };
  return (
    <>
      <ul class="plain labels" aria-label="ラベル">
        {labels.map((one) => (
          <li key={one} class="label">
            {one}
            {writes && (
              <button type="button" class="as-link" onClick={() => void props.label(labels.filter((other) => other !== one))}>
                外す<span class="visually-hidden">（{one}）</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {writes && (
        <form
          class="label-form no-print"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <TextInput id="label-new" label="ラベル" hint="20文字まで。一覧でさがすときに使えます。" value={typed} onText={(text) => setTyped(text ?? '')} mistake={empty && typed.trim() === '' ? 'ラベルを入力してください。' : undefined} />
          <button type="submit" class="button button-small">
            付ける
          </button>
        </form>
      )}
    </>
  );
}

function NoteBox(props: { applicationId: string; send: (text: string) => Promise<Problem | null> }) {
  const { typed, change, erase, turn } = useTyped('note:' + props.applicationId, { text: '' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [empty, setEmpty] = useState(false);
  const focus = () => document.getElementById('note')?.focus();
  // What is sent makes the input anew, so there is another one to stand in.
  useEffect(() => {
    if (turn > 0) focus();
  }, [turn]);
  const send = async () => {
    setEmpty(typed.text.trim() === '');
    if (typed.text.trim() === '') {
      setProblem(null);
      return focus();
    }
    const failed = await props.send(typed.text);
    setProblem(failed);
    if (failed === null) erase();
    else focus();
  };
  return (
    <form
      key={turn}
      noValidate
      class="no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {problem && mistakeOf(problem, 'text') === undefined && <ProblemBox problem={problem} />}
      <TextInput
        id="note"
        label="職員どうしのメモ"
        hint="2000文字まで。残したメモは、変えることも消すこともできません。"
        lines={3}
        value={typed.text}
        onText={(text) => change({ text: text ?? '' })}
        mistake={empty && typed.text.trim() === '' ? 'メモを入力してください。' : mistakeOf(problem, 'text')}
      />
      <button type="submit" class="button button-small">
        メモを残す
      </button>
    </form>
  );
}
