import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, type Outcome, type Problem } from '../app/api.ts';
import { sessionEnded } from '../app/session.ts';
import { site } from '../app/site.ts';
import type { Payment } from '../app/types.ts';
import { dateTime, day, yen } from '../app/words.ts';
import { Notice, ProblemBox } from '../ui/notices.tsx';

/** While somebody may just have paid, it is asked so often, and so long. */
const EVERY = 4000;
const AS_LONG_AS = 15 * 60 * 1000;

const METHODS: Record<string, string> = {
  credit_card: 'クレジットカード',
  konbini: 'コンビニエンスストア',
  paypay: 'PayPay',
  bank_transfer: '銀行振込',
  counter: '窓口',
};

export const STATES: Record<Payment['state'], string> = {
  UNPRICED: '金額の確認待ち',
  AWAITING: '支払い待ち',
  PAYING: '支払いの手続中',
  PAID: '納付済',
  LAPSED: '期限切れ',
  CANCELLED: '支払い不要',
  REFUNDING: 'お返しの手続中',
  REFUNDED: 'お返し済み',
  TAKEN_BACK: '支払いの取消し',
  EXEMPT: '免除',
};

const method = (name: string) => METHODS[name] ?? name;

/**
 * What is to be paid, what is known of it, and the way to the gateway's own page. The browser goes there by
 * itself, so that no page of ours posts anything to somebody else; what it brings back is not looked at.
 */
export function PaymentPanel(props: {
  payment: Payment;
  ask: () => Promise<Outcome<Payment | null>>;
  begin: (method: string, key: string) => Promise<Outcome<{ url: string }>>;
  onPayment: (payment: Payment) => void;
}) {
  const { payment } = props;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [going, setGoing] = useState(false);
  // Also while somebody else was asked: they pay on a device of their own.
  const asked = payment.links.some((one) => one.state === 'OPEN');
  useFresh(asked || (payment.state === 'PAYING' && payment.asking), props.ask, props.onPayment);
  const go = async (chosen: string) => {
    if (going) return;
    setGoing(true);
    setProblem(null);
    const outcome = await props.begin(chosen, newKey());
    if (outcome.ok) {
      location.assign(outcome.value.url);
      // Whoever comes back by the browser's own 戻る finds a page that can be used.
      setTimeout(() => setGoing(false), EVERY);
      return;
    }
    setGoing(false);
    if (outcome.problem.status === 401) sessionEnded();
    setProblem(outcome.problem);
    const now = await props.ask();
    if (now.ok && now.value !== null) props.onPayment(now.value);
  };
  return (
    <section aria-labelledby="payment-title">
      <h2 id="payment-title" tabIndex={-1}>
        手数料の支払い
      </h2>
      <p role="status">
        <strong>{STATES[payment.state]}</strong>
      </p>
      {problem && <ProblemBox problem={problem} focus />}
      <Facts payment={payment} />
      <Told payment={payment} />
      {payment.payable && site.kiosk && (
        <p>この端末では支払えません。ご自分のスマートフォンやパソコンから、または窓口でお支払いください。</p>
      )}
      {payment.payable && !site.kiosk && (
        <div class="no-print">
          {payment.asking && (
            <p>
              {payment.slip
                ? '別の方法を選ぶと、コンビニの払込番号は使えなくなります。'
                : '支払いが終わっていないときは、もう一度選んでください。'}
            </p>
          )}
          <WaysToPay shown={payment} going={going} go={(one) => void go(one)} />
        </div>
      )}
    </section>
  );
}

/** A button for each way, and who takes the money. */
export function WaysToPay(props: {
  shown: { methods: string[]; asking: boolean; collector?: string };
  going: boolean;
  go: (method: string) => void;
}) {
  const { shown } = props;
  return (
    <>
      <ul class="pay-ways">
        {shown.methods.map((one) => (
          <li key={one}>
            <button type="button" class={'button' + (shown.asking ? '' : ' button-main')} aria-disabled={props.going} onClick={() => props.go(one)}>
              {method(one)}で支払う
            </button>
          </li>
        ))}
      </ul>
      <p class="small">
        決済サービスの画面に移ります。カードの番号などは、市には伝わりません。
        {shown.collector && (
          <>
            <br />
            手数料を市に代わって受け取る事業者：{shown.collector}
          </>
        )}
      </p>
    </>
  );
}

