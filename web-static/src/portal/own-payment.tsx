import { useLoad } from '../app/load.ts';
import { Show } from '../ui/notices.tsx';
import { PaymentPanel } from './payment.tsx';
import type { Reached } from './reached.ts';

/** What one application costs; nothing where it costs nothing. */
export function OwnPayment(props: { applicationId: string; reached: Reached }) {
  const { payment: ask, pay } = props.reached;
  const { loaded, reload, set } = useLoad('payment ' + props.applicationId, ask);
  return (
    <Show loaded={loaded} retry={reload}>
      {(payment) => (payment === null ? null : <PaymentPanel payment={payment} ask={ask} begin={pay} onPayment={set} />)}
    </Show>
  );
}
