import { useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { ARRIVED, href, navigate, usePlace } from '../app/router.ts';
import { refreshSession, useSession } from '../app/session.ts';
import { site } from '../app/site.ts';
import { screens } from '../routes.generated.ts';
import { CodeForm } from '../ui/code-form.tsx';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notices.tsx';
import { SignInFirst } from './sign-in-first.tsx';
import { SignInWays } from '../ui/sign-in-ways.tsx';
import { LOCAL } from './sign-in.tsx';

/** What an address is confirmed for, and what this screen says about it. */
const ERRANDS = {
  contact: {
    purpose: 'CONTACT',
    run: '登録する',
    done: '連絡先メールアドレスを登録しました。',
    next: '次の申請から、メールアドレスの欄に自動で入力されます。',
  },
  attach: {
    purpose: 'ATTACH',
    run: '追加する',
    done: 'メールアドレスを、ログインの方法に追加しました。',
    next: '次から、このメールアドレスに届く確認番号でもログインできます。',
  },
} as const;

type Errand = keyof typeof ERRANDS;

/**
 * Confirms a mail address by a code that is sent there: to sign in with it, or for who is signed in as their contact
 * address (`for=contact`) or as a further way to sign in (`for=attach`). That a code is under way stands in the address, so that the screen outlives a look at the mail.
 */
export function Email() {
  const { query } = usePlace();
  const { path, title } = screens.EMAIL;
  if (site.kiosk) {
    return (
      <>
        <Heading title={title} />
        <Notice kind="info" title="この端末では、メールアドレスの確認はできません。">
          <p>ご自分のスマートフォンやパソコンで、同じページを開いてください。</p>
        </Notice>
        <SignInWays path="/" purpose="ログインする" />
      </>
    );
  }
  const wanted = query.get('for');
  if (wanted !== 'contact' && wanted !== 'attach') return <Steps errand={null} />;
  return (
    <SignInFirst title={title} path={path + '?for=' + wanted}>
      {() => <Steps errand={wanted} />}
    </SignInFirst>
  );
}

function Steps(props: { errand: Errand | null }) {
  const { errand } = props;
  const told = errand === null ? null : ERRANDS[errand];
  const { query } = usePlace();
  const known = useSession();
  const [address, setAddress] = useState<string | null>(null);
  const [sent, setSent] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [unproven, setUnproven] = useState<Problem | null>(null);
  const to = query.get('to') ?? '/';
  const back = errand !== null ? screens.SIGN_INS.path : LOCAL.test(to) ? to : '/';
  const stay = screens.EMAIL.path + (errand !== null ? '?for=' + errand : '?to=' + encodeURIComponent(back));

  const refused = (why: Problem): Problem | null => {
    if (why.code !== 'proof-required') return why;
    setUnproven(why);
    return null;
  };
  const send = async (wanted: string): Promise<Problem | null> => {
    const outcome = await resident('sendEmailCode', { key: newKey(), body: { address: wanted, purpose: told?.purpose ?? 'SIGN_IN' } });
    if (!outcome.ok) return refused(outcome.problem);
    setAddress(wanted);
    setProblem(null);
    setSent(sent + 1);
    navigate(stay + '&step=code', { replace: query.get('step') === 'code' });
    return null;
  };
  const enter = async (code: string): Promise<Problem | null> => {
    const outcome = await resident('enterEmailCode', { key: newKey(), body: { code } });
    if (!outcome.ok) return refused(outcome.problem);
    if (outcome.value.purpose === 'SIGN_IN') {
      // As after any other sign-in: a page that remembers nothing of before.
      location.replace(href(back) + ARRIVED);
    } else {
      await refreshSession();
      navigate(stay + '&step=done', { replace: true });
    }
    return null;
  };

  if (unproven) {
    return (
      <>
        <Heading title={screens.EMAIL.title} />
        <Notice kind="warning" title={unproven.title} focus>
          <p>このアカウントには、本人確認をした方法があります。メールアドレスの変更は、その方法で本人確認をするとできます。</p>
          <SignInWays path={stay} purpose="本人確認をして続ける" verifying />
        </Notice>
        <p>
          <Link to={back}>{screens.SIGN_INS.title}に戻る</Link>
        </p>
      </>
    );
  }
  switch (query.get('step')) {
    case 'done':
      return (
        <>
          <Heading title={screens.EMAIL.title} step="done" />
          {told && (
            <Notice kind="success" title={told.done} focus>
              <p>{told.next}</p>
            </Notice>
          )}
          <p>
            <Link to={screens.SIGN_INS.path}>{screens.SIGN_INS.title}に戻る</Link>
          </p>
        </>
      );
    case 'code':
      return (
        <>
          <Heading title="確認番号の入力" step="code" />
          {problem ? (
            <Notice kind="warning" title={problem.title} focus>
              {problem.detail && <p>{problem.detail}</p>}
            </Notice>
          ) : (
            sent > 1 && <Notice key={sent} kind="success" title="新しい確認番号を送りました。前の番号は使えません。" focus />
          )}
          <p>
            {address ? <strong class="email-address">{address}</strong> : '入力したメールアドレス'}
            に、8桁の確認番号を送りました。10分以内に、このブラウザーで入力してください。
          </p>
          <CodeForm
            key="code"
            label="確認番号"
            hint="メールに書かれている数字8桁"
            field="code"
            run={told?.run ?? 'ログインする'}
            cancel={() => navigate(back)}
            send={enter}
          />
          <h2>メールが届かないとき</h2>
          <p>迷惑メールに入っていないか、アドレスに間違いがないかを確かめてください。数分かかることもあります。</p>
          <ul class="plain">
            {address && (
              <li>
                <button type="button" class="button" onClick={() => void send(address).then(setProblem)}>
                  新しい確認番号を送る
                </button>
              </li>
            )}
            <li>
              <Link to={stay}>メールアドレスを入力し直す</Link>
            </li>
          </ul>
        </>
      );
    default:
      return (
        <>
          <Heading title={screens.EMAIL.title} />
          {errand === 'contact' && (
            <p>申請についての連絡先にするメールアドレスを入力してください。確認番号をお送りします。</p>
          )}
          {errand === 'attach' && (
            <>
              <p>
                メールアドレスでも、いまのアカウントにログインできるようにします。メールアドレスを入力してください。確認番号をお送りします。
              </p>
              <p>
                メールアドレスでログインしたときは、本人確認が必要な手続と、カードなどから入力された内容は使えません。使うときは、そのつど本人確認をします。
              </p>
            </>
          )}
          {errand === null && (
            <>
              <p>
                メールアドレスを入力してください。届いた確認番号でログインできます。はじめての方も、同じ方法で利用を始められます。
              </p>
              {known.status === 'ready' && known.session.level === 'signed-in' && (
                <Notice kind="info" title="すでにログインしています。">
                  <p>続けると、いまのログインは終わり、このメールアドレスでのログインに変わります。</p>
                </Notice>
              )}
            </>
          )}
          <CodeForm
            key="address"
            label="メールアドレス"
            hint="例：name@example.jp"
            field="address"
            run="確認番号を送る"
            email
            cancel={() => navigate(back)}
            send={send}
          />
        </>
      );
  }
}