function Facts(props: { payment: Payment }) {
  const { payment } = props;
  return (
    <dl class="facts">
      {payment.amount !== undefined && (
        <div>
          <dt>金額</dt>
          <dd>{yen(payment.amount)}</dd>
        </div>
      )}
      {payment.due > 0 && payment.due !== payment.amount && (
        <div>
          <dt>これから支払う額</dt>
          <dd>{yen(payment.due)}（納付した分を除いた残りです）</dd>
        </div>
      )}
      {payment.reduced && (
        <div>
          <dt>{payment.amount === 0 ? '免除の理由' : '減額の理由'}</dt>
          <dd>
            {payment.reduced.reason}
            {payment.reduced.from !== undefined && `（もとの金額：${yen(payment.reduced.from)}）`}
          </dd>
        </div>
      )}
      {payment.payBy && (payment.state === 'AWAITING' || payment.state === 'PAYING') && (
        <div>
          <dt>支払いの期限</dt>
          <dd>{day(payment.payBy)}</dd>
        </div>
      )}
      {payment.receipts.map((one) => (
        <div key={one.paidAt + one.method}>
          <dt>納付</dt>
          <dd>
            {dateTime(one.paidAt)}　{method(one.method)}　{yen(one.amount)}
          </dd>
        </div>
      ))}
      {payment.toGiveBack > 0 && (
        <div>
          <dt>お返しする予定の額</dt>
          <dd>{yen(payment.toGiveBack)}（担当課で確認しています）</dd>
        </div>
      )}
      {payment.givenBack > 0 && (
        <div>
          <dt>お返しした額</dt>
          <dd>{yen(payment.givenBack)}</dd>
        </div>
      )}
    </dl>
  );
}

/** What it means, and what to do about it. */
function Told(props: { payment: Payment }) {
  const { payment } = props;
  if (payment.unclear) {
    return (
      <Notice kind="warning" title="支払いの内容を、市で確認しています。">
        <p>もう一度支払わないでください。確認が終わったら、担当課からご連絡します。</p>
      </Notice>
    );
  }
  switch (payment.state) {
    case 'UNPRICED':
      return <p>金額は、担当課が内容を確認してから決まります。決まったら、この画面で支払えます。</p>;
    case 'AWAITING':
      return payment.when === 'AT_COUNTER' ? <p>窓口でお支払いください。</p> : null;
    case 'PAYING':
      return payment.slip ? (
        <>
          <p>コンビニで支払うための番号が発行されています。{dateTime(payment.slip.until)}までにお支払いください。支払ったあと、この画面に出るまで15分ほどかかることがあります。</p>
          <p>
            <a href={payment.slip.url}>払込番号を見る（決済サービスの画面に移ります）</a>
          </p>
        </>
      ) : (
        <p>支払いの結果を確かめています。支払いが終わっていれば、しばらくすると「納付済」になります。この画面を閉じてもかまいません。</p>
      );
    case 'LAPSED':
      return <p>支払いの期限が過ぎました。手続きを続けるには、担当課にお問い合わせください。</p>;
    case 'EXEMPT':
      return <p>手数料は免除されました。支払う必要はありません。</p>;
    case 'CANCELLED':
      return <p>この手数料は、支払う必要がなくなりました。</p>;
    case 'TAKEN_BACK':
      return <p>カード会社などが、支払いを取り消しました。手数料は納められていません。担当課にお問い合わせください。</p>;
    case 'REFUNDING':
      return <p>手数料をお返しする手続きをしています。</p>;
    default:
      return null;
  }
}

/** Asks again and again while somebody may just have paid, as long as the page is looked at. */
export function useFresh<V>(waits: boolean, ask: () => Promise<Outcome<V | null>>, onFresh: (fresh: V) => void): void {
  const told = useRef(onFresh);
  told.current = onFresh;
  useEffect(() => {
    if (!waits) return;
    const since = Date.now();
    let stopped = false;
    const look = async () => {
      if (stopped || Date.now() - since > AS_LONG_AS) return;
      if (!document.hidden) {
        const outcome = await ask();
        if (!stopped && outcome.ok && outcome.value !== null) told.current(outcome.value);
      }
      if (!stopped) timer = setTimeout(() => void look(), EVERY);
    };
    let timer = setTimeout(() => void look(), EVERY);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [waits]);
}
