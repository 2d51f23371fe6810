import { useState } from 'preact/hooks';
import { newKey, type Outcome, type Problem } from '../app/api.ts';
import { sessionEnded } from '../app/session.ts';
import { site } from '../app/site.ts';
import { newCode, spoken } from '../app/spoken-code.ts';
import type { Payment } from '../app/types.ts';
import { dateTime } from '../app/words.ts';
import { screens } from '../routes.generated.ts';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { TextBox } from '../ui/text-box.tsx';
import type { Reached } from './reached.ts';

type Asked = Payment['links'][number];

const STATES: Record<Asked['state'], string> = {
  OPEN: '支払いを待っています',
  PAID: 'この方が納めました',
  OVER: '使えません',
};

/** Somebody else is asked to pay: a link for them, made here, whose code the city hall keeps only a hash of. */
export function AskedPayers(props: { payment: Payment; reached: Reached; reload: () => Promise<unknown> }) {
  const { payment, reached } = props;
  const [name, setName] = useState('');
  const [made, setMade] = useState<{ name: string; address: string } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [ended, setEnded] = useState('');
  const [turn, setTurn] = useState(0);
  const [busy, setBusy] = useState(false);
  if (site.kiosk || (!payment.payable && payment.links.length === 0)) return null;
  const run = async (send: (key: string) => Promise<Outcome<unknown>>, done: () => void) => {
    if (busy) return;
    setBusy(true);
    setMade(null);
    setEnded('');
    setProblem(null);
    const outcome = await send(newKey());
    setTurn((before) => before + 1);
    setBusy(false);
    if (!outcome.ok) {
      if (outcome.problem.status === 401) sessionEnded();
      setProblem(outcome.problem);
      return;
    }
    done();
    await props.reload();
  };
  const make = () => {
    const code = newCode();
    void run(
      (key) => reached.askPayer(code, name, key),
      () => {
        setMade({ name, address: location.origin + screens.PAYER.path + '#' + spoken(code) });
        setName('');
      },
    );
  };
  return (
    <section aria-labelledby="payers-title" class="no-print">
      <h3 id="payers-title">ほかの人に支払ってもらう</h3>
      {problem && <ProblemBox key={turn} problem={problem} focus />}
      {ended && <Notice key={turn} kind="success" title={ended} focus />}
      {made && (
        <Notice key={turn} kind="success" title={`「${made.name}」のリンクを作りました。`} focus>
          <p>
            次のリンクを、支払ってもらう人にメールなどで送ってください。<strong>リンクは、いまだけ表示されます。</strong>
          </p>
          <p class="wrap-anywhere">
            <code>{made.address}</code>
          </p>
        </Notice>
      )}
      {payment.links.length > 0 && (
        <ul class="plain">
          {payment.links.map((one) => (
            <li key={one.number}>
              <strong>{one.name}</strong>　{STATES[one.state]}
              {one.state === 'OPEN' && (
                <>
                  （{dateTime(one.until)}まで）{' '}
                  <button
                    type="button"
                    class="button button-small"
                    aria-disabled={busy}
                    onClick={() =>
                      void run(
                        (key) => reached.endPayer(one.number, key),
                        () => setEnded(`「${one.name}」のリンクを使えなくしました。`),
                      )
                    }
                  >
                    「{one.name}」のリンクを取り消す
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {payment.payable && (
        <form
          noValidate
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            make();
          }}
        >
          <div class="field">
            <label for="payer-name">だれに頼みますか</label>
            <p class="hint" id="payer-hint">
              例：お父さんへ。支払う人の画面には、この名前と、手続の名前、金額だけが出ます。
            </p>
            <TextBox id="payer-name" type="text" autocomplete="off" maxLength={40} aria-describedby="payer-hint" value={name} onText={setName} />
          </div>
          <div class="form-actions">
            <button type="submit" class="button" aria-disabled={busy}>
              支払いのリンクを作る
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
