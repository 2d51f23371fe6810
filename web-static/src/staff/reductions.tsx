import { useState } from 'preact/hooks';
import { newKey, type Outcome } from '../app/api.ts';
import type { CasePayment as Shown } from '../app/types.ts';
import { dateTime, yen } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { NumberInput, Select, TextInput } from '../console/inputs.tsx';

interface Acting {
  payment: Shown;
  params: { applicationId: string };
  send: (outcome: Promise<Outcome<Shown>>, done: string) => void;
}

const STATES: Record<Shown['reductions'][number]['state'], string> = {
  ASKED: '承認待ち',
  GRANTED: '決定',
  DECLINED: '却下',
};

/** Less that is asked for, or nothing, for a reason that the procedure names. */
export function Reductions(props: Acting) {
  const { payment, params, send } = props;
  const [amount, setAmount] = useState<number | undefined>(0);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  return (
    <>
      {payment.steps.indexOf('ASK_REDUCTION') >= 0 && (
        <details>
          <summary>減額・免除をする</summary>
          <Select id="pay-reduction" label="減額・免除の理由（申請した方にも表示されます）" none="選んでください" value={reason} options={payment.reasons.map((one) => ({ value: one, label: one }))} onValue={setReason} />
          <NumberInput id="pay-reduced" label="減額したあとの金額（免除は0）" value={amount} onNumber={setAmount} />
          <TextInput id="pay-proof" label="確かめたこと（職員だけが読みます）" hint="例：受給証明書を窓口で確認" lines={2} value={note} onText={(text) => setNote(text ?? '')} />
          <p>
            <button
              type="button"
              class="button"
              onClick={() =>
                send(staff('askReduction', { params, body: { version: payment.version, amount: amount ?? -1, reason, note }, key: newKey() }), '減額・免除を記録しました。')
              }
            >
              減額・免除を記録する
            </button>
          </p>
        </details>
      )}
      {payment.reductions.map((one) => (
        <Reduction key={one.reductionId} one={one} {...props} />
      ))}
    </>
  );
}

function Reduction(props: Acting & { one: Shown['reductions'][number] }) {
  const { one, params, send } = props;
  const [note, setNote] = useState('');
  const decide = (verdict: 'GRANT' | 'DECLINE', told: string) => () =>
    send(
      staff('decideReduction', {
        params,
        body: { version: props.payment.version, reductionId: one.reductionId, verdict, ...(note.trim() === '' ? {} : { note }) },
        key: newKey(),
      }),
      told,
    );
  return (
    <div class="box">
      <h3>
        {one.to === 0 ? '免除' : `${yen(one.to)}に減額`}（{STATES[one.state]}）
      </h3>
      <p>
        {one.reason}
        {one.from !== undefined && `　もとの金額：${yen(one.from)}`}
        <br />
        {one.askedByName}　{dateTime(one.askedAt)}
        <br />
        {one.note}
        {one.decidedByName && <><br />決定：{one.decidedByName}</>}
        {one.answer && <><br />{one.answer}</>}
      </p>
      {one.state === 'ASKED' && one.mine && <p>決定できるのは、申請した職員とその代理のほかの職員です。</p>}
      {one.state === 'ASKED' && !one.mine && (
        <>
          <TextInput id={'pay-verdict-' + one.reductionId} label="却下する理由" value={note} onText={(text) => setNote(text ?? '')} />
          <p>
            <button type="button" class="button" onClick={decide('GRANT', '減額・免除を決定しました。')}>
              承認する
            </button>{' '}
            <button type="button" class="button" onClick={decide('DECLINE', '減額・免除を却下しました。')}>
              却下する
            </button>
          </p>
        </>
      )}
    </div>
  );
}
