import { useRef, useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { back, navigate, pathOf, usePlace } from '../app/router.ts';
import { sessionEnded } from '../app/session.ts';
import { site } from '../app/site.ts';
import type { Application as ApplicationData } from '../app/types.ts';
import { dateTime, day, receiptNumber, STATE_FOR_RESIDENT, yen } from '../app/words.ts';
import { AnswerSections } from '../apply/answers.tsx';
import { openForm, wordsIn } from '../apply/engine.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { later } from '../ui/later.tsx';
import { Link } from '../ui/link.tsx';
import { MissedNotices } from '../ui/missed-notices.tsx';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';
import { SavePdf } from '../ui/save-pdf.tsx';
import { StateChip } from '../ui/state-chip.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { WaitingFor } from '../ui/waiting.tsx';
import { Documents } from './documents.tsx';
import { byAccount, type Reached } from './reached.ts';
import { SignInFirst } from './sign-in-first.tsx';
import { ProofFirst } from '../ui/sign-in-ways.tsx';

const OwnPayment = later(() => import('./own-payment.tsx').then((m) => m.OwnPayment));
const Messages = later(() => import('./messages.tsx').then((m) => m.Messages));

const WITHDRAW = 'withdraw';

/** One application of the resident's own: state, what happened, what was written, what can be done. */
export function Application(props: { applicationId: string }) {
  const { applicationId } = props;
  const path = pathOf(screens.APPLICATION.path, { applicationId });
  return (
    <SignInFirst title={screens.APPLICATION.title} path={path}>
      {() => <Loading applicationId={applicationId} path={path} />}
    </SignInFirst>
  );
}

function Loading(props: { applicationId: string; path: string }) {
  const { applicationId, path } = props;
  const place = usePlace();
  const [withdrawn, setWithdrawn] = useState(false);
  const read = () => resident('readApplication', { params: { applicationId } });
  const { loaded, reload, set } = useLoad(applicationId, read);
  // Without anything going away: somebody is reading it.
  const refresh = () => void read().then((outcome) => outcome.ok && set(outcome.value));
  if (loaded.status === 'failed' && loaded.problem.code === 'proof-required') {
    return (
      <>
        <Heading title={screens.APPLICATION.title} />
        <ProofFirst path={path} purpose="本人確認をして見る" />
      </>
    );
  }
  return (
    <Show loaded={loaded} retry={reload} title={screens.APPLICATION.title}>
      {(application) =>
        place.state.step === WITHDRAW && application.actions.indexOf('WITHDRAW') >= 0 ? (
          <Withdraw
            application={application}
            path={path}
            reload={reload}
            onDone={() => setWithdrawn(true)}
          />
        ) : (
          <Details application={application} path={path} withdrawn={withdrawn} refresh={refresh} reached={byAccount(applicationId)} />
        )
      }
    </Show>
  );
}

const DECIDED = ['REJECTED', 'COMPLETED'];

/** The step that a correction begins with, where it has no screen of its own. */
export const CORRECTING = 'correct';

export function Details(props: {
  application: ApplicationData;
  path: string;
  withdrawn: boolean;
  refresh: () => void;
  reached: Reached;
  /** Whether it is looked at by its code and is in no account. */
  followed?: boolean;
}) {
  const { application, path, followed } = props;
  const engine = openForm(application.form, application.receivedOn);
  // Why it ended so is what somebody came for: not only at its place far down.
  const told = application.timeline.filter((entry) => entry.type === application.state && DECIDED.indexOf(entry.type) >= 0 && entry.reason)[0];
  const can = (action: 'CORRECT' | 'WITHDRAW') => application.actions.indexOf(action) >= 0;
  return (
    <>
      <Heading title={application.procedureName} caption={followed ? screens.FOLLOW.title : screens.APPLICATION.title} />
      {props.withdrawn && <Notice kind="success" title="申請を取り下げました。" focus />}
      <p>
        <StateChip state={application.state} words={STATE_FOR_RESIDENT} />
      </p>
      <MissedNotices
        missed={application.missed}
        advice={
          '宛先：' +
          (application.notifyAddress ?? '') +
          '　手続きの進みぐあいは、この画面でいつでも確認できます。アドレスがまちがっているときは、担当課にご連絡ください。'
        }
      />
      {application.returned && (
        <div class="returned-box">
          <h2>市役所からの補正のお願い</h2>
          <p>{application.returned.reason}</p>
          {can('CORRECT') && (
            <p>
              <Link
                to={followed ? path : pathOf(screens.CORRECT.path, { applicationId: application.applicationId })}
                {...(followed && { step: CORRECTING })}
                class="button button-main"
              >
                補正する
              </Link>
            </p>
          )}
        </div>
      )}
      {told && (
        <div class="returned-box">
          <h2>市役所からの説明</h2>
          <p>{told.reason}</p>
        </div>
      )}
      <dl class="facts">
        <div>
          <dt>受付番号</dt>
          <dd class="nowrap">{receiptNumber(application.receiptNumber)}</dd>
        </div>
        <div>
          <dt>届いた日時</dt>
          <dd>{dateTime(application.arrivedAt)}</dd>
        </div>
        <div>
          <dt>受付日</dt>
          <dd>{day(application.receivedOn)}</dd>
        </div>
        {application.holds.length > 0 && (
          <div>
            <dt>市役所がお待ちしていること</dt>
            <dd>
              <WaitingFor holds={application.holds} />
            </dd>
          </div>
        )}
        <div>
          <dt>手数料</dt>
          <dd>{typeof application.fee === 'number' ? yen(application.fee) : '無料'}</dd>
        </div>
      </dl>
      <OwnPayment applicationId={application.applicationId} reached={props.reached} />
      <Documents applicationId={application.applicationId} reached={props.reached} />
      <Messages applicationId={application.applicationId} reached={props.reached} onWritten={props.refresh} />
      <h2>これまでの経過</h2>
      <Timeline entries={application.timeline} />
      <h2>申請した内容</h2>
      <div class="sub-sections">
        <AnswerSections
          words={{ ...wordsIn('ja'), fileName: (fileId) => toldOf(application, fileId) }}
          pages={engine.pages(application.answers)}
          answers={application.answers}
          members={(group, index) => engine.members(group, index, application.answers)}
          marked={(application.returned?.fields ?? []).map((field) => field.split(/[.[]/)[0]!)}
        />
      </div>
      {!site.kiosk && !followed && (
        <SavePdf
          label="申請の控え（PDF）を保存する"
          ask={() => resident('printApplication', { params: { applicationId: application.applicationId } })}
          onProblem={(problem) => problem.status === 401 && sessionEnded()}
        />
      )}
      {can('WITHDRAW') && (
        <p class="no-print">
          <button
            type="button"
            class="button"
            onClick={() => navigate(path, { step: WITHDRAW })}
          >
            この申請を取り下げる
          </button>
        </p>
      )}
      {!followed && (
        <p>
          <Link to={screens.APPLICATIONS.path}>申請状況の一覧に戻る</Link>
        </p>
      )}
    </>
  );
}

/** A page of its own instead of a dialog: old browsers have none that can be trusted. */
function Withdraw(props: { application: ApplicationData; path: string; reload: () => void; onDone: () => void }) {
  const { application, path, reload } = props;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const key = useRef(newKey());
  const withdraw = async () => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setProblem(null);
    const outcome = await resident('withdrawApplication', {
      params: { applicationId: application.applicationId },
      body: { version: application.version },
      key: key.current,
    });
    busy.current = false;
    setSending(false);
    if (outcome.ok) {
      props.onDone();
      navigate(path, { replace: true });
      reload();
      return;
    }
    if (outcome.problem.status === 401) sessionEnded();
    setProblem(outcome.problem);
  };
  return (
    <>
      <Heading title="申請を取り下げますか" step={WITHDRAW} caption={application.procedureName} />
      {problem && <ProblemBox problem={problem} focus />}
      {problem && problem.status === 409 && (
        <p>
          <button type="button" class="button" onClick={reload}>
            最新の内容を読み込む
          </button>
        </p>
      )}
      <p>取り下げると、この申請の審査は行われません。もう一度必要になったときは、新しく申請してください。</p>
      <p>受付番号 {receiptNumber(application.receiptNumber)}</p>
      <div class="form-actions">
        <button
          type="button"
          class="button button-danger"
          aria-disabled={sending}
          onClick={() => void withdraw()}
        >
          {sending ? '送信しています…' : '取り下げる'}
        </button>
        <button type="button" class="button" onClick={back}>
          取り下げずに戻る
        </button>
      </div>
    </>
  );
}

/** The name of a file that was sent in, and why it is not taken where the scan has told so since. */
function toldOf(application: ApplicationData, fileId: string): string | undefined {
  const file = application.files.filter((one) => one.fileId === fileId)[0];
  return file === undefined ? undefined : file.name + (file.message === undefined ? '' : `（＊${file.message}）`);
}
