import { useEffect, useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import type { Case, CaseDocument } from '../app/types.ts';
import { dateTime, day } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { useStaffLoad } from '../console/load.ts';
import { may, staffSessionEnded } from '../console/session.ts';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';
import type { Happening } from '../ui/timeline.tsx';
import { DocumentForm } from './document-form.tsx';
import { DocumentStep, type Step } from './document-step.tsx';

const STATES: Record<CaseDocument['state'], string> = {
  MAKING: '作成が終わっていません',
  READY: '作成済み（未交付）',
  DISCARDED: '破棄',
  ISSUED: '交付済み（有効）',
  REPLACED: '差し替え済み',
  REVOKED: '取消し',
};

/** What is being written: a document from the beginning, one that takes the place of another, or one that was not right anew. */
type Writing = { replaced: CaseDocument | null; anew: CaseDocument | null } | null;

/** What became of the last press; each is told anew, even if it reads the same. */
interface Told {
  turn: number;
  done?: string;
  refused?: Problem;
}

/** The documents of a case: made, looked at, handed over, replaced and revoked. */
export function CaseDocuments(props: { one: Case; onShown: (happened: Happening[]) => void }) {
  const { one } = props;
  const params = { applicationId: one.applicationId };
  const writes = may('REVIEWER');
  const ask = () => staff('listCaseDocuments', { params });
  const { loaded, reload, set } = useStaffLoad('documents ' + one.applicationId, ask);
  useEffect(() => {
    if (loaded.status === 'ready') props.onShown(happenedTo(loaded.value.documents));
  }, [loaded]);
  const [writing, setWriting] = useState<Writing>(null);
  const [told, setTold] = useState<Told>({ turn: 0 });
  const tell = (what: Omit<Told, 'turn'>) => setTold((before) => ({ ...what, turn: before.turn + 1 }));
  const readAnew = async () => {
    const fresh = await ask();
    if (fresh.ok) set(fresh.value);
  };
  const refresh = async (done: string) => {
    await readAnew();
    setWriting(null);
    tell({ done });
  };
  const anew = (document: CaseDocument) => {
    tell({});
    setWriting({ replaced: null, anew: document });
  };
  /** The one that was not right goes only when there is another. */
  const made = async (anew: CaseDocument | null) => {
    const next = '開いて確かめてから、交付してください。';
    if (anew === null || anew.state === 'DISCARDED') return refresh('文書を作りました。' + next);
    const gone = await staff('discardDocument', { params, body: { documentId: anew.documentId }, key: newKey() });
    return refresh('文書を作り直しました。' + (gone.ok ? '前のものは破棄しました。' : '前のものが残っています。いらないときは破棄してください。') + next);
  };
  /** Somebody else was quicker: what is shown is not how it is. */
  const refused = async (problem: Problem) => {
    if (problem.status === 401) staffSessionEnded();
    await readAnew();
    tell({ refused: problem });
  };
  return (
    <section aria-labelledby="documents-title">
      <h2 id="documents-title" tabIndex={-1}>
        申請者に渡す文書
      </h2>
      {told.done !== undefined && <Notice key={told.turn} kind="success" title={told.done} focus />}
      {told.refused !== undefined && <ProblemBox key={told.turn} problem={told.refused} focus />}
      <Show loaded={loaded} retry={reload}>
        {({ documents, words, letters, kinds, reachable }) => (
          <>
            {!reachable && wanted(documents).length + (writing === null ? 0 : 1) > 0 && (
              <Notice kind="info" title="ログインせずに送られた申請です。">
                <p>申請した方は、受け付けた画面の「申請を見るための番号」で文書を開きます。番号をなくしたときや急ぐときは、印刷して郵送してください。</p>
              </Notice>
            )}
            {wanted(documents).length === 0 && <p>文書はまだありません。</p>}
            <ol class="timeline">
              {wanted(documents).map((document) => (
                <li key={document.documentId}>
                  <Row
                    one={one}
                    document={document}
                    all={documents}
                    writes={writes}
                    onDone={refresh}
                    onRefused={refused}
                    onPress={() => tell({})}
                    replace={() => {
                      tell({});
                      setWriting({ replaced: document, anew: null });
                    }}
                    anew={() => anew(document)}
                  />
                </li>
              ))}
            </ol>
            <Discarded documents={documents.filter((document) => document.state === 'DISCARDED')} writes={writes} anew={anew} />
            {writes && writing === null && (
              <p class="no-print">
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    tell({});
                    setWriting({ replaced: null, anew: null });
                  }}
                >
                  文書を作る
                </button>
              </p>
            )}
            {writing !== null && (
              <DocumentForm
                key={(writing.replaced ?? writing.anew)?.documentId ?? 'new'}
                one={one}
                replaced={writing.replaced}
                anew={writing.anew}
                words={words}
                letters={letters}
                kinds={kinds}
                onMade={() => made(writing.anew)}
                onClose={() => {
                  setWriting(null);
                  document.getElementById('documents-title')?.focus();
                }}
              />
            )}
          </>
        )}
      </Show>
    </section>
  );
}

