import { pathOf } from '../app/router.ts';
import { dateTime } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { useStaffLoad } from '../console/load.ts';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Show } from '../ui/notices.tsx';

/** What the clerk decided on many cases at once. */
export function BulkJobs() {
  const { loaded, reload } = useStaffLoad('bulk-jobs', () => staff('listBulkJobs'));
  return (
    <>
      <Heading title={screens.BULK_JOBS.title} />
      <p>申請一覧で選んでまとめて処理した、あなたの一括処理です。90日のあいだ残ります。</p>
      <Show loaded={loaded} retry={reload}>
        {({ jobs }) =>
          jobs.length === 0 ? (
            <p>一括処理はまだありません。申請一覧で申請を選ぶと、まとめて処理できます。</p>
          ) : (
            <ul class="plain entry-list">
              {jobs.map((job) => (
                <li key={job.jobId}>
                  <Link to={pathOf(screens.BULK_JOB.path, { jobId: job.jobId })}>
                    {dateTime(job.startedAt)}　{job.cases}件の{job.decision}
                  </Link>
                  {job.stuck ? <span class="overdue-mark">進んでいません</span> : !job.over && <span class="label">処理中</span>}
                </li>
              ))}
            </ul>
          )
        }
      </Show>
      <p>
        <Link to={screens.CASES.path}>申請一覧に戻る</Link>
      </p>
    </>
  );
}
