import { useEffect } from 'preact/hooks';
import { pathOf } from '../app/router.ts';
import type { BulkJob } from '../app/types.ts';
import { dateTime, receiptNumber } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { useStaffLoad } from '../console/load.ts';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, Show } from '../ui/notices.tsx';

/** So often the screen looks how far it is. */
const LOOK = 1000;

/** How far a decision on many cases is, and what could not be done. */
export function OneBulkJob(props: { jobId: string }) {
  const { jobId } = props;
  const read = () => staff('readBulkJob', { params: { jobId } });
  const { loaded, reload, set } = useStaffLoad(jobId, read);
  useEffect(() => {
    if (loaded.status !== 'ready' || loaded.value.job.over) return;
    const timer = setTimeout(async () => {
      const looked = await read();
      // A cut line is no reason to stop looking.
      set(looked.ok ? looked.value : { ...loaded.value });
    }, LOOK);
    return () => clearTimeout(timer);
  }, [loaded]);
  return (
    <Show loaded={loaded} retry={reload} title={screens.BULK_JOB.title}>
      {(shown) => <Shown of={shown} />}
    </Show>
  );
}

function Shown(props: { of: BulkJob }) {
  const { job, done, untold, refused } = props.of;
  const settled = done + refused.length;
  return (
    <>
      <Heading title={`${job.cases}件の${job.decision}`} caption={screens.BULK_JOB.title} step={job.over ? 'over' : 'going'} />
      <p>{dateTime(job.startedAt)}に開始</p>
      {!job.over && (
        <>
          <p role="status">
            {job.cases}件のうち{settled}件まで終わりました。
          </p>
          <p>
            <progress max={job.cases} value={settled} aria-label="進み具合" />
          </p>
          <p>この画面を閉じても、処理は続きます。</p>
        </>
      )}
      {job.stuck && (
        <Notice kind="warning" title="15分以上、進んでいません。">
          <p>システムの担当者に知らせてください。処理は、止まったところから続けられます。二重に処理されることはありません。</p>
        </Notice>
      )}
      {job.over && (
        <Notice kind={refused.length === 0 ? 'success' : 'info'} title={`${done}件を処理しました。`} focus>
          {refused.length > 0 && <p>{refused.length}件は処理していません。1件ずつ確かめてください。</p>}
        </Notice>
      )}
      {untold.length > 0 && job.step !== 'ACCEPT' && (
        <>
          <h2>申請した方にお知らせが届かない申請 {untold.length}件</h2>
          <p>確認できたメールアドレスもアカウントもありません。電話や郵便で連絡してください。</p>
          <ul>
            {untold.map((one) => (
              <li key={one.applicationId}>
                <ToCase of={one} />
              </li>
            ))}
          </ul>
        </>
      )}
      {refused.length > 0 && (
        <>
          <h2>処理していない申請 {refused.length}件</h2>
          <div class="table-scroll" role="region" aria-label="処理していない申請の表" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">受付番号</th>
                  <th scope="col">手続</th>
                  <th scope="col">申請した方</th>
                  <th scope="col">理由</th>
                </tr>
              </thead>
              <tbody>
                {refused.map((one) => (
                  <tr key={one.applicationId}>
                    <td class="nowrap">
                      <ToCase of={one} />
                    </td>
                    <td>{one.procedureName}</td>
                    <td>{one.applicantName}</td>
                    <td>{one.reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <p>
        <Link to={screens.CASES.path}>申請一覧に戻る</Link>　<Link to={screens.BULK_JOBS.path}>これまでの一括処理</Link>
      </p>
    </>
  );
}

function ToCase(props: { of: { applicationId: string; receiptNumber?: string } }) {
  const { applicationId, receiptNumber: number } = props.of;
  return <Link to={pathOf(screens.CASE.path, { applicationId })}>{number === undefined ? '開く' : receiptNumber(number)}</Link>;
}
