import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { pathOf } from '../app/router.ts';
import { dateTime, day } from '../app/words.ts';
import { roles, screens } from '../staff-routes.generated.ts';
import { staff } from '../console/api.ts';
import { RETURNED } from '../console/returning.ts';
import { may, staffSessionEnded } from '../console/session.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';
import { FIELDS, isBegun, RegistrationForm } from './registration-form.tsx';
import { stateOf } from './staff-list.tsx';
import type { Directory, Issued, StaffChange, StaffMember } from '../console/directory-types.ts';

/** A new member of staff. */
export function NewStaffMember() {
  const { loaded, reload } = useLoad('staff', () => staff('listStaff'));
  const send = useSending();
  const [issued, setIssued] = useState<Issued | null>(null);
  if (issued !== null) {
    return (
      <>
        <Heading title={screens.STAFF_NEW.title} step="done" />
        <Handover issued={issued} title="登録しました。" />
        <p>
          <Link to={pathOf(screens.STAFF_MEMBER.path, { staffId: issued.staffId })}>登録した内容を見る</Link>
        </p>
        <Back />
      </>
    );
  }
  return (
    <>
      <Heading title={screens.STAFF_NEW.title} />
      <p>市の認証基盤に登録されている職員を、このシステムの利用者にします。</p>
      <Show loaded={loaded} retry={reload}>
        {(directory) => (
          <div class="b-panel">
            <RegistrationForm
              directory={directory}
              standing={null}
              run="登録する"
              send={(body) =>
                send(body, async (key) => {
                  const outcome = await staff('addStaffMember', { body: { ...body, account: body.account || '' }, key });
                  if (!outcome.ok) return outcome.problem;
                  setIssued(outcome.value);
                  return null;
                })
              }
            />
          </div>
        )}
      </Show>
      <Back />
    </>
  );
}

/** One member: registration, state, history; editable for user administrators. */
export function OneStaffMember(props: { staffId: string }) {
  const { staffId } = props;
  const one = useLoad(staffId, () => staff('readStaffMember', { params: { staffId } }));
  const all = useLoad('staff', () => staff('listStaff'));
  const [done, setDone] = useState<Issued | null>(null);
  useEffect(() => {
    if (one.loaded.status === 'failed' && one.loaded.problem.status === 401) staffSessionEnded();
  }, [one.loaded.status]);
  return (
    <Show loaded={one.loaded} retry={one.reload} title={screens.STAFF_MEMBER.title}>
      {(member) => (
        <>
          <Heading title={member.name} caption={screens.STAFF_MEMBER.title} />
          {done && (done.enrolmentCode ? <Handover issued={done} title="認証アプリの登録を取り消しました。" /> : <Notice kind="success" title="保存しました。" focus />)}
          <Facts member={member} directory={all.loaded.status === 'ready' ? all.loaded.value : null} />
          {may('USER_ADMINISTRATOR') &&
            (member.own ? (
              <p>これはあなたの登録です。自分の登録は変えられません。ほかの利用者管理者に依頼してください。</p>
            ) : (
              <Show loaded={all.loaded} retry={all.reload}>
                {(directory) => (
                  <Editor
                    key={member.revision}
                    member={member}
                    directory={directory}
                    saved={(issued) => {
                      setDone(issued);
                      one.reload();
                    }}
                  />
                )}
              </Show>
            ))}
          <History changes={member.history} />
          <Back />
        </>
      )}
    </Show>
  );
}

function Facts(props: { member: StaffMember; directory: Directory | null }) {
  const { member, directory } = props;
  const nameOf = (id: string) => directory?.divisions.filter((one) => one.divisionId === id)[0]?.name ?? id;
  return (
    <dl class="facts facts-narrow">
      <div>
        <dt>状態</dt>
        <dd>{stateOf(member)}</dd>
      </div>
      <div>
        <dt>職員アカウント</dt>
        <dd>{member.account}</dd>
      </div>
      <div>
        <dt>役割</dt>
        <dd>{member.roles.map((role) => roles[role] ?? role).join('、')}</dd>
      </div>
      <div>
        <dt>課</dt>
        <dd>{member.divisions.map(nameOf).join('、') || '—'}</dd>
      </div>
      <div>
        <dt>利用できる期間</dt>
        <dd>
          {member.from === undefined ? '登録した日' : day(member.from)}から
          {member.until === undefined ? '（期限なし）' : day(member.until) + 'まで'}
        </dd>
      </div>
      <div>
        <dt>認証アプリ</dt>
        <dd>
          {member.enrolled
            ? `登録済み（回復コード 残り${member.recoveryCodes}個）`
            : member.enrolUntil === undefined
              ? '未登録'
              : `未登録（登録コードは${dateTime(member.enrolUntil)}まで）`}
        </dd>
      </div>
      <div>
        <dt>最後のログイン</dt>
        <dd>{member.signedInAt === undefined ? 'まだありません' : dateTime(member.signedInAt)}</dd>
      </div>
    </dl>
  );
}

