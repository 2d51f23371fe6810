import { signInHref, useSession } from '../app/session.ts';
import { site } from '../app/site.ts';
import { screens } from '../routes.generated.ts';
import { Notice } from '../ui/notices.tsx';

/** The session ended while somebody was typing: the input stays here, signing in happens beside it. */
export function SessionEndedNote() {
  const known = useSession();
  if (known.status !== 'ready' || !known.ended) return null;
  return (
    <Notice kind="warning" title="ログインの時間が切れました。">
      <p>入力した内容はこの画面に残っています。この画面を閉じずに、下のリンクからもう一度ログインし、ここに戻って続けてください。</p>
      <p>
        {site.kiosk ? (
          <a class="button" href={signInHref(screens.APPLICATIONS.path)}>
            ログインする（入力した内容は消えます）
          </a>
        ) : (
          <a class="button" href={signInHref('/?signed-in=1')} target="_blank" rel="noopener">
            新しいタブでログインする
          </a>
        )}
      </p>
    </Notice>
  );
}

/** Why the application came back. */
export function ReturnedNote(props: { returned: { reason: string } | undefined }) {
  if (props.returned === undefined) return null;
  return (
    <div class="returned-box">
      <h2>市役所からの補正のお願い</h2>
      <p>{props.returned.reason}</p>
    </div>
  );
}
