import { useState } from 'preact/hooks';
import { newKey, type Outcome, type Problem } from '../app/api.ts';
import type { Case, CasePayment as Shown } from '../app/types.ts';
import { dateTime, day, today, yen } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { NumberInput, Select, TextInput } from '../console/inputs.tsx';
import { useStaffLoad } from '../console/load.ts';
import { may, staffSessionEnded } from '../console/session.ts';
import { DayInput, useDays } from '../ui/day-input.tsx';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';
import { Misfit } from './misfit.tsx';
import { Reductions } from './reductions.tsx';

const STATES: Record<Shown['state'], string> = {
  UNPRICED: '請求前（金額を決めてください）',
  AWAITING: '支払待ち',
  PAYING: '手続中',
  PAID: '納付済',
  LAPSED: '期限切れ',
  CANCELLED: '取消',
  REFUNDING: '還付中',
  REFUNDED: '還付済',
  TAKEN_BACK: '取り消された支払い（チャージバック）',
  EXEMPT: '免除',
};

const REFUNDS: Record<Shown['refunds'][number]['state'], string> = {
  ASKED: '承認待ち',
  DECLINED: '却下',
  APPROVED: '還付の手続中',
  DONE: '還付済',
  FAILED: '還付できませんでした',
  TAKEN_BACK: 'カード会社などが取り消したもの',
};

const STEPS: Record<Shown['history'][number]['step'], string> = {
  OPEN: '納付の準備',
  PRICE: '金額の決定',
  ASK_REDUCTION: '減額・免除の申請',
  GRANT_REDUCTION: '減額・免除の決定',
  DECLINE_REDUCTION: '減額・免除の却下',
  BEGIN: '支払いの開始',
  ISSUE_SLIP: '払込番号の発行',
  BREAK_OFF: '支払いの中断',
  PAY: '納付',
  RECEIVE: '窓口での納付',
  MISFIT: '合わない支払い',
  SETTLE_MISFIT: '合わない支払いの解決',
  LAPSE: '期限切れ',
  CANCEL: '取消',
  ASK_REFUND: '還付の申請',
  DECLINE_REFUND: '還付の却下',
  APPROVE_REFUND: '還付の承認',
  REFUND: '還付',
  FAIL_REFUND: '還付の失敗',
  TAKE_BACK: 'チャージバック',
  RESTORE: 'チャージバックの取下げ',
};

type Send = (outcome: Promise<Outcome<Shown>>, done: string) => void;

/** What a case costs, what became of it, and what the clerk may do about it; nothing where it costs nothing. */
export function CasePayment(props: { one: Case }) {
  const params = { applicationId: props.one.applicationId };
  const ask = () => staff('readCasePayment', { params });
  const { loaded, reload, set } = useStaffLoad('payment ' + props.one.applicationId, ask);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState('');
  const [turn, setTurn] = useState(0);
  const send: Send = (asked, told) =>
    void asked.then(async (outcome) => {
      setTurn((before) => before + 1);
      setProblem(outcome.ok ? null : outcome.problem);
      setDone(outcome.ok ? told : '');
      if (outcome.ok) set({ payment: outcome.value });
      else if (outcome.problem.status === 401) staffSessionEnded();
      else if (outcome.problem.status === 409 || outcome.problem.status === 422) {
        const fresh = await ask();
        if (fresh.ok) set(fresh.value);
      }
    });
  return (
    <Show loaded={loaded} retry={reload}>
      {({ payment }) =>
        payment === undefined ? null : (
          <section aria-labelledby="case-payment-title">
            <h2 id="case-payment-title">納付</h2>
            {problem && <ProblemBox key={turn} problem={problem} focus />}
            {done && <Notice key={turn} kind="success" title={done} focus />}
            <Facts payment={payment} />
            {payment.checkouts.filter((one) => one.state === 'MISFIT').map((one) => (
              <Misfit key={one.reference + payment.version} one={one} payment={payment} params={params} send={send} />
            ))}
            {may('REVIEWER') && <Actions key={payment.version} payment={payment} params={params} send={send} />}
            <History payment={payment} />
          </section>
        )
      }
    </Show>
  );
}