function Editor(props: { member: StaffMember; directory: Directory; saved: (issued: Issued) => void }) {
  const { member } = props;
  const { staffId, revision } = member;
  const [open, setOpen] = useState(() => isBegun(member));
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = useSending();
  const title = useRef<HTMLHeadingElement>(null);
  const question = useRef<HTMLParagraphElement>(null);
  const again = useRef<HTMLButtonElement>(null);
  // What was pressed is gone: on with what stands in its place, and back to it when it is given up.
  useEffect(() => title.current?.focus(), [open]);
  const asked = useRef(false);
  useEffect(() => {
    if (sure) question.current?.focus();
    else if (asked.current) again.current?.focus();
    asked.current = sure;
  }, [sure]);
  if (!open) {
    const press = (operation: 'releaseStaffLock' | 'resetOneTimeCode') =>
      void send([operation, revision], async (key) => {
        const outcome = await staff(operation, { params: { staffId }, body: { revision }, key });
        setProblem(outcome.ok ? null : outcome.problem);
        if (outcome.ok) props.saved(outcome.value);
        return outcome.ok ? null : outcome.problem;
      });
    return (
      <>
        {problem && <ProblemBox problem={problem} focus />}
        <div class="form-actions">
          <button type="button" class="button" onClick={() => setOpen(true)}>
            登録内容を変更する
          </button>
          {member.lockedUntil !== undefined && (
            <button type="button" class="button" onClick={() => press('releaseStaffLock')}>
              ロックを解除する
            </button>
          )}
          {sure ? (
            <>
              <p ref={question} tabIndex={-1}>
                いまの認証アプリと回復コードは使えなくなります。本人であることを確かめましたか。
              </p>
              <button type="button" class="button button-danger" onClick={() => press('resetOneTimeCode')}>
                取り消して、登録コードを出す
              </button>
              <button type="button" class="button" onClick={() => setSure(false)}>
                やめる
              </button>
            </>
          ) : (
            <button type="button" class="button" ref={again} onClick={() => setSure(true)}>
              認証アプリを登録し直す
            </button>
          )}
        </div>
      </>
    );
  }
  return (
    <section class="b-panel" aria-labelledby="change-title">
      <h2 id="change-title" ref={title} tabIndex={-1}>
        登録内容の変更
      </h2>
      <RegistrationForm
        directory={props.directory}
        standing={member}
        run="変更を保存する"
        send={(body) =>
          send(body, async (key) => {
            const outcome = await staff('changeStaffMember', {
              params: { staffId },
              body: { ...body, revision: member.revision },
              key,
            });
            if (!outcome.ok) return outcome.problem;
            props.saved(outcome.value);
            return null;
          })
        }
      />
    </section>
  );
}

/** Changes that have no before and after. */
const DONE: Record<string, string> = { lock: 'ロックを解除', oneTimeCode: '認証アプリの登録を取消し、登録コードを発行' };

function History(props: { changes: StaffChange[] }) {
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">変更の履歴</h2>
      {props.changes.length === 0 ? (
        <p>変更はまだありません。</p>
      ) : (
        <ul class="plain">
          {props.changes.map((change) => (
            <li key={change.revision}>
              <p>
                {dateTime(change.at)}　{change.byName}
              </p>
              <ul>
                {change.what.map((one) => (
                  <li key={one.field}>
                    {DONE[one.field] ?? `${FIELDS[one.field] ?? one.field}：${one.before ?? '（なし）'} → ${one.after ?? '（なし）'}`}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Back() {
  return (
    <p>
      <Link to={screens.STAFF_LIST.path} step={RETURNED}>
        職員の一覧に戻る
      </Link>
    </p>
  );
}

/** The enrolment code, told once, for the hand of the member alone. */
function Handover(props: { issued: Issued; title: string }) {
  const { enrolmentCode, enrolUntil } = props.issued;
  return (
    <Notice kind="success" title={props.title} focus>
      {enrolmentCode === undefined ? (
        <p>登録コードは前に表示しました。控えていないときは、職員の画面の「認証アプリを登録し直す」でもう一度出せます。</p>
      ) : (
        <>
          <p>
            登録コード：<strong class="enrolment-code">{enrolmentCode}</strong>
          </p>
          <p>
            本人に直接渡してください。はじめてのログインで、認証アプリの登録に使います。この画面にだけ表示され、
            {dateTime(enrolUntil ?? '')}まで使えます。
          </p>
        </>
      )}
    </Notice>
  );
}

/** The same wish sent again carries the same key. */
function useSending(): (body: unknown, send: (key: string) => Promise<Problem | null>) => Promise<Problem | null> {
  const attempt = useRef({ body: '', key: '' });
  return async (body, send) => {
    const text = JSON.stringify(body);
    if (attempt.current.body !== text) attempt.current = { body: text, key: newKey() };
    const problem = await send(attempt.current.key);
    if (problem !== null) {
      if (problem.status === 401) staffSessionEnded();
      if (problem.status >= 400) attempt.current.body = '';
    }
    return problem;
  };
}
