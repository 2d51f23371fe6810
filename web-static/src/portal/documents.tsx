import { useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { sessionEnded } from '../app/session.ts';
import { site } from '../app/site.ts';
import type { OwnDocument } from '../app/types.ts';
import { dateTime, day, dayOf } from '../app/words.ts';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';
import type { Reached } from './reached.ts';

/** What the city handed over for one application of the resident's own; nothing where there is none. */
export function Documents(props: { applicationId: string; reached: Reached }) {
  const ask = props.reached.documents;
  const { loaded, reload, set } = useLoad('documents ' + props.applicationId, ask);
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = async (documentId: string) => {
    const outcome = await props.reached.open(documentId);
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) location.assign(outcome.value.url);
    else if (outcome.problem.status === 401) return sessionEnded();
    // What was refused is not as it is shown, either.
    const fresh = await ask();
    if (fresh.ok) set(fresh.value);
  };
  return (
    <Show loaded={loaded} retry={reload}>
      {({ documents }) =>
        documents.length === 0 ? null : (
          <section aria-labelledby="documents-title">
            <h2 id="documents-title" tabIndex={-1}>
              市役所からの文書
            </h2>
            {problem && <ProblemBox problem={problem} focus />}
            <ol class="timeline">
              {documents.map((one) => (
                <li key={one.documentId}>
                  <Row one={one} open={() => void open(one.documentId)} />
                </li>
              ))}
            </ol>
          </section>
        )
      }
    </Show>
  );
}

function Row(props: { one: OwnDocument; open: () => void }) {
  const { one } = props;
  return (
    <>
      <h3 class="timeline-what">{one.title}</h3>
      <p>
        {one.kindName}　{day(one.dated)}
        <br />
        {one.openedAt === undefined ? 'まだ開いていません。' : `${dateTime(one.openedAt)}にはじめて開きました。`}
      </p>
      {one.state === 'REPLACED' && (
        <p>
          {dayOf(one.endedAt ?? '')}に差し替えられました。この文書は、もう使えません。
          {one.replacedBy === undefined ? '新しい文書' : `「${one.replacedBy}」`}をご覧ください。
        </p>
      )}
      {one.replaces !== undefined && <p>「{one.replaces}」に代わる文書です。</p>}
      {one.state === 'REVOKED' && (
        <Notice kind="warning" title={`${dayOf(one.endedAt ?? '')}に取り消されました。この文書は、もう使えません。`}>
          <p class="timeline-reason">理由：{one.reason}</p>
        </Notice>
      )}
      {one.state === 'ISSUED' && !one.openable && <p>開ける期限（{day(one.openUntil)}）が過ぎました。必要なときは、担当課にご連絡ください。</p>}
      {one.openable && site.kiosk && <p>この端末では開けません。ご自分のスマートフォンやパソコンでログインして、申請状況の画面から開いてください。</p>}
      {one.openable && !site.kiosk && (
        <p class="no-print">
          <button type="button" class="button button-main" onClick={props.open}>
            文書を開く（PDF）
            <span class="visually-hidden">（{one.title}）</span>
          </button>
          <br />
          <span class="small">{day(one.openUntil)}まで開けます。必要な間は、ご自分の端末に保存してください。</span>
        </p>
      )}
    </>
  );
}
