import type { CardItem, Signature } from '../app/types.ts';
import { CARD_ITEM, dateTime } from '../app/words.ts';
import { wareki } from '../apply/answers.tsx';
import { Folded } from '../console/folded.tsx';
import { Notice } from '../ui/notices.tsx';

/** What is known of the certificate. */
export const REVOCATION: Record<Signature['revocation'], string> = {
  GOOD: '有効（失効していないことを確かめました）',
  UNKNOWN: '署名未確認（失効しているかどうかの答えが得られませんでした）',
  NOT_CHECKED: '署名未確認（失効しているかどうかを照会していません）',
};

const MATCH = {
  SAME: '一致',
  DIFFERENT: '申請の内容と違います',
  SUBSTITUTED: '代替文字のため比べられません',
  NOT_ON_CARD: 'カードに記載がありません',
};

const SEX: Record<string, string> = { '1': '男', '2': '女', '9': '適用不能' };

const ITEMS: CardItem[] = ['NAME', 'ADDRESS', 'BIRTH_DATE', 'SEX'];

/** What the signature proves, and where the card differs from what was written. */
export function SignaturePanel(props: { signature: Signature; open: boolean }) {
  const { signature } = props;
  const before = chain(signature.earlier);
  return (
    <section aria-labelledby="signature-title">
      <h2 id="signature-title">電子署名</h2>
      {props.open && (
        <Notice kind="warning" title="署名の確認が必要です。">
          <p>
            {signature.stale
              ? '署名は、補正の前の内容に対するものです。いまの内容を本人が書いたことを確かめてください。'
              : '署名用電子証明書が失効していないことを確かめられていません。本人に連絡するなど、別の方法で確かめてください。'}
            確認を記録すると、受理できるようになります。
          </p>
        </Notice>
      )}
      <Facts signature={signature} />
      <p class="small">［　］は、カードに入らない文字の代わりの文字（代替文字）です。</p>
      {before.map((one) => (
        <Folded key={one.version} title={`${one.version}版（補正の前）の署名`}>
          <Facts signature={one} />
        </Folded>
      ))}
    </section>
  );
}

/** The signatures on the versions before, the newest first. */
function chain(signature: Signature | undefined): Signature[] {
  return signature === undefined ? [] : [signature].concat(chain(signature.earlier));
}

function Facts(props: { signature: Signature }) {
  const { signature } = props;
  const { card } = signature;
  const values: Record<CardItem, string> = {
    NAME: card.name,
    ADDRESS: card.address,
    BIRTH_DATE: card.birthDate === undefined ? '不明' : wareki(card.birthDate),
    SEX: SEX[card.sex] ?? card.sex,
  };
  return (
    <dl class="facts facts-narrow">
      <div>
        <dt>署名した版</dt>
        <dd>
          {signature.version}版
          {signature.stale && '（いまの内容より前）'}
        </dd>
      </div>
      <div>
        <dt>証明書</dt>
        <dd>{REVOCATION[signature.revocation]}</dd>
      </div>
      <div>
        <dt>検証した日時</dt>
        <dd>{dateTime(signature.verifiedAt)}</dd>
      </div>
      {ITEMS.map((item) => {
        const match = signature.matches[item];
        return (
          <div key={item}>
            <dt>カードの{CARD_ITEM[item]}</dt>
            <dd>
              {values[item]}
              {match !== undefined && (
                <>
                  <br />
                  <span class={match === 'SAME' ? 'small' : 'overdue-mark'}>{MATCH[match]}</span>
                </>
              )}
            </dd>
          </div>
        );
      })}
      {signature.resolution && (
        <div>
          <dt>署名の確認</dt>
          <dd>
            {signature.resolution.reason}
            <br />
            <span class="small">
              {dateTime(signature.resolution.at)} {signature.resolution.by}
            </span>
          </dd>
        </div>
      )}
    </dl>
  );
}
