import { CITY_HALL } from '../city-hall.generated.ts';
import { site } from '../app/site.ts';
import type { Receipt } from '../app/types.ts';
import { spoken } from '../app/spoken-code.ts';
import { dateTime, day, dayOf, receiptNumber, yen } from '../app/words.ts';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Qr } from '../ui/qr.tsx';

/** The receipt: number, the day it counts from, and what comes next. */
export function Done(props: { receipt: Receipt | null; byMail?: boolean; code?: string | undefined; followCode?: string | undefined; procedureName: string; guest: boolean }) {
  const { receipt, code } = props;
  if (receipt === null) {
    return (
      <>
        <Heading title="送信は終わっています" caption={props.procedureName} />
        {props.guest ? (
          <p>
            安全のため、受付番号はもう表示できません。{props.byMail && '受付番号は、確認したメールアドレスに送った受付のメールにあります。メールも'}控えがないときは、手続の名前とお名前を担当の課か市役所（電話{' '}
            {CITY_HALL.phone}）に伝えると調べられます。もう一度申請する必要はありません。
          </p>
        ) : (
          <p>受付番号や状況は「申請状況」で確認できます。</p>
        )}
        <p>
          <Link to={props.guest ? '/' : screens.APPLICATIONS.path} class="button">
            {props.guest ? 'はじめのページへ' : '申請状況を見る'}
          </Link>
        </p>
      </>
    );
  }
  return (
    <>
      <div class="done">
        <Heading title={`「${props.procedureName}」を受け付けました`} step="done" />
        <p>受付番号</p>
        <p class="receipt-number">{receiptNumber(receipt.receiptNumber)}</p>
      </div>
      <dl class="facts">
        <div>
          <dt>届いた日時</dt>
          <dd>{dateTime(receipt.arrivedAt)}</dd>
        </div>
        <div>
          <dt>受付日</dt>
          <dd>
            {day(receipt.receivedOn)}
            <br />
            <span class="small">夜間や土日祝日に届いたものは、次の開庁日の受付になります。</span>
          </dd>
        </div>
        {typeof receipt.fee === 'number' && (
          <div>
            <dt>手数料</dt>
            <dd>{yen(receipt.fee)}</dd>
          </div>
        )}
      </dl>
      {receipt.payment && <ToPay receipt={receipt} code={receipt.followed ? props.followCode : undefined} guest={props.guest} />}
      <h2>このあとの流れ</h2>
      <ol>
        <li>担当の職員が内容を確認します。</li>
        <li>直していただきたいところがあるときは、補正をお願いします。</li>
        <li>手続が終わったら、状況が「完了」になります。</li>
      </ol>
      <ByMail receipt={receipt} />
      {props.guest ? (
        <p>
          この受付番号は、お問い合わせのときに必要です。{site.kiosk ? '書きとめてください。' : '書きとめるか、この画面を印刷してください。'}
        </p>
      ) : (
        site.kiosk && <p>ご自宅のスマートフォンやパソコンでも、同じ方法でログインすると状況を見られます。</p>
      )}
      {props.followCode && receipt.followed && <Following code={props.followCode} />}
      {code && receipt.claimUntil && <AtHome code={code} until={receipt.claimUntil} />}
      <p class="no-print">
        {!props.guest && (
          <Link
            to={screens.APPLICATIONS.path + '/' + encodeURIComponent(receipt.applicationId)}
            class="button button-main"
          >
            申請の状況を見る
          </Link>
        )}
        {!site.kiosk && (
          <button type="button" class="button" onClick={() => window.print()}>
            印刷する
          </button>
        )}
        <Link to="/" class="button">
          はじめのページへ
        </Link>
      </p>
    </>
  );
}

/** Where the fee is paid; of whoever has no account, where the application is followed by its code. */
function ToPay(props: { receipt: Receipt; code: string | undefined; guest: boolean }) {
  const { receipt, code } = props;
  const path = !props.guest
    ? screens.APPLICATION.path.replace('{applicationId}', receipt.applicationId)
    : code && screens.FOLLOW.path + '#' + code;
  return (
    <section>
      <h2>手数料の支払い</h2>
      {receipt.payment === 'WITH_APPLICATION' && <p>手数料の支払いを確認してから、手続きを進めます。</p>}
      {receipt.payment === 'WITH_APPLICATION' && site.kiosk && (
        <p>ご自分のスマートフォンやパソコンから、または窓口でお支払いください。</p>
      )}
      {receipt.payment === 'WITH_APPLICATION' && !site.kiosk && path && (
        <p class="no-print">
          <a href={path} class="button button-main">
            支払いに進む
          </a>
        </p>
      )}
      {receipt.payment === 'AFTER_REVIEW' && <p>金額は、担当課が内容を確認してから決まります。決まったら、お知らせします。</p>}
      {receipt.payment === 'AT_COUNTER' && <p>窓口でお支払いください。</p>}
    </section>
  );
}

/** Whether a mail comes, so that nobody waits for one. */
export function ByMail(props: { receipt: Receipt }) {
  return props.receipt.byMail ? (
    <p>状況が変わったときは、確認したメールアドレスにお知らせします。</p>
  ) : (
    <p>確認したメールアドレスがないため、メールでのお知らせは届きません。</p>
  );
}

/** How whoever is not signed in looks at it again: as often as they like, with no account. */
function Following(props: { code: string }) {
  const address = location.origin + screens.FOLLOW.path;
  return (
    <section>
      <h2>{site.kiosk ? 'ご自宅で状況を見るには' : '申請の状況を見るには'}</h2>
      <p>
        次の「申請を見るための番号」で、ログインしなくても、状況を見る、市役所とメッセージをやりとりする、補正する、文書を受け取ることができます。この番号が表示されるのは、いまだけです。
        {site.kiosk ? '書きとめてください。' : '書きとめるか、この画面を印刷してください。'}
      </p>
      <p class="saving-code">{spoken(props.code)}</p>
      {!site.kiosk && (
        <p class="no-print">
          <a href={screens.FOLLOW.path + '#' + props.code} class="button">
            申請の状況を見る
          </a>
        </p>
      )}
      <p>
        スマートフォンやパソコンで <span class="saving-address">{address}</span>{' '}
        を開いて入力するか、図をカメラで読み取ってください。何度でも使えます。使えるのは、手続きが終わってから90日後までです。番号を知っている人は申請の内容を見られるので、ほかの人に見せないでください。
      </p>
      <Qr text={address + '#' + props.code} label="申請を見るための図（QRコード）" />
    </section>
  );
}

/** How whoever is not signed in follows the application later, on a device of their own. */
function AtHome(props: { code: string; until: string }) {
  const address = location.origin + screens.CLAIM.path;
  return (
    <section>
      <h2>アカウントに加えるには</h2>
      <p>
        アカウントのある方は、ログインして次の番号を入力すると、この申請を「{screens.APPLICATIONS.title}
        」に加えられます。状況の確認や補正ができるようになります。
      </p>
      <p class="saving-code">{spoken(props.code)}</p>
      {!site.kiosk && (
        <p class="no-print">
          <a href={screens.CLAIM.path + '#' + props.code} class="button">
            いまログインして加える
          </a>
        </p>
      )}
      <p>
        {dayOf(props.until)}まで、一度だけ使えます。スマートフォンやパソコンで{' '}
        <span class="saving-address">{address}</span> を開いて入力するか、図をカメラで読み取ってください。番号を知っている人はこの申請を引き継げるので、ほかの人に見せないでください。
      </p>
      <Qr text={address + '#' + props.code} label="申請を引き継ぐための図（QRコード）" />
    </section>
  );
}
