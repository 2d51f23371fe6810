import { useEffect, useState } from 'preact/hooks';
import { newKey, resident, type Outcome, type Problem } from '../app/api.ts';
import { pathOf, rewrite, usePlace } from '../app/router.ts';
import { useSession } from '../app/session.ts';
import { dateTime } from '../app/words.ts';
import { residentRoutes, screens } from '../routes.generated.ts';
import { CodeForm } from '../ui/code-form.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice, ProblemBox, Skeleton } from '../ui/notices.tsx';

interface Asked {
  device: string;
  startedAt: string;
  state: string;
}

type Standing =
  | { step: 'loading' }
  | { step: 'none' }
  | { step: 'failed'; problem: Problem }
  | { step: 'asked'; asked: Asked }
  | { step: 'confirmed' }
  | { step: 'cancelled' };

/**
 * What the phone shows that read the picture on a PC: what is about to happen, for which device, and the number that
 * only whoever sits there sees. The token comes behind # of the address, which no server sees, and is kept in memory.
 */
export function Pair() {
  const { query } = usePlace();
  const [proven] = useState(query.get('proven') !== null);
  const [token] = useState(location.hash.length > 1 ? location.hash.slice(1) : undefined);
  const [standing, setStanding] = useState<Standing>({ step: 'loading' });
  const body = token === undefined ? {} : { token };

  useEffect(() => {
    if (proven) return;
    if (token !== undefined) rewrite(screens.PAIR.path);
    void resident('openPairing', { key: newKey(), body }).then((opened) => setStanding(standingOf(opened)));
  }, []);

  const name = async (number: string): Promise<Problem | null> => {
    const named = await resident('confirmPairing', { key: newKey(), body: { token: token!, number } });
    if (named.ok) setStanding({ step: 'confirmed' });
    else if (named.problem.status === 404) setStanding({ step: 'none' });
    else if (named.problem.status !== 400) setStanding({ step: 'failed', problem: named.problem });
    else return named.problem;
    return null;
  };
  const cancel = async () => {
    await resident('cancelPairing', { key: newKey(), body });
    setStanding({ step: 'cancelled' });
  };

  if (proven) {
    return (
      <>
        <Heading title="本人確認が終わりました" />
        <Notice kind="success" title="パソコンに戻ってください。">
          <p>パソコンの画面が自動で進みます。このスマートフォンの画面は閉じてかまいません（ここではログインしていません）。</p>
        </Notice>
      </>
    );
  }
  switch (standing.step) {
    case 'loading':
      return (
        <>
          <Heading title={screens.PAIR.title} />
          <Skeleton />
        </>
      );
    case 'none':
      return (
        <>
          <Heading title={screens.PAIR.title} />
          <p>このQRコードは、時間が切れたか、すでに使われています。パソコンの画面で、もう一度「スマートフォンで本人確認する」を押してください。</p>
        </>
      );
    case 'failed':
      return (
        <>
          <Heading title={screens.PAIR.title} />
          <ProblemBox problem={standing.problem} focus />
        </>
      );
    case 'cancelled':
      return (
        <>
          <Heading title="取り消しました" step="cancelled" />
          <p>パソコンはログインしていません。この画面は閉じてかまいません。</p>
        </>
      );
    case 'confirmed':
      return (
        <>
          <Heading title="番号が合いました" step="confirmed" />
          <p>本人確認が終わると、パソコンの画面が進みます。</p>
          <Ways />
          <p>
            <button type="button" class="button" onClick={() => void cancel()}>
              取り消す
            </button>
          </p>
        </>
      );
    case 'asked':
      return (
        <>
          <Heading title={screens.PAIR.title} />
          <p>
            別の端末が、あなたの本人確認でログインしようとしています。本人確認をすると、<strong>その端末であなたの申請などを見たり、申請したりできる</strong>ようになります。
          </p>
          <dl class="facts">
            <div>
              <dt>ログインする端末</dt>
              <dd>{standing.asked.device}</dd>
            </div>
            <div>
              <dt>始めた日時</dt>
              <dd>{dateTime(standing.asked.startedAt)}</dd>
            </div>
          </dl>
          <Notice kind="warning" title="ご自分の目の前にある端末ですか。">
            <p>
              メールやSMS、電話で送られてきたQRコードや番号は、使わないでください。ほかの人があなたの名前でログインしようとしています。
            </p>
          </Notice>
          <CodeForm
            label="その端末の画面に出ている番号（数字4けた）"
            field="number"
            digits
            run="次へ"
            cancel={() => void cancel()}
            send={name}
          />
        </>
      );
  }
}

/** Every way to proof who one is; each comes back to this screen. */
function Ways() {
  const known = useSession();
  if (known.status !== 'ready') return null;
  return (
    <ul class="plain sign-in-ways">
      {known.session.ways
        .filter((way) => way.verifies)
        .map((way) => (
          <li key={way.provider}>
            <a class="button button-main" href={pathOf(residentRoutes.startSignIn.path, { provider: way.provider }) + '?pairing=1'}>
              {way.label}で本人確認する
            </a>
            <p class="small">{way.hint}</p>
          </li>
        ))}
    </ul>
  );
}

function standingOf(opened: Outcome<Asked>): Standing {
  if (opened.ok) {
    return opened.value.state === 'CONFIRMED' ? { step: 'confirmed' } : { step: 'asked', asked: opened.value };
  }
  return opened.problem.status === 404 ? { step: 'none' } : { step: 'failed', problem: opened.problem };
}
