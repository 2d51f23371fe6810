import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useStaffLoad } from '../console/load.ts';
import { pathOf } from '../app/router.ts';
import type { Case, CaseFile } from '../app/types.ts';
import { dateTime, day, receiptNumber, yen } from '../app/words.ts';
import { STATE_FOR_STAFF } from './state-words.ts';
import { warekiText } from '../forms/era.ts';
import { AnswerSections } from '../apply/answers.tsx';
import type { PageJson } from '../apply/definition.ts';
import { openForm } from '../apply/engine.ts';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { MissedNotices } from '../ui/missed-notices.tsx';
import { Notice, Show } from '../ui/notices.tsx';
import { SavePdf } from '../ui/save-pdf.tsx';
import { StateChip } from '../ui/state-chip.tsx';
import { Timeline, type Happening } from '../ui/timeline.tsx';
import { WaitingFor } from '../ui/waiting.tsx';
import { staff } from '../console/api.ts';
import { RETURNED } from '../console/returning.ts';
import { staffSessionEnded } from '../console/session.ts';
import { CaseActions } from './case-actions.tsx';
import { CaseDocuments } from './case-documents.tsx';
import { CasePayment } from './case-payment.tsx';
import { CaseAssignment } from './case-assignment.tsx';
import { CaseMessages } from './case-messages.tsx';
import { asksForFiles, CaseFiles, namedFiles } from './case-files.tsx';
import { questionOf } from './corrected.ts';
import { Corrections } from './corrections.tsx';
import { EvidenceExport } from './evidence-export.tsx';
import { Lacking } from './lacking.tsx';
import { listAddress, placeInList } from './list-order.ts';
import { SignaturePanel } from './signature-panel.tsx';

/** How it is known who applied, in words that a clerk decides by. */
const PROOF: Record<Case['proof'], string> = {
  AT_COUNTER: '窓口で書類を確認済み',
  VERIFIED: 'マイナンバーカードなどで確認済み',
  SIGNED_IN: '申請のときに確認していません（ログインした方の「申請状況」にあります）',
  ENTERED: '職員が入力しました。書類で確かめてください',
  NONE: '確認していません（ログインなし）',
};

/** One application as the clerk sees it: what was written, what happened, what can be decided. */
export function CaseScreen(props: { applicationId: string }) {
  const { applicationId } = props;
  const read = () => staff('readCase', { params: { applicationId } });
  const { loaded, reload, set } = useStaffLoad(applicationId, read);
  const [done, setDone] = useState<string | null>(null);
  return (
    <Show loaded={loaded} retry={reload} title={screens.CASE.title}>
      {(one) => (
        <Details
          one={one}
          done={done}
          refresh={() => void read().then((outcome) => outcome.ok && set(outcome.value))}
          reload={(told) => {
            setDone(told);
            reload();
          }}
        />
      )}
    </Show>
  );
}

