import { later } from '../ui/later.tsx';
import type { Procedure } from '../app/types.ts';

export const SigningConcerns = later(() => import('./signing-concerns.tsx').then((m) => m.SigningConcerns));

export function signs(procedure: Pick<Procedure, 'level'>): boolean {
  return procedure.level === 'signature' || procedure.level === 'confirmed-signature';
}

export type Way = Pick<Procedure, 'how' | 'division'>;

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

/** How to apply without a signature. */
export function OtherWay(props: { way: Way }) {
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
