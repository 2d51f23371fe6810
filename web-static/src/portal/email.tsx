import { useState } from 'preact/hooks';
import { newKey, resident, type Problem } from '../app/api.ts';
import { href, navigate, usePlace } from '../app/router.ts';
import { refreshSession, useSession } from '../app/session.ts';
import { site } from '../app/site.ts';
import { screens } from '../routes.generated.ts';
import { CodeForm } from '../ui/code-form.tsx';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notices.tsx';
import { SignInFirst } from './sign-in-first.tsx';
import { SignInWays } from './sign-in-ways.tsx';
import { LOCAL } from './sign-in.tsx';

/**
 * Confirms a mail address by a code that is sent there: to sign in with it, or as the contact address of who is signed
 * in (`for=contact`). That a code is under way stands in the address, so that the screen outlives a look at the mail.
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
  if (query.get('for') !== 'contact') return <Steps contact={false} />;
  return (
    <SignInFirst title={title} path={path + '?for=contact'}>
      {() => <Steps contact />}
    </SignInFirst>
  );
}

function Steps(props: { contact: boolean }) {
  const { contact } = props;
  const { query } = usePlace();
  const known = useSession();
  const [address, setAddress] = useState<string | null>(null);
  const [sent, setSent] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const to = query.get('to') ?? '/';
  const back = contact ? screens.SIGN_INS.path : LOCAL.test(to) ? to : '/';
  const stay = screens.EMAIL.path + (contact ? '?for=contact' : '?to=' + encodeURIComponent(back));

  const send = async (wanted: string): Promise<Problem | null> => {
    const outcome = await resident('sendEmailCode', { key: newKey(), body: { address: wanted, contact } });
    if (!outcome.ok) return outcome.problem;
    setAddress(wanted);
    setProblem(null);
    setSent(sent + 1);
    navigate(stay + '&step=code', { replace: query.get('step') === 'code' });
    return null;
  };
  const enter = async (code: string): Promise<Problem | null> => {
    const outcome = await resident('enterEmailCode', { key: newKey(), body: { code } });
    if (!outcome.ok) return outcome.problem;
    if (outcome.value.purpose === 'SIGN_IN') {
      // As after any other sign-in: a page that remembers nothing of before.
      location.replace(href(back));
    } else {
      await refreshSession();
      navigate(stay + '&step=done', { replace: true });
    }
    return null;
  };

  switch (query.get('step')) {
    case 'done':
      return (
        <>
          <Heading title={screens.EMAIL.title} step="done" />
          <Notice kind="success" title="連絡先メールアドレスを登録しました。" focus>
            <p>次の申請から、メールアドレスの欄に自動で入力されます。</p>
          </Notice>
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
            run={contact ? '登録する' : 'ログインする'}
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
          {contact ? (
            <p>申請についての連絡先にするメールアドレスを入力してください。確認番号をお送りします。</p>
          ) : (
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
