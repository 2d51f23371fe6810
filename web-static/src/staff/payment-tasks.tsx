import { pathOf } from '../app/router.ts';
import { dateTime, receiptNumber, yen } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { useStaffLoad } from '../console/load.ts';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Show } from '../ui/notices.tsx';

/** Payments that wait for one of the staff, of cases that are open or over. */
export function PaymentTasks() {
  const { loaded, reload } = useStaffLoad('payment-tasks', () => staff('listPaymentTasks'));
  return (
    <>
      <Heading title={screens.PAYMENT_TASKS.title} caption="職員が決めたり、確かめたりするのを待っている納付です" />
      <Show loaded={loaded} retry={reload}>
        {({ tasks }) =>
          tasks.length === 0 ? (
            <p>確認を待っている納付はありません。</p>
          ) : (
            <div class="table-scroll" tabIndex={0} role="region" aria-label="確認を待っている納付">
              <table>
                <thead>
                  <tr>
                    <th scope="col">待っていること</th>
                    <th scope="col">受付番号</th>
                    <th scope="col">手続き</th>
                    <th scope="col">申請者</th>
                    <th scope="col">金額</th>
                    <th scope="col">いつから</th>
                  </tr>
                </thead>
                <tbody>
                  {tasks.map((task) => (
                    <tr key={task.applicationId}>
                      <td>{task.needs.join('、')}</td>
                      <th scope="row">
                        <Link to={pathOf(screens.CASE.path, { applicationId: task.applicationId })}>{receiptNumber(task.receiptNumber)}</Link>
                      </th>
                      <td>{task.procedureName}</td>
                      <td>{task.applicantName}</td>
                      <td>{task.amount !== undefined && yen(task.amount)}</td>
                      <td>{dateTime(task.since)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Show>
    </>
  );
}
