import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { refreshSession } from '../app/session.ts';
import { site } from '../app/site.ts';
import { screens } from '../routes.generated.ts';
import { Notice, ProblemBox } from './notices.tsx';
import { Qr } from './qr.tsx';

/** Gentle to the city hall, and soon enough for a person who looks up from their phone. */
const ASK_AGAIN_MS = 3000;

interface Begun {
  token: string;
  number: string;
  expiresAt: string;
}

/**
 * The way in for a PC without a card reader: the phone proves who somebody is, and this page goes on where it was.
 * Everything typed stays, as nothing is loaded anew.
 */
export function OtherDevicePanel() {
  const [begun, setBegun] = useState<Begun | null>(null);
  const [over, setOver] = useState<'cancelled' | 'late' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);
  // At the counter nobody looks for a phone to sign in with: staff attest there.
  if (site.kiosk) return null;

  const start = async () => {
    if (busy.current) return;
    busy.current = true;
    setProblem(null);
    setOver(null);
    const outcome = await resident('startPairing', { key: newKey() });
    busy.current = false;
    if (outcome.ok) setBegun(outcome.value);
    else setProblem(outcome.problem);
  };
  const stop = (why: 'cancelled' | 'late' | null) => {
    setBegun(null);
    setOver(why);
  };

  if (begun !== null) return <Waiting key={begun.token} begun={begun} onOver={stop} />;
  return (
    <div class="other-device">
      {problem && <ProblemBox problem={problem} focus />}
      {over === 'late' && (
        <Notice kind="warning" title="時間が切れました。" focus>
          <p>もう一度QRコードを出して、はじめからやり直してください。</p>
        </Notice>
      )}
      {over === 'cancelled' && (
        <Notice kind="warning" title="本人確認は取り消されました。" focus>
          <p>スマートフォンで取り消されたか、番号が続けて間違えられました。</p>
        </Notice>
      )}
      <p>カードリーダーのないパソコンでは、スマートフォンでカードを読み取って、この画面のまま続けられます。</p>
      <p>
        <button type="button" class="button" onClick={() => void start()}>
          {over === null ? 'スマートフォンで本人確認する' : 'もう一度QRコードを出す'}
        </button>
      </p>
    </div>
  );
}

function Waiting(props: { begun: Begun; onOver: (why: 'cancelled' | 'late' | null) => void }) {
  const { token, number } = props.begun;
  const [confirmed, setConfirmed] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    let gone = false;
    let until = Date.parse(props.begun.expiresAt);
    let timer = 0;
    const ask = async () => {
      const outcome = await resident('collectPairing', { key: newKey(), body: { token } });
      if (gone) return;
      if (outcome.ok) {
        until = Date.parse(outcome.value.expiresAt);
        setConfirmed(outcome.value.state === 'CONFIRMED');
        if (outcome.value.state === 'PROVEN') return void refreshSession();
        if (outcome.value.state === 'CANCELLED') return props.onOver('cancelled');
      }
      // A line that fails for a moment is asked again; what is not there any more is over.
      const lost = !outcome.ok && outcome.problem.status === 404;
      if (lost || Date.now() > until) return props.onOver('late');
      timer = window.setTimeout(() => void ask(), ASK_AGAIN_MS);
    };
    timer = window.setTimeout(() => void ask(), ASK_AGAIN_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  const cancel = () => {
    void resident('cancelPairing', { key: newKey(), body: { token } });
    props.onOver(null);
  };
  return (
    <section class="other-device other-device-open" aria-labelledby="other-device-title">
      <h2 id="other-device-title" ref={title} tabIndex={-1}>
        スマートフォンで本人確認する
      </h2>
      <ol>
        <li>
          スマートフォンのカメラで、このQRコードを読み取ってください。
          <Qr text={location.origin + screens.PAIR.path + '#' + token} label="スマートフォンで読み取る図（QRコード）" />
        </li>
        <li>
          スマートフォンに、次の番号を入力してください。
          <br />
          <strong class="other-device-number">{number}</strong>
        </li>
        <li>スマートフォンで本人確認が終わると、この画面が自動で進みます。この画面は閉じないでください。</li>
      </ol>
      <p role="status" class="other-device-status">
        {confirmed
          ? 'スマートフォンで本人確認が進んでいます。終わるまでお待ちください。'
          : 'スマートフォンで読み取るのを待っています（約5分間）。'}
      </p>
      <p>この番号とQRコードは、ほかの人に教えないでください。</p>
      <p>
        <button type="button" class="button" onClick={cancel}>
          やめる
        </button>
      </p>
    </section>
  );
}
