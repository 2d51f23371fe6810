import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { newKey, type Outcome, type Problem } from '../app/api.ts';
import type { Case, CaseAction, Decision } from '../app/types.ts';
import { rootOf, type PageJson } from '../apply/definition.ts';
import { isDerived } from '../forms/index.ts';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { useScrollRoom } from '../ui/scroll-room.ts';
import { TextBox } from '../ui/text-box.tsx';
import { staff } from '../console/api.ts';
import { forgetTyped, keepTyped, keptTyped } from '../console/kept.ts';
import { may, staffSessionEnded } from '../console/session.ts';
import { ReadySentences } from './ready-sentences.tsx';
import { ownStep } from './own-steps.ts';
import { waitsFor } from './state-words.ts';

const VERBS: Record<CaseAction, { open: string; title: string; run: string; done: string; needsReason: boolean }> = {
  RESOLVE_SIGNATURE: {
    open: '署名を確認済みにする',
    title: '署名の確認',
    run: '確認を記録する',
    done: '署名の確認を記録しました。',
    needsReason: true,
  },
  ACCEPT: { open: '受理する', title: 'この申請を受理しますか', run: '受理を確定する', done: '受理しました。', needsReason: false },
  RETURN: { open: '差し戻す（補正を依頼）', title: '補正の依頼', run: '差戻しを確定する', done: '差し戻しました。', needsReason: true },
  REJECT: { open: '却下する', title: 'この申請を却下しますか', run: '却下を確定する', done: '却下しました。', needsReason: true },
  WITHDRAW: {
    open: '取下げを入力する',
    title: '書類や電話での取下げ',
    run: '取下げを確定する',
    done: '取下げを入力しました。',
    needsReason: true,
  },
  COMPLETE: { open: '完了にする', title: 'この申請を完了にしますか', run: '完了を確定する', done: '完了にしました。', needsReason: false },
};

/** What was typed for a decision and not sent. */
interface KeptReason {
  action: CaseAction;
  reason: string;
  fields: string[];
}

const formOf = (one: Case) => 'case:' + one.applicationId;

