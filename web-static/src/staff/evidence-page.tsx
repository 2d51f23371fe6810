import { useEffect, useRef } from 'preact/hooks';
import type { Evidence } from '../app/types.ts';
import { dateTime } from '../app/words.ts';
import { HAPPENED } from '../ui/happened.ts';
import { REVOCATION } from './signature-panel.tsx';

/** By what somebody signed. */
const PROVIDERS: Record<string, string> = { card: 'マイナンバーカード', xid: 'xID' };

/** The evidence as a person reads it; the bytes themselves stand in the file. What the card said stands above, beside the signature. */
export function EvidencePage(props: { evidence: Evidence }) {
  const { evidence } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [evidence]);
  return (
    <section aria-labelledby="evidence-title">
      <h3 id="evidence-title" ref={heading} tabIndex={-1}>
        署名の証拠（{dateTime(evidence.exportedAt)}に読み出し）
      </h3>
      {evidence.versions.map((one) => (
        <section key={one.version} aria-label={one.version + '版の署名'}>
          <h4>
            {one.version}版　{HAPPENED[one.step as keyof typeof HAPPENED] ?? one.step}
          </h4>
          <dl class="facts facts-narrow">
            {Object.entries({
              送信した日時: dateTime(one.sentInAt),
              検証した日時: dateTime(one.verifiedAt),
              検証の結果: `${REVOCATION[one.revocation]}（${one.verdict}）`,
              検証の決まり: `署名用電子証明書の証明書ポリシー（${one.policy}）`,
              署名の手段: PROVIDERS[one.provider] ?? one.provider,
              '内容のSHA-256': one.digest,
              証明書: one.certificate === undefined ? '保管しない定めです。' : 'ファイルに入っています。',
            }).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd class="evidence-value">{value}</dd>
              </div>
            ))}
          </dl>
          <details>
            <summary>{one.version}版で署名された内容</summary>
            <pre class="evidence-value">{content(one.content)}</pre>
          </details>
        </section>
      ))}
    </section>
  );
}

/** What was signed, laid out where it is JSON. */
function content(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