/** What the applicant saw happen to documents, as it stands in the history of the case. */
function happenedTo(documents: CaseDocument[]): Happening[] {
  const happened: Happening[] = [];
  documents.forEach((one) => {
    const about = one.title;
    if (one.issuedAt !== undefined) happened.push({ at: one.issuedAt, what: '文書の交付', by: one.issuedBy, about });
    if (one.openedAt !== undefined) happened.push({ at: one.openedAt, what: '申請者が文書をはじめて開いた', about });
    if (one.endedAt !== undefined) {
      happened.push({ at: one.endedAt, what: one.state === 'REPLACED' ? '文書の差し替え' : '文書の取消し', by: one.endedBy, about });
    }
  });
  return happened;
}

const wanted = (documents: CaseDocument[]) => documents.filter((document) => document.state !== 'DISCARDED');

/** The last ones that nobody wanted: their text may be of use. */
function Discarded(props: { documents: CaseDocument[]; writes: boolean; anew: (document: CaseDocument) => void }) {
  if (props.documents.length === 0) return null;
  return (
    <details class="no-print">
      <summary>破棄した文書（{props.documents.length}件）</summary>
      <ul class="plain">
        {props.documents.map((document) => (
          <li key={document.documentId}>
            <p>
              {document.title}
              <br />
              {dateTime(document.madeAt)} {document.madeBy}が作成
            </p>
            {props.writes && <Anew document={document} anew={() => props.anew(document)} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Anew(props: { document: CaseDocument; anew: () => void }) {
  return (
    <button type="button" class="button button-small" onClick={props.anew}>
      直して作り直す<span class="visually-hidden">（{props.document.title}）</span>
    </button>
  );
}

/** Which one's place a document takes or has taken, and which one took its. */
function placeOf(shown: CaseDocument, all: CaseDocument[]): string[] {
  const before = all.filter((one) => one.documentId === shown.replaces)[0];
  const after = all.filter((one) => one.replaces === shown.documentId && one.issuedAt !== undefined)[0];
  const told: string[] = [];
  if (before !== undefined) {
    told.push(shown.issuedAt === undefined ? `交付すると、「${before.title}」に代わります。` : `「${before.title}」に代わる文書です。`);
  }
  if (after !== undefined) told.push(`「${after.title}」に差し替えました。`);
  return told;
}

/** How far it is on its way to the post, where it must be read. */
function postOf(shown: CaseDocument): string {
  if (shown.post !== undefined) {
    const { at, byName, how } = shown.post;
    return how === 'SENT' ? `${dateTime(at)}に${byName}が郵送を記録しました` : `${dateTime(at)}に${byName}が郵送しないことにしました`;
  }
  if (shown.listedAt !== undefined) return `${day(shown.readBy!)}までに開かれなかったので、「郵送する文書」の一覧に入りました（${dateTime(shown.listedAt)}）`;
  return shown.openedAt !== undefined ? '' : `${day(shown.readBy!)}までに開かれないときは、郵送します`;
}

function Row(props: {
  one: Case;
  document: CaseDocument;
  all: CaseDocument[];
  writes: boolean;
  onDone: (told: string) => Promise<void>;
  onRefused: (problem: Problem) => Promise<void>;
  /** What was told before is not about this press. */
  onPress: () => void;
  replace: () => void;
  anew: () => void;
}) {
  const { document: shown } = props;
  const params = { applicationId: props.one.applicationId };
  const [step, setStep] = useState<Step | null>(null);
  const begin = (next: Step) => {
    props.onPress();
    setStep(next);
  };
  const open = async () => {
    const outcome = await staff('openCaseDocument', { params, body: { documentId: shown.documentId }, key: newKey() });
    if (!outcome.ok) return props.onRefused(outcome.problem);
    props.onPress();
    location.assign(outcome.value.url);
  };
  const about = <span class="visually-hidden">（{shown.title}）</span>;
  const unissued = shown.state === 'MAKING' || shown.state === 'READY';
  return (
    <>
      <h3 class="timeline-what">{shown.title}</h3>
      <p>
        {shown.kindName}　{day(shown.dated)}　<strong>{STATES[shown.state]}</strong>
        <br />
        {dateTime(shown.madeAt)} {shown.madeBy}が作成{shown.sealed === true && '（市の電子署名つき）'}
        {shown.sealed === false && '（市の電子署名なし：証明書が設定されていません）'}
        {shown.issuedAt !== undefined && (
          <>
            <br />
            {dateTime(shown.issuedAt)} {shown.issuedBy && shown.issuedBy + 'が'}交付（{day(shown.openUntil)}まで開けます）
            <br />
            {shown.openedAt === undefined ? '申請者はまだ開いていません' : `申請者が${dateTime(shown.openedAt)}にはじめて開きました`}
          </>
        )}
        {shown.awaitsAnother && (
          <>
            <br />
            <strong>
              {shown.mine ? '別の職員が確かめて交付するのを待っています。' : `${shown.madeBy}が作りました。中身を確かめて交付してください。`}
            </strong>
          </>
        )}
        {shown.readBy !== undefined && (
          <>
            <br />
            {postOf(shown)}
          </>
        )}
        {shown.endedAt !== undefined && (
          <>
            <br />
            {dateTime(shown.endedAt)} {shown.endedBy && shown.endedBy + 'が'}
            {shown.state === 'REPLACED' ? '差し替え' : '取消し'}
          </>
        )}
      </p>
      {placeOf(shown, props.all).map((told) => (
        <p key={told}>{told}</p>
      ))}
      {shown.reason !== undefined && <p class="timeline-reason">取消しの理由：{shown.reason}</p>}
      {shown.state === 'MAKING' && <p class="mistake">＊作成の途中で止まったときは、破棄して作り直してください。</p>}
      {step !== null ? (
        <DocumentStep
          step={step}
          one={props.one}
          document={shown}
          onDone={props.onDone}
          onRefused={props.onRefused}
          onClose={() => setStep(null)}
        />
      ) : (
        <p class="button-row no-print">
          {shown.state !== 'MAKING' && (
            <button type="button" class="button button-small" onClick={() => void open()}>
              開く（PDF）{about}
            </button>
          )}
          {props.writes && shown.state === 'READY' && !(shown.awaitsAnother && shown.mine) && (
            <button type="button" class="button button-small" onClick={() => begin('ISSUE')}>
              交付する{about}
            </button>
          )}
          {props.writes && unissued && <Anew document={shown} anew={props.anew} />}
          {props.writes && unissued && (
            <button type="button" class="button button-small" onClick={() => begin('DISCARD')}>
              破棄する{about}
            </button>
          )}
          {props.writes && shown.state === 'ISSUED' && (
            <button type="button" class="button button-small" onClick={props.replace}>
              差し替える{about}
            </button>
          )}
          {props.writes && shown.state === 'ISSUED' && (
            <button type="button" class="button button-small" onClick={() => begin('REVOKE')}>
              取り消す{about}
            </button>
          )}
        </p>
      )}
    </>
  );
}
