import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Contact } from '../ui/notices.tsx';

/** The accessibility policy and an honest account of what has and has not been tested. */
export function Accessibility() {
  return (
    <>
      <Heading title={screens.ACCESSIBILITY.title} />
      <p class="lead">年齢や障害の有無、使う機器にかかわらず、だれもが手続できるサイトをめざしています。</p>
      <h2>目標とする基準</h2>
      <p>
        JIS X 8341-3:2016 の適合レベルAAに準拠することを目標とし、画面はWCAG 2.2のレベルAAを基準に作っています。対象は、このサイトのすべての画面です。
      </p>
      <h2>いまの状況</h2>
      <p>このサイトは開発中です。適合試験はまだ終わっていないため、「準拠」とは表示していません。</p>
      <h3>確かめていること</h3>
      <ul>
        <li>すべての画面の自動検査（axe）</li>
        <li>幅320ピクセルの画面で、横に動かさなくても読めること</li>
        <li>キーボードだけですべての操作ができ、いまの位置が見えること</li>
        <li>古いブラウザ（Chrome 72）で申請を最後までできること</li>
      </ul>
      <h3>まだ確かめていないこと</h3>
      <ul>
        <li>スクリーンリーダー（NVDA、VoiceOverなど）での通しの操作</li>
        <li>実際のiPhone（iOS 12）などの古い端末での操作</li>
        <li>JIS X 8341-3:2016 に基づく達成基準ごとの試験と、その結果の公開</li>
        <li>障害のある方、高齢の方による利用の確認</li>
      </ul>
      <h2>ご意見</h2>
      <p>使いにくいところ、読めないところがありましたら、お知らせください。別の方法での手続もご案内します。</p>
      <Contact />
    </>
  );
}
