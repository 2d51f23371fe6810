import { useState } from 'preact/hooks';
import { newKey, type Outcome } from '../app/api.ts';
import type { CasePayment as Shown } from '../app/types.ts';
import { yen } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { TextInput } from '../console/inputs.tsx';
import { may } from '../console/session.ts';
import { Notice } from '../ui/notices.tsx';

/** A gateway took something else than was asked for: a clerk says whether it counts. */
export function Misfit(props: {
  one: Shown['checkouts'][number];
  payment: Shown;
  params: { applicationId: string };
  send: (outcome: Promise<Outcome<Shown>>, done: string) => void;
}) {
  const { one, payment, params, send } = props;
  const [note, setNote] = useState('');
  const settle = (how: 'ACCEPT' | 'SET_ASIDE', told: string) => () =>
    send(staff('settleMisfit', { params, body: { version: payment.version, reference: one.reference, how, note }, key: newKey() }), told);
  return (
    <div class="box">
      <Notice kind="warning" title="金額の合わない支払いがあります。">
        <p>
          {one.taken !== undefined &&
            `請求した${yen(one.amount)}に対して、${one.currency === 'JPY' ? yen(one.taken) : `${one.taken}（${one.currency}）`}が支払われました。`}
          決済サービスの管理画面で確かめてください。解決するまで、申請した方はオンラインで支払えません。
        </p>
      </Notice>
      {may('REVIEWER') && one.taken !== undefined && (
        <>
          <TextInput id={'pay-misfit-' + one.reference} label="確かめたこと（記録に残ります）" lines={2} value={note} onText={(text) => setNote(text ?? '')} />
          <p class="hint">納付とすると、多い分は還付の提案が出て、足りない分は引き続き請求します。納付としないのは、決済サービスで取り消したときです。</p>
          <p class="button-row">
            {one.currency === 'JPY' && (
              <button type="button" class="button" onClick={settle('ACCEPT', '支払われた額を、納付として記録しました。')}>
                支払われた額を納付とする
              </button>
            )}
            <button type="button" class="button" onClick={settle('SET_ASIDE', '納付としないと記録しました。')}>
              納付としない（取り消した）
            </button>
          </p>
        </>
      )}
    </div>
  );
}
