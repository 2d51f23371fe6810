import { useRef, useState } from 'preact/hooks';
import { newKey, resident, type Outcome, type Problem } from '../app/api.ts';
import { broughtCode } from '../app/spoken-code.ts';
import { keptCode } from '../app/kept-code.ts';
import { site } from '../app/site.ts';
import type { AskedPayment } from '../app/types.ts';
import { dateTime, yen } from '../app/words.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice, ProblemBox, Skeleton } from '../ui/notices.tsx';
import { SpokenCodeForm } from '../ui/spoken-code-form.tsx';
import { useFresh, WaysToPay } from './payment.tsx';

/** Where the code waits in this tab alone while its owner is at the gateway's page. */
const { keep, recalled } = keptCode('payer');

/** What somebody sees who was asked to pay for another one: for what, how much, and for whom they were asked. */
export function Payer() {
  const code = useRef<string | null>(null);
  if (code.current === null) code.current = broughtCode(screens.PAYER.path) ?? recalled();
  const [shown, setShown] = useState<AskedPayment | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const [going, setGoing] = useState(false);
  const asked = useRef(false);
  const open = (typed: string): Promise<Outcome<AskedPayment>> => resident('openPayerLink', { body: { code: typed }, key: newKey() });
  const refused = (told: Problem) => {
    setProblem(told);
    setTries((n) => n + 1);
  };
  const read = async (typed: string): Promise<Problem | null> => {
    const outcome = await open(typed);
    if (!outcome.ok) {
      if (outcome.problem.status === 404) keep('');
      return outcome.problem;
    }
    code.current = typed;
    keep(typed);
    setProblem(null);
    setShown(outcome.value);
    return null;
  };
  const again = () => void read(code.current!).then((told) => told && refused(told));
  if (code.current !== '' && !asked.current) {
    asked.current = true;
    again();
  }
  useFresh(shown !== null && shown.asking, () => open(code.current!), setShown);
  const go = async (chosen: string) => {
    if (going) return;
    setGoing(true);
    setProblem(null);
    const outcome = await resident('beginPayerCheckout', { body: { code: code.current!, method: chosen }, key: newKey() });
    if (outcome.ok) {
      location.assign(outcome.value.url);
      // Whoever comes back by the browser's own 戻る finds a page that can be used.
      setTimeout(() => setGoing(false), 4000);
      return;
    }
    setGoing(false);
    await read(code.current!);
    refused(outcome.problem);
  };
  const waiting = code.current !== '' && shown === null && problem === null;
  return (
    <>
      <Heading title={screens.PAYER.title} />
      {problem && <ProblemBox key={tries} problem={problem} focus {...(shown === null && problem.status !== 404 && { retry: again })} />}
      {waiting && <Skeleton />}
      {shown === null && !waiting && (
        <>
          <p>市役所への手数料の支払いを頼まれた方のページです。送られてきたリンクを開くか、リンクの最後の番号を入力してください。</p>
          <SpokenCodeForm label="支払いの番号" run="内容を見る" running="探しています…" send={read} onProblem={refused} />
        </>
      )}
      {shown !== null && <Facts shown={shown} going={going} go={(chosen) => void go(chosen)} />}
    </>
  );
}

function Facts(props: { shown: AskedPayment; going: boolean; go: (method: string) => void }) {
  const { shown } = props;
  return (
    <section aria-label={shown.procedureName}>
      <div role="status">
        {shown.state === 'PAID' && (
          <Notice kind="success" title="納付が確認できました。">
            <p>ありがとうございました。この画面は閉じてかまいません。頼んだ方の画面にも出ます。</p>
          </Notice>
        )}
        {shown.state === 'OVER' && (
          <Notice kind="info" title="支払うものはありません。">
            <p>ほかの方法で納められたか、頼んだ方が取り消したか、期限が過ぎました。支払わないでください。</p>
          </Notice>
        )}
      </div>
      <dl class="facts">
        <div>
          <dt>頼まれた方</dt>
          <dd>{shown.name}</dd>
        </div>
        <div>
          <dt>手続</dt>
          <dd>{shown.procedureName}</dd>
        </div>
        {shown.amount !== undefined && (
          <div>
            <dt>金額</dt>
            <dd>{yen(shown.amount)}</dd>
          </div>
        )}
      </dl>
      {shown.asking && (
        <p>
          {shown.slipUntil
            ? `コンビニで支払うための番号が発行されています。${dateTime(shown.slipUntil)}までにお支払いください。`
            : '支払いの結果を確かめています。支払いが終わっていれば、しばらくすると「納付が確認できました」と出ます。終わっていないときは、もう一度選んでください。'}
        </p>
      )}
      {shown.state === 'OPEN' && site.kiosk && <p>この端末では支払えません。ご自分のスマートフォンやパソコンでリンクを開いてください。</p>}
      {shown.state === 'OPEN' && !site.kiosk && <WaysToPay shown={shown} going={props.going} go={props.go} />}
    </section>
  );
}
