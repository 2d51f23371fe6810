import type { Procedure } from '../app/types.ts';
import { OtherWay, type Way } from './other-way.tsx';
import { SigningConcerns } from './signing-concerns.tsx';

export function signs(procedure: Pick<Procedure, 'level'>): boolean {
  return procedure.level === 'signature' || procedure.level === 'confirmed-signature';
}

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