/** What the clerk can decide now. Each decision opens on the page and is confirmed there. */
export function CaseActions(props: {
  one: Case;
  pages: PageJson[];
  reload: (told: string | null) => void;
}) {
  const { one } = props;
  const actions = one.actions.filter((action): action is CaseAction => action !== 'CORRECT');
  const [open, setOpen] = useState<CaseAction | null>(null);
  // Told once, when the case is opened: what is typed from now on is on the screen.
  const [kept, setKept] = useState(() => keptTyped<KeptReason>(formOf(one)));
  const offered = kept !== null && actions.indexOf(kept.action) >= 0 ? kept : null;
  const opener = useRef<string | null>(null);
  const bar = useScrollRoom<HTMLElement>();
  useEffect(() => {
    if (open === null && opener.current !== null) document.getElementById(opener.current)?.focus();
  }, [open]);
  const waits = waitsFor(one.state, may('REVIEWER'));
  if (actions.length === 0) return waits === null ? null : <p>{waits}</p>;
  return (
    <section ref={bar} class={'case-actions' + (open === null && offered === null ? ' case-actions-closed' : '')} aria-labelledby="actions-title">
      <h2 id="actions-title" tabIndex={-1}>審査</h2>
      {open === null && waits !== null && <p>{waits}</p>}
      {open === null && offered !== null && (
        <Notice kind="info" title={`「${VERBS[offered.action].open}」の理由が、入力の途中で残っています。`}>
          <p>確定されていません。続きから入力できます。</p>
          <p class="button-row">
            <button
              type="button"
              class="button"
              onClick={() => {
                opener.current = 'action-' + offered.action;
                setOpen(offered.action);
              }}
            >
              続きから入力する
            </button>
            <button
              type="button"
              class="button"
              onClick={() => {
                forgetTyped(formOf(one));
                setKept(null);
                document.getElementById('actions-title')?.focus();
              }}
            >
              入力を消す
            </button>
          </p>
        </Notice>
      )}
      {open === null ? (
        <ul class="plain action-list">
          {actions.map((action) => (
            <li key={action}>
              <button
                type="button"
                id={'action-' + action}
                class={'button' + (action === 'ACCEPT' || action === 'COMPLETE' || action === 'RESOLVE_SIGNATURE' ? ' button-main' : '')}
                onClick={() => {
                  opener.current = 'action-' + action;
                  setOpen(action);
                }}
              >
                {VERBS[action].open}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <DecisionForm
          action={open}
          one={one}
          pages={props.pages}
          kept={offered !== null && offered.action === open ? offered : null}
          cancel={() => {
            forgetTyped(formOf(one));
            setKept(null);
            setOpen(null);
          }}
          reload={props.reload}
        />
      )}
    </section>
  );
}

function DecisionForm(props: {
  action: CaseAction;
  one: Case;
  pages: PageJson[];
  /** What was typed before the session ended. */
  kept: KeptReason | null;
  cancel: () => void;
  reload: (told: string | null) => void;
}) {
  const { action, one, pages } = props;
  const verb = VERBS[action];
  const [reason, setReason] = useState(props.kept?.reason ?? '');
  const [fields, setFields] = useState<string[]>(props.kept?.fields ?? (action === 'RETURN' ? lackingFields(one, pages) : []));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [mistake, setMistake] = useState('');
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const attempt = useRef({ body: '', key: '' });
  const title = useRef<HTMLHeadingElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const touched = useRef(false);
  useEffect(() => title.current?.focus(), []);
  // Before the browser does anything else: whoever presses 戻る at once loses nothing.
  useLayoutEffect(() => {
    const kept: KeptReason = { action, reason, fields };
    if (reason !== '' || fields.length > 0) keepTyped(formOf(one), kept);
    // What was typed for another decision is kept until something is typed for this one.
    else if (touched.current) forgetTyped(formOf(one));
    touched.current = touched.current || reason !== '' || fields.length > 0;
  }, [reason, fields]);

  const run = async () => {
    if (busy.current) return;
    if (verb.needsReason && reason.trim() === '') {
      setMistake('理由を入力してください');
      text.current?.focus();
      return;
    }
    setMistake('');
    setProblem(null);
    busy.current = true;
    setSending(true);
    const outcome = await decide(action, one, reason.trim(), fields, attempt.current);
    busy.current = false;
    setSending(false);
    if (outcome.ok) {
      forgetTyped(formOf(one));
      ownStep(one, outcome.value);
      return props.reload(verb.done);
    }
    if (outcome.problem.status === 401) staffSessionEnded();
    setProblem(outcome.problem);
  };

  if (problem !== null && problem.status === 409) {
    return (
      <Notice kind="warning" title={problem.title} focus>
        {problem.detail && <p>{problem.detail}</p>}
        <p>あなたの操作は行われていません。最新の内容を確かめてください。{reason.trim() !== '' && '入力した理由は、残してあります。'}</p>
        <p>
          <button type="button" class="button" onClick={() => props.reload(null)}>
            最新の内容を読み込む
          </button>
        </p>
      </Notice>
    );
  }
  return (
    <form
      noValidate
      class="decision"
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <h3 ref={title} tabIndex={-1}>
        {verb.title}
      </h3>
      {problem && <ProblemBox problem={problem} focus />}
      {(action === 'ACCEPT' || action === 'COMPLETE') && one.holds.some((hold) => hold.kind === 'PAYMENT') && (
        <Notice kind="warning" title="手数料がまだ納付されていません。">
          <p>{action === 'COMPLETE' ? '完了にしても、手数料の請求は残ります。納付を確かめてから完了にする場合は、やめてください。' : '受理したあとも、納付を待ちます。'}</p>
        </Notice>
      )}
      {action === 'RETURN' && (
        <fieldset>
          <legend>直していただく項目</legend>
          {pages.map((page) =>
            page.fields
              // What the city hall fills in itself nobody can correct.
              .filter((field) => field.type !== 'note' && !isDerived(field))
              .map((field) => (
                <div class="choice" key={field.id}>
                  <input
                    id={'return-' + field.id}
                    type="checkbox"
                    checked={fields.indexOf(field.id) >= 0}
                    onChange={(event) =>
                      setFields(
                        event.currentTarget.checked
                          ? fields.concat([field.id])
                          : fields.filter((id) => id !== field.id),
                      )
                    }
                  />
                  <label for={'return-' + field.id}>{field.label}</label>
                </div>
              )),
          )}
        </fieldset>
      )}
      {verb.needsReason && (
        <div class={'field' + (mistake ? ' field-mistaken' : '')}>
          <label class="field-label" for="reason">
            {action === 'RESOLVE_SIGNATURE' ? 'どのように確認したか（職員だけに見えます）' : '理由（申請者に伝わります）'}<span class="required">※必須</span>
          </label>
          <TextBox
            box={text}
            id="reason"
            rows={4}
            maxLength={1000}
            value={reason}
            aria-invalid={mistake ? 'true' : undefined}
            aria-describedby={mistake ? 'reason-mistake' : undefined}
            onText={setReason}
          />
          {mistake && (
            <p class="mistake" id="reason-mistake" role="alert">
              ＊{mistake}
            </p>
          )}
          {action !== 'RESOLVE_SIGNATURE' && <ReadySentences applicationId={one.applicationId} into="reason" />}
        </div>
      )}
      <div class="form-actions">
        <button
          type="submit"
          class={'button ' + (action === 'REJECT' || action === 'WITHDRAW' ? 'button-danger' : 'button-main')}
          aria-disabled={sending}
        >
          {sending ? '送信しています…' : verb.run}
        </button>
        <button type="button" class="button" onClick={props.cancel}>
          やめる
        </button>
      </div>
    </form>
  );
}

/** Questions that a paper has nothing fitting for: those are what is asked to be corrected. */
function lackingFields(one: Case, pages: PageJson[]): string[] {
  const wanted = one.lacking.map((lacking) => rootOf(lacking.path));
  return pages.reduce<string[]>(
    (ids, page) => ids.concat(page.fields.map((field) => field.id).filter((id) => wanted.indexOf(id) >= 0)),
    [],
  );
}

/** Sends a decision; the same decision sent again carries the same key. */
function decide(
  action: CaseAction,
  one: Case,
  reason: string,
  fields: string[],
  attempt: { body: string; key: string },
): Promise<Outcome<Decision>> {
  const params = { applicationId: one.applicationId };
  const { version } = one;
  const text = JSON.stringify([action, version, reason, fields]);
  if (attempt.body !== text) {
    attempt.body = text;
    attempt.key = newKey();
  }
  const { key } = attempt;
  switch (action) {
    case 'ACCEPT':
      return staff('acceptCase', { params, key, body: { version } });
    case 'COMPLETE':
      return staff('completeCase', { params, key, body: { version } });
    case 'RETURN':
      return staff('returnCase', { params, key, body: { version, reason, fields } });
    case 'RESOLVE_SIGNATURE':
      return staff('resolveSignature', { params, key, body: { version, reason } });
    case 'WITHDRAW':
      return staff('withdrawCase', { params, key, body: { version, reason } });
    case 'REJECT':
      return staff('rejectCase', { params, key, body: { version, reason } });
  }
}
