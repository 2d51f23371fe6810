import { useRef } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import { signInPlace, useSession } from '../app/session.ts';
import { site } from '../app/site.ts';
import { SignInWays } from '../ui/sign-in-ways.tsx';
import { screens } from '../routes.generated.ts';
import { Notice } from '../ui/notices.tsx';
import { OtherDevice } from '../ui/other-device.tsx';
import { rootOf } from './definition.ts';
import { isKept, leaveAndComeBack, type Draft } from './draft.ts';
import type { FormEngine } from './engine.ts';

/**
 * The session ended while somebody was typing. It takes the focus when it appears and with every try, but not out of an input
 * that somebody is typing in: there it is only spoken.
 */
export function SessionEndedNote(props: { path: string; tries: number }) {
  const known = useSession();
  const ended = known.status === 'ready' && known.ended;
  const before = useRef(ended);
  if (!ended) {
    before.current = false;
    return null;
  }
  const kept = isKept();
  const typing = document.activeElement !== null && document.activeElement.matches('input, select, textarea');
  return (
    <Notice key={props.tries} kind="warning" title="ログインの時間が切れました。" focus={(!before.current || props.tries > 0) && !typing}>
      {site.kiosk ? (
        <p>
          <a class="button" href={signInPlace(screens.APPLICATIONS.path)}>
            ログインする（入力した内容は消えます）
          </a>
        </p>
      ) : kept ? (
        <>
          <p>入力した内容は消えていません。もう一度ログインすると、いまの続きに戻ります。</p>
          <p>
            <a class="button" href={signInPlace(props.path)} onClick={leaveAndComeBack}>
              ログインして続ける
            </a>
          </p>
        </>
      ) : (
        <>
          <p>入力した内容はこの画面に残っています。この画面を閉じずに、下のリンクからもう一度ログインし、ここに戻って続けてください。</p>
          <p>
            <a class="button" href={signInPlace('/?signed-in=1')} target="_blank" rel="noopener">
              新しいタブでログインする
            </a>
          </p>
        </>
      )}
      <OtherDevice />
    </Notice>
  );
}

/** Signed in otherwise meanwhile, by a way that verifies nothing: verifying happens beside it too. */
export function ProofNote(props: { problem: Problem }) {
  return (
    <Notice kind="warning" title={props.problem.title} focus>
      <p>
        いまのログインのままでは送信できません。入力した内容はこの画面に残っています。この画面を閉じずに、新しいタブで本人確認をし、ここに戻って、もう一度送信してください。
      </p>
      <SignInWays path="/?signed-in=1" purpose="本人確認をする" verifying beside />
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

/** The form became another while it was filled in: nothing is lost from sight, and what changed is named. */
export function CarriedNote(props: { draft: Draft; engine: FormEngine }) {
  const { draft, engine } = props;
  const { carried } = draft;
  if (carried === null) return null;
  const labels: Record<string, string> = {};
  for (const page of engine.pages(draft.answers)) for (const field of page.fields) labels[field.id] = field.label ?? '';
  const name = (path: string) => labels[rootOf(path)] ?? 'なくなった質問';
  return (
    <Notice kind="warning" title="申請の様式が新しくなりました。">
      {carried.reconfirm.length > 0 && (
        <>
          <p>次の質問が変わりました。入力した内容でよいか、もう一度お確かめください。</p>
          <ul>
            {carried.reconfirm.map((path) => (
              <li key={path}>{name(path)}</li>
            ))}
          </ul>
        </>
      )}
      {carried.lost.length > 0 && (
        <>
          <p>次の内容は、新しい様式に合わないため引き継げませんでした。</p>
          <ul>
            {carried.lost.map((one) => (
              <li key={one.path}>
                {name(one.path)}
                {typeof one.value === 'object' ? '' : `（入力した内容：${String(one.value)}）`}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>ほかの入力した内容は引き継がれています。</p>
    </Notice>
  );
}
