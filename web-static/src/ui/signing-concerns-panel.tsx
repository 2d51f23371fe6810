import { resident } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { isSignedIn, useSession } from '../app/session.ts';
import type { SigningConcern } from '../app/types.ts';
import { day } from '../app/words.ts';
import { Notice } from './notices.tsx';
import { OtherWay, type Way } from './other-way.tsx';

/** What is known about this person is said about this person. It refuses nothing: the card may be another by now. */
export function SigningConcerns(props: { procedure: Way }) {
  const known = useSession();
  const who = known.status === 'ready' && isSignedIn() ? 'signed-in' : null;
  const { loaded } = useLoad(who, () => resident('listSigningConcerns'));
  // Without an answer nothing is known, and nobody is kept from the form.
  if (loaded.status !== 'ready' || loaded.value.concerns.length === 0) return null;
  const { concerns } = loaded.value;
  const onlySoon = concerns.every((one) => one.kind === 'EXPIRES_SOON');
  return (
    <Notice
      kind={onlySoon ? 'info' : 'warning'}
      title={onlySoon ? '署名用電子証明書の期限が近づいています。' : 'このままでは、署名できないことがあります。'}
    >
      <ul>
        {concerns.map((one) => (
          <li key={one.kind}>{sentence(one)}</li>
        ))}
      </ul>
      {!onlySoon && (
        <>
          <p>新しい証明書の発行やロックの解除をすでに受けた方は、このまま進めてください。</p>
          <OtherWay way={props.procedure} />
        </>
      )}
    </Notice>
  );
}

function sentence(concern: SigningConcern): string {
  const on = concern.on === undefined ? '' : day(concern.on);
  switch (concern.kind) {
    case 'CARD_NOT_ATTACHED':
      return 'このアカウントには、マイナンバーカードが追加されていません。署名は、アカウントに追加したカードでだけできます。「ログインの記録」で先に追加するか、いったんログアウトして、マイナンバーカードでログインしてください。';
    case 'UNDER_15':
      return '15歳未満の方のカードには、ふつう署名用電子証明書が入っていません。';
    case 'MOVED':
      return `${on}のログインのとき、カードの氏名か住所が前と変わっていました。引っ越しや氏名の変更をすると、署名用電子証明書は使えなくなります（失効）。`;
    case 'EXPIRED':
      return '署名用電子証明書の有効期限が切れています。市民課の窓口で更新できます。';
    case 'EXPIRES_SOON':
      return `署名用電子証明書の有効期限は${on}までです。市民課の窓口で更新できます。`;
    case 'REVOKED':
      return `${on}に署名したとき、署名用電子証明書は失効していました。`;
    case 'NOT_ON_CARD':
      return `${on}に署名しようとしたカードには、署名用電子証明書が入っていませんでした。`;
    case 'PASSWORD_LOCKED':
      return `${on}に署名しようとしたとき、署名用パスワードがロックされていました。市民課の窓口で再設定できます。`;
  }
}
