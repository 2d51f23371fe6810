import { useLoad } from '../app/load.ts';
import { Show } from '../ui/notices.tsx';
import { AskedPayers } from './asked-payers.tsx';
import { PaymentPanel } from './payment.tsx';
import type { Reached } from './reached.ts';

/** What one application costs; nothing where it costs nothing. */
export function OwnPayment(props: { applicationId: string; reached: Reached }) {
  const { payment: ask, pay } = props.reached;
  const { loaded, reload, set } = useLoad('payment ' + props.applicationId, ask);
  return (
    <Show loaded={loaded} retry={reload}>
      {(payment) => (
        payment === null ? null : (
          <>
            <PaymentPanel payment={payment} ask={ask} begin={pay} onPayment={set} />
            <AskedPayers payment={payment} reached={props.reached} reload={() => ask().then((now) => now.ok && now.value !== null && set(now.value))} />
          </>
        )
      )}
    </Show>
  );
}
