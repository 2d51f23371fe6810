import { resident } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { isSignedIn, useSession } from '../app/session.ts';
import type { Procedure, SigningConcern } from '../app/types.ts';
import { day } from '../app/words.ts';
import { Notice } from '../ui/notices.tsx';

export function signs(procedure: Pick<Procedure, 'level'>): boolean {
  return procedure.level === 'signature' || procedure.level === 'confirmed-signature';
}

type Way = Pick<Procedure, 'how' | 'division'>;

/** What somebody needs who is to sign, told before the long form; and the way of those who cannot. */
export function SigningNeeds(props: { procedure: Pick<Procedure, 'level'> & Way }) {
  const { procedure } = props;
  if (!signs(procedure)) return null;
  return (
    <div class="signing-needs">
      <p>
        <strong>この手続には、マイナンバーカードによる電子署名が必要です。</strong>
        入力が終わったあとに、カードと<strong>署名用パスワード（英数字6〜16文字）</strong>を使います。ログインの暗証番号（数字4桁）とは別のものです。
      </p>
      <SigningConcerns procedure={procedure} />
      <details>
        <summary>電子署名が使えない方</summary>
        <ul>
          <li>15歳未満の方や、署名用電子証明書を希望しなかった方のカードには、署名用電子証明書が入っていません。</li>
          <li>引っ越しや氏名の変更をすると、署名用電子証明書は使えなくなります（失効）。有効期限もあります。</li>
          <li>パスワードを5回間違えるとロックされます。</li>
        </ul>
        <p>新しい証明書の発行やロックの解除は、カードを持って市民課の窓口へお越しください。</p>
        <OtherWay way={procedure} />
      </details>
    </div>
  );
}

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
      title={onlySoon ? '署名用電子証明書の期限が近づいています。' : 'お使いのカードでは、署名できないことがあります。'}
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

function OtherWay(props: { way: Way }) {
  const { how, division } = props.way;
  return (
    <p>
      <strong>電子署名を使わない申請のしかた：</strong>
      {how ?? (division?.name ?? '市役所') + 'の窓口で申請できます。'}
      {division && (
        <>
          （{division.name}
          {division.counter && ' ' + division.counter}
          {division.phone && (
            <>
              、電話 <span class="nowrap">{division.phone}</span>
            </>
          )}
          ）
        </>
      )}
    </p>
  );
}

function sentence(concern: SigningConcern): string {
  const on = concern.on === undefined ? '' : day(concern.on);
  switch (concern.kind) {
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