function Details(props: { one: Case; done: string | null; refresh: () => void; reload: (told: string | null) => void }) {
  const { one } = props;
  const engine = openForm(one.form, one.receivedOn);
  const pages = engine.pages(one.answers);
  const files = useFiles(one, pages);
  const [beside, setBeside] = useState<Happening[]>([]);
  const words = { ...engine, fileName: (fileId: string) => files.known.filter((file) => file.fileId === fileId)[0]?.name };
  return (
    <>
      <div class="list-top">
        <Heading title={one.procedureName} caption={'受付番号 ' + receiptNumber(one.receiptNumber)} />
        <Neighbours applicationId={one.applicationId} />
        <button type="button" class="button button-small no-print" onClick={() => window.print()}>
          印刷する
        </button>
      </div>
      {props.done && (
        <Notice kind="success" title={props.done} focus>
          <NextCase applicationId={one.applicationId} />
        </Notice>
      )}
      <p>
        <StateChip state={one.state} words={STATE_FOR_STAFF} />
        {one.overdue && <span class="overdue-mark">期限超過</span>}
        {one.unread && <a class="overdue-mark" href="#messages-title">未読のメッセージ</a>}
      </p>
      <MissedNotices
        missed={one.missed}
        advice="申請した方はこのお知らせを読んでいません。電話や郵便など、ほかの方法で連絡してください。"
      />
      {!one.mailed && one.missed.length === 0 && (
        <Notice kind="warning" title={one.proof === 'SIGNED_IN' || one.proof === 'VERIFIED' ? 'お知らせのメールは届きません。' : '申請した方にお知らせは届きません。'}>
          <p>
            {one.proof === 'SIGNED_IN' || one.proof === 'VERIFIED'
              ? '申請した方は、ログインして「申請状況」を開いたときに気づきます。急ぐときは、電話や郵便で連絡してください。'
              : '確認できたメールアドレスがありません。差戻しや結果は、電話や郵便で連絡してください。'}
          </p>
        </Notice>
      )}
      {one.contradicted.length > 0 && (
        <Notice kind="warning" title={`申請の${one.contradicted.map((label) => `「${label}」`).join('')}が、カードなどで確認した方と違います。`}>
          <p>確認した方は「申請の情報」の「本人確認」にあります。ご家族の分の申請などかどうかを確かめてください。</p>
        </Notice>
      )}
      <Lacking lacking={one.lacking} />
      {one.actions.indexOf('CORRECT') >= 0 && (
        <p class="no-print">
          <Link to={pathOf(screens.ENTER_CORRECTION.path, { applicationId: one.applicationId })} class="button button-small">
            入力を直す・補正を入力する
          </Link>
        </p>
      )}
      <div class="case">
        <div class="case-answers sub-sections">
          <Corrections one={one} words={words} />
          <h2>申請の内容</h2>
          <AnswerSections
            pages={pages}
            answers={one.answers}
            members={(group, index) => engine.members(group, index, one.answers)}
            words={words}
            marked={(one.returned?.fields ?? []).map(questionOf)}
          />
          <SavePdf
            label="申請の控え（PDF）を保存する"
            ask={() => staff('printCase', { params: { applicationId: one.applicationId } })}
            onProblem={(problem) => problem.status === 401 && staffSessionEnded()}
          />
          {files.shown}
          <CasePayment one={one} />
          <CaseDocuments one={one} onShown={setBeside} />
        </div>
        <div class="case-side">
          <h2>申請の情報</h2>
          <dl class="facts facts-narrow">
            <div>
              <dt>申請者</dt>
              <dd>{one.applicantName}</dd>
            </div>
            <div>
              <dt>本人確認</dt>
              <dd>
                {PROOF[one.proof]}
                {one.proven?.name && (
                  <>
                    <br />
                    {one.proven.name}
                    {one.proven.birthDate && `（${warekiText(one.proven.birthDate)}生まれ）`}
                  </>
                )}
              </dd>
            </div>
            <div>
              <dt>{one.entered ? '入力した日時' : '届いた日時'}</dt>
              <dd>{dateTime(one.arrivedAt)}</dd>
            </div>
            <div>
              <dt>受付日</dt>
              <dd>{day(one.receivedOn)}</dd>
            </div>
            <div>
              <dt>処理期限</dt>
              <dd>
                {one.dueOn !== undefined ? (
                  day(one.dueOn)
                ) : one.holds.length > 0 ? (
                  <>
                    停止中
                    <br />
                    <WaitingFor holds={one.holds} />
                  </>
                ) : (
                  'なし'
                )}
              </dd>
            </div>
            <div>
              <dt>手数料</dt>
              <dd>{typeof one.fee === 'number' ? yen(one.fee) : one.form.fee === undefined ? '無料' : 'まだ決まっていません'}</dd>
            </div>
            {one.entered && (
              <div>
                <dt>受付の方法</dt>
                <dd>
                  {one.entered.channel}（職員が入力：{one.entered.by}）
                  {one.entered.reason && (
                    <>
                      <br />
                      <span class="small">受付日について：{one.entered.reason}</span>
                    </>
                  )}
                </dd>
              </div>
            )}
            {one.counter && (
              <div>
                <dt>受付の方法</dt>
                <dd>
                  窓口の端末（{one.counter.terminalName}）
                  {one.counter.documents && (
                    <>
                      <br />
                      窓口で本人確認：{one.counter.person}（{warekiText(one.counter.birthDate ?? '')}生まれ）、{one.counter.documents.join('、')}
                      <br />
                      <span class="small">
                        {dateTime(one.counter.at ?? '')} {one.counter.by}
                      </span>
                    </>
                  )}
                </dd>
              </div>
            )}
          </dl>
          {one.signature && <SignaturePanel signature={one.signature} open={one.signatureOpen === true} />}
          {one.evidence && <EvidenceExport one={one} />}
          <CaseAssignment one={one} />
          <CaseMessages one={one} onChanged={props.refresh} />
          <h2>経過</h2>
          <Timeline entries={one.timeline} beside={beside} />
        </div>
      </div>
      <CaseActions key={one.version} one={one} pages={pages} reload={props.reload} />
    </>
  );
}

/** The files of a case whose form asks for some. */
function useFiles(one: Case, pages: PageJson[]): { known: CaseFile[]; shown: ComponentChildren } {
  const { applicationId } = one;
  const named = pages.reduce<string[]>((ids, page) => ids.concat(namedFiles(page.fields, one.answers)), []);
  const { loaded, reload } = useStaffLoad(`${applicationId} ${one.version}`, () =>
    staff('listCaseFiles', { params: { applicationId } }),
  );
  const known = loaded.status === 'ready' ? loaded.value.files : [];
  // Where the form asks for none, some may have come with messages.
  if (!asksForFiles(one.form.pages) && known.length === 0) return { known, shown: null };
  return {
    known,
    shown: (
      <Show loaded={loaded} retry={reload}>
        {(found) => <CaseFiles applicationId={applicationId} files={found.files} named={named} again={reload} />}
      </Show>
    ),
  };
}

const caseAt = (applicationId: string) => pathOf(screens.CASE.path, { applicationId });

/** The list that the case was opened from, and what stands before and after it there. */
function Neighbours(props: { applicationId: string }) {
  const place = placeInList(props.applicationId);
  return (
    <nav class="neighbours no-print" aria-label="申請一覧">
      <Link to={listAddress()} step={RETURNED}>
        申請一覧に戻る
      </Link>
      {place && (
        <>
          {place.before !== undefined && <Link to={caseAt(place.before)}>前の申請</Link>}
          <span>
            {place.of}件中{place.number}件目
          </span>
          {place.after !== undefined && <Link to={caseAt(place.after)}>次の申請</Link>}
        </>
      )}
    </nav>
  );
}

/** What a clerk does after a decision. */
function NextCase(props: { applicationId: string }) {
  const next = placeInList(props.applicationId)?.after;
  return <p>{next === undefined ? <Link to={listAddress()} step={RETURNED}>申請一覧に戻る</Link> : <Link to={caseAt(next)}>次の申請へ</Link>}</p>;
}
