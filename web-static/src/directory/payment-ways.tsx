import { useState } from 'preact/hooks';
import { dateTime } from '../app/words.ts';
import { staff } from '../console/api.ts';
import type { PaymentWaysShown } from '../console/directory-types.ts';
import { Select } from '../console/inputs.tsx';
import { useStaffLoad } from '../console/load.ts';
import { useSaving, type FieldNames } from '../console/saving.tsx';
import { Brought, useTyped } from '../console/typed.tsx';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice, Show } from '../ui/notices.tsx';

/** Nothing is paid that way; the server's word for it. */
const UNUSED = 'none';

const METHODS: Record<string, string> = {
  credit_card: 'クレジットカード',
  konbini: 'コンビニエンスストア',
  paypay: 'PayPay',
  bank_transfer: '銀行振込',
};

const nameOf = (method: string) => METHODS[method] ?? method;

/** Which gateway each way to pay goes to, for system administrators. */
export function PaymentWays() {
  const { loaded, reload } = useStaffLoad('payment-ways', () => staff('readPaymentWays'));
  const [done, setDone] = useState(false);
  return (
    <>
      <Heading title={screens.PAYMENT_WAYS.title} caption="手数料の支払い方法" />
      {done && <Notice kind="success" title="保存しました。1分以内に反映されます。" focus />}
      <Show loaded={loaded} retry={reload}>
        {(shown) =>
          shown.ways.length === 0 ? (
            <p>契約している決済代行がありません。手数料は窓口で受け取ります。</p>
          ) : (
            <>
              <Form
                key={shown.revision}
                shown={shown}
                saved={() => {
                  setDone(true);
                  reload();
                }}
              />
              <History shown={shown} />
            </>
          )
        }
      </Show>
    </>
  );
}

function Form(props: { shown: PaymentWaysShown; saved: () => void }) {
  const { shown } = props;
  const standing: Record<string, string> = {};
  const fields: FieldNames = {};
  shown.ways.forEach((way) => {
    standing[way.method] = way.gateway ?? UNUSED;
    fields['ways.' + way.method] = nameOf(way.method);
  });
  const kept = useTyped<Record<string, string>>('payment-ways', standing);
  const { save, sending, told } = useSaving(fields);
  return (
    <form
      noValidate
      class="b-panel"
      onSubmit={(event) => {
        event.preventDefault();
        void save(
          (key) =>
            staff('changePaymentWays', {
              key,
              body: {
                revision: shown.revision,
                ways: shown.ways.map((way) => ({ method: way.method, gateway: kept.typed[way.method] ?? UNUSED })),
              },
            }),
          () => {
            kept.forget();
            props.saved();
          },
        );
      }}
    >
      <Brought of={kept} />
      {told}
      <p>
        支払い方法ごとに、どの決済代行を使うかを決めます。変更したあとに始まる支払いから、新しい決済代行を使います。すでに始まっている支払いは、始めたときの決済代行のままです。
      </p>
      {shown.ways.map((way) => (
        <Select
          key={way.method + kept.turn}
          id={'way-' + way.method}
          label={nameOf(way.method)}
          value={kept.typed[way.method] ?? UNUSED}
          options={shown.gateways
            .filter((one) => way.gateways.indexOf(one.gateway) >= 0)
            .map((one) => ({ value: one.gateway, label: one.label }))
            .concat([{ value: UNUSED, label: '使わない' }])}
          onValue={(gateway) => kept.change({ [way.method]: gateway })}
        />
      ))}
      <div class="form-actions">
        <button type="submit" class="button button-main" aria-disabled={sending}>
          {sending ? '送信しています…' : '保存する'}
        </button>
      </div>
    </form>
  );
}

function History(props: { shown: PaymentWaysShown }) {
  const { gateways, history } = props.shown;
  const labelOf = (name: string) => (name === UNUSED ? '使わない' : (gateways.filter((one) => one.gateway === name)[0]?.label ?? name));
  return (
    <section aria-labelledby="ways-history">
      <h2 id="ways-history">変更の履歴</h2>
      {history.length === 0 ? (
        <p>まだ変更されていません。はじめに契約した決済代行から順に使います。</p>
      ) : (
        <ul class="plain">
          {history.map((one) => (
            <li key={one.revision}>
              {dateTime(one.at ?? '')}　{one.byName}
              <br />
              {one.ways.map((way) => `${nameOf(way.method)}：${labelOf(way.gateway)}`).join('、')}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