function Facts(props: { payment: Shown }) {
  const { payment } = props;
  return (
    <>
      <dl class="facts">
        <div>
          <dt>状態</dt>
          <dd>{STATES[payment.state]}</dd>
        </div>
        {payment.amount !== undefined && (
          <div>
            <dt>金額</dt>
            <dd>{yen(payment.amount)}</dd>
          </div>
        )}
        {payment.due > 0 && payment.due !== payment.amount && (
          <div>
            <dt>残りの請求額</dt>
            <dd>{yen(payment.due)}</dd>
          </div>
        )}
        {payment.payBy !== undefined && (
          <div>
            <dt>納付の期限</dt>
            <dd>{day(payment.payBy)}</dd>
          </div>
        )}
        <div>
          <dt>歳入科目</dt>
          <dd>
            {payment.revenue}（{payment.fiscalYear}年度）
          </dd>
        </div>
        {payment.receipts.map((one) => (
          <div key={one.receiptId}>
            <dt>納付</dt>
            <dd>
              {dateTime(one.paidAt)}　{yen(one.amount)}　{one.receiptId}
              {one.byName && `　受領：${one.byName}`}
            </dd>
          </div>
        ))}
      </dl>
      {payment.state === 'TAKEN_BACK' && (
        <Notice kind="warning" title="支払いが、カード会社などに取り消されました。">
          <p>
            納付されたお金は、市の収入になりません。決済サービスの管理画面で理由を確かめ、申請した方に連絡してください。納め直してもらうときは、「金額を変える・請求し直す」で請求してください。
          </p>
        </Notice>
      )}
    </>
  );
}

interface Acting {
  payment: Shown;
  params: { applicationId: string };
  send: Send;
}

function Actions(props: Acting) {
  const { payment, params, send } = props;
  const can = (step: Shown['steps'][number]) => payment.steps.indexOf(step) >= 0;
  const [amount, setAmount] = useState<number | undefined>(payment.amount);
  const [reason, setReason] = useState('');
  const [slip, setSlip] = useState('');
  const [back, setBack] = useState<number | undefined>(undefined);
  const [why, setWhy] = useState('');
  const version = payment.version;
  const first = payment.receipts.filter((one) => one.left > 0)[0];
  return (
    <>
      {can('PRICE') && (
        <details open={payment.state === 'UNPRICED'}>
          <summary>{payment.amount === undefined ? '金額を決める' : '金額を変える・請求し直す'}</summary>
          {payment.receipts.length > 0 && <p>合計の額を入力してください。納付された額を除いた残りを請求します。</p>}
          <NumberInput id="pay-amount" label="金額" value={amount} onNumber={setAmount} />
          <TextInput id="pay-reason" label="理由（記録に残ります）" lines={2} value={reason} onText={(text) => setReason(text ?? '')} />
          <p>
            <button
              type="button"
              class="button"
              onClick={() => send(staff('pricePayment', { params, body: { version, amount: amount ?? 0, reason }, key: newKey() }), '金額を決めました。')}
            >
              この金額で請求する
            </button>
          </p>
        </details>
      )}
      {(can('ASK_REDUCTION') || payment.reductions.length > 0) && <Reductions {...props} />}
      {can('RECEIVE') && (
        <details>
          <summary>窓口での納付を記録する</summary>
          <p>{yen(payment.due)}を受け取り、領収書を渡してから記録してください。</p>
          <TextInput id="pay-slip" label="領収書番号" value={slip} onText={(text) => setSlip(text ?? '')} />
          <p>
            <button
              type="button"
              class="button"
              onClick={() => send(staff('receivePayment', { params, body: { version, amount: payment.due, slip }, key: newKey() }), '窓口での納付を記録しました。')}
            >
              納付済として記録する
            </button>
          </p>
        </details>
      )}
      {can('CANCEL') && (
        <details>
          <summary>請求を取り消す</summary>
          <TextInput id="pay-cancel" label="取り消す理由" lines={2} value={reason} onText={(text) => setReason(text ?? '')} />
          <p>
            <button type="button" class="button" onClick={() => send(staff('cancelPayment', { params, body: { version, reason }, key: newKey() }), '請求を取り消しました。')}>
              請求を取り消す
            </button>
          </p>
        </details>
      )}
      {can('ASK_REFUND') && first && (
        <details>
          <summary>還付を申請する</summary>
          <p>ほかの職員が承認すると、納付した方法で返します。返せるのは{yen(first.left)}までです。</p>
          <NumberInput id="pay-back" label="還付する金額" value={back} onNumber={setBack} />
          <TextInput id="pay-why" label="還付の理由" lines={2} value={why} onText={(text) => setWhy(text ?? '')} />
          <p>
            <button
              type="button"
              class="button"
              onClick={() => send(staff('askRefund', { params, body: { version, receiptId: first.receiptId, amount: back ?? 0, reason: why }, key: newKey() }), '還付を申請しました。')}
            >
              還付を申請する
            </button>
          </p>
        </details>
      )}
      {payment.refunds.map((one) => (
        <Refund key={one.refundId} one={one} {...props} />
      ))}
    </>
  );
}

function Refund(props: Acting & { one: Shown['refunds'][number] }) {
  const { one, params, send } = props;
  const [note, setNote] = useState('');
  const [hand, setHand] = useState('');
  const days = useDays<'day'>('pay-given-' + one.refundId + '-', { day: today() });
  const given = () => {
    const read = hand === 'TRANSFER' ? days.read() : {};
    if (read === null) return;
    decide('GIVEN_BY_HAND', '返したことを記録しました。', {
      ...(hand === '' ? {} : { hand: hand as 'COUNTER' | 'TRANSFER' }),
      ...(read.day === undefined ? {} : { day: read.day }),
    })();
  };
  const decide = (decision: 'APPROVE' | 'DECLINE' | 'GIVEN_BY_HAND', told: string, how: { hand?: 'COUNTER' | 'TRANSFER'; day?: string } = {}) => () =>
    send(
      staff('decideRefund', {
        params,
        body: { version: props.payment.version, refundId: one.refundId, decision, ...how, ...(note.trim() === '' ? {} : { note }) },
        key: newKey(),
      }),
      told,
    );
  return (
    <div class="box">
      <h3>
        還付 {yen(one.amount)}（{REFUNDS[one.state]}）
      </h3>
      <p>
        {one.askedByName ?? '自動の提案'}　{dateTime(one.askedAt)}
        <br />
        {one.reason}
        {one.decidedByName && <><br />決定：{one.decidedByName}</>}
        {one.note && <><br />{one.note}</>}
      </p>
      {(one.state === 'ASKED' || one.byHand) && (
        <TextInput id={'pay-note-' + one.refundId} label={one.byHand ? 'ほかに記録しておくこと' : '却下する理由'} value={note} onText={(text) => setNote(text ?? '')} />
      )}
      {one.state === 'ASKED' && one.mine && <p>決定できるのは、申請した職員とその代理のほかの職員です。</p>}
      {one.state === 'ASKED' && !one.mine && (
        <p>
          <button type="button" class="button" onClick={decide('APPROVE', '還付を承認しました。')}>
            承認する
          </button>{' '}
          <button type="button" class="button" onClick={decide('DECLINE', '還付を却下しました。')}>
            却下する
          </button>
        </p>
      )}
      {one.byHand && (
        <>
          <Select
            id={'pay-hand-' + one.refundId}
            label="返した方法"
            none="選んでください"
            value={hand}
            options={[
              { value: 'COUNTER', label: '窓口で現金で返した' },
              { value: 'TRANSFER', label: '口座に振り込んだ' },
            ]}
            onValue={setHand}
          />
          {hand === 'TRANSFER' && <DayInput label="振り込んだ日" {...days.input('day')} />}
          <p>
            <button type="button" class="button" onClick={given}>
              返したと記録する
            </button>
          </p>
        </>
      )}
    </div>
  );
}

function History(props: { payment: Shown }) {
  return (
    <details>
      <summary>納付の経過</summary>
      <ol class="timeline">
        {props.payment.history.map((one, i) => (
          <li key={i}>
            {dateTime(one.at)}　{STEPS[one.step]}
            {one.amount !== undefined && `　${yen(one.amount)}`}
            {one.staffName && `　${one.staffName}`}
            {one.note && (
              <>
                <br />
                {one.note}
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
