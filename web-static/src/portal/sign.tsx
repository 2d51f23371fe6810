import { useRef, useState } from 'preact/hooks';
import { newKey, resident, type Outcome, type Problem } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { href, navigate, pathOf, stepped } from '../app/router.ts';
import { refreshSession, sessionEnded } from '../app/session.ts';
import { site } from '../app/site.ts';
import type { Receipt, SigningRequest } from '../app/types.ts';
import { CARD_ITEM, dateTime, receiptNumber, yen } from '../app/words.ts';
import { AnswerSections } from '../apply/answers.tsx';
import { draftOf, endDraft, startDraft } from '../apply/draft.ts';
import { openForm } from '../apply/engine.ts';
import { CHECK, DONE } from '../apply/flow.tsx';
import { correctionOf, goOn, nameOf } from '../apply/saving.ts';
import type { Entered } from '../forms/index.ts';
import { residentRoutes, screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';
import { Done } from './done.tsx';
import { SignInFirst } from './sign-in-first.tsx';

/** What was put down to be signed: read it, sign it with the card, send it in. */
export function Sign(props: { matter: string }) {
  const path = pathOf(screens.SIGN.path, props);
  return (
    <SignInFirst title={screens.SIGN.title} path={path}>
      {() => <Standing matter={props.matter} />}
    </SignInFirst>
  );
}

function Standing(props: { matter: string }) {
  const { matter } = props;
  const { loaded, reload } = useLoad(matter, () => resident('readSigningRequest', { params: { matter } }));
  if (loaded.status === 'failed' && loaded.problem.status === 404) {
    return (
      <>
        <Heading title={screens.SIGN.title} />
        <p>署名を待っている申請はありません。24時間が過ぎたか、すでに送信が終わっています。</p>
        <p>
          <Link to={screens.APPLICATIONS.path} class="button button-main">
            申請状況を見る
          </Link>
          <Link to={screens.HOME.path} class="button">
            手続をさがす
          </Link>
        </p>
      </>
    );
  }
  return (
    <Show loaded={loaded} retry={reload} title={screens.SIGN.title}>
      {(asked) => <Signing key={asked.signingRequestId} asked={asked} matter={matter} />}
    </Show>
  );
}

function Signing(props: { asked: SigningRequest; matter: string }) {
  const { asked, matter } = props;
  const { correction } = asked;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const busy = useRef(false);
  const key = useRef(newKey());
  const engine = openForm(asked.form, asked.frozenAt.slice(0, 10));
  if (receipt !== null) return <Done receipt={receipt} procedureName={asked.procedureName} guest={false} />;

  const send = async () => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setProblem(null);
    // Pressing twice, or again after the network failed, sends the same request.
    const outcome = await sendIn(asked, engine.entered(asked.answers), key.current);
    busy.current = false;
    setSending(false);
    if (outcome.ok) {
      endDraft(draftName(asked));
      if (correction === undefined) {
        stepped();
        setReceipt(outcome.value);
      } else navigate(correctPath(correction), { replace: true, step: DONE });
      void refreshSession();
      return;
    }
    if (outcome.problem.status === 401) sessionEnded();
    setProblem(outcome.problem);
  };

  const rewrite = async () => {
    const name = draftName(asked);
    if (draftOf(name) === undefined) {
      const saved =
        asked.draftId === undefined
          ? null
          : await resident('openDraft', { key: newKey(), body: { draftId: asked.draftId } });
      const draft = saved !== null && saved.ok ? goOn(saved.value, null) : startDraft(name, {}, {});
      draft.answers = engine.entered(asked.answers);
      draft.touched = true;
    }
    const form =
      correction === undefined
        ? pathOf(screens.APPLY.path, { procedureId: asked.procedureId })
        : correctPath(correction);
    navigate(form, { step: CHECK });
  };

  return (
    <>
      <Heading title={screens.SIGN.title} caption={asked.procedureName} />
      {correction && (
        <p>
          受付番号 {receiptNumber(correction.receiptNumber)}の申請の<strong>補正</strong>です。書き直したところに印がついています。
        </p>
      )}
      <StateNotice asked={asked} />
      {problem && (
        <>
          <ProblemBox problem={problem} focus />
          {problem.code === 'network' && (
            <p>送信できたかどうかを確認できませんでした。もう一度押しても、二重に申請されることはありません。</p>
          )}
        </>
      )}
      <AnswerSections
        pages={engine.pages(asked.answers)}
        answers={asked.answers}
        members={(group, index) => engine.members(group, index, asked.answers)}
        marked={correction?.changed ?? []}
        mark="書き直した項目"
        words={{ ...engine, fileName: (fileId) => asked.files.filter((file) => file.fileId === fileId)[0]?.name }}
      />
      <section class="fee">
        <h2>手数料</h2>
        <p class="fee-amount">{asked.fee === undefined ? '無料' : yen(asked.fee)}</p>
      </section>
      <div class="form-actions">
        {asked.state === 'SIGNED' ? (
          <button type="button" class="button button-main" aria-disabled={sending} onClick={() => void send()}>
            {sending ? '送信しています…' : sendLabel(asked)}
          </button>
        ) : (
          <a class="button button-main" href={startHref(matter)}>
            {asked.state === 'OPEN' ? 'マイナンバーカードで署名する' : '署名し直す'}
          </a>
        )}
        <button type="button" class="button" onClick={() => void rewrite()}>
          内容を書き直す
        </button>
      </div>
      <p class="small">
        {asked.state === 'SIGNED' ? '書き直すと、もう一度署名が必要になります。' : '書き直しても、入力した内容は残ります。'}
        この内容は{dateTime(asked.expiresAt)}まで保存されます。
      </p>
      <details>
        <summary>ほかの端末で署名する・署名の対象を確かめる</summary>
        {!site.kiosk && (
          <p>
            スマートフォンなどほかの端末で同じマイナンバーカードでログインし、次のページを開くと、そこで署名して送信できます。
            <br />
            <span class="break-anywhere">{location.origin + href(pathOf(screens.SIGN.path, { matter }))}</span>
          </p>
        )}
        <p>
          {dateTime(asked.frozenAt)}の内容です。署名の対象のハッシュ値（SHA-256）：
          <br />
          <code class="break-anywhere">{asked.digest}</code>
        </p>
      </details>
      <p role="status" class="visually-hidden">
        {sending ? '送信しています' : ''}
      </p>
    </>
  );
}

/** Name of the draft, in this page's memory, that it was put down from. */
function draftName(asked: SigningRequest): string {
  return asked.correction === undefined ? nameOf(asked.procedureId) : correctionOf(asked.correction.applicationId);
}

function correctPath(correction: { applicationId: string }): string {
  return pathOf(screens.CORRECT.path, { applicationId: correction.applicationId });
}

function sendLabel(asked: SigningRequest): string {
  return asked.correction === undefined ? '申請を送信する' : '補正を送信する';
}

/** Sends in exactly what was signed. */
function sendIn(asked: SigningRequest, answers: Entered, key: string): Promise<Outcome<Receipt>> {
  const { correction, signingRequestId } = asked;
  const fee = asked.fee === undefined ? {} : { fee: asked.fee };
  if (correction !== undefined) {
    return resident('correctApplication', {
      key,
      params: { applicationId: correction.applicationId },
      body: { version: correction.version, answers, ...fee, signingRequestId },
    });
  }
  return resident('submitApplication', {
    key,
    body: {
      procedureId: asked.procedureId,
      formVersion: asked.formVersion,
      answers,
      ...fee,
      ...(asked.draftId === undefined ? {} : { draftId: asked.draftId }),
      signingRequestId,
    },
  });
}

/** Where signing stands, and what to do about it. */
function StateNotice(props: { asked: SigningRequest }) {
  const { asked } = props;
  switch (asked.state) {
    case 'OPEN':
      return (
        <Notice kind="info" title="まだ申請は終わっていません。">
          <p>
            次の内容を確かめて、カードで署名してください。カードと<strong>署名用パスワード（英数字6〜16文字）</strong>
            を使います。
          </p>
        </Notice>
      );
    case 'SIGNED':
      return (
        <>
          <Notice kind="success" title="署名を確かめました。">
            <p>
              <strong>まだ申請は終わっていません。</strong>「{sendLabel(asked)}」を押すと、市役所に届きます。
            </p>
          </Notice>
          {asked.different.length > 0 && (
            <Notice kind="warning" title="カードと違うところがあります。">
              <p>
                入力した{asked.different.map((item) => CARD_ITEM[item]).join('・')}
                が、カードの内容と違います。間違いなら書き直してください。違う理由があるときは、そのまま送信できます（職員が確かめます）。
              </p>
            </Notice>
          )}
        </>
      );
    case 'UNCONFIRMED':
      return (
        <Notice kind="warning" title="署名用電子証明書が有効かどうかを確かめられませんでした。">
          <p>
            この手続は、確かめられた署名だけを受け付けます。時間をおいて署名し直すか、カードを持って窓口で申請してください。入力した内容は残っています。
          </p>
        </Notice>
      );
    case 'REFUSED':
      return (
        <Notice kind="error" title="この署名は受け付けられませんでした。">
          <p>{refusal(asked.refusal)}入力した内容は残っています。</p>
        </Notice>
      );
  }
}

/** What a person can do about a refused signature. Everything else is the same to them: it did not work. */
function refusal(reason: string | undefined): string {
  switch (reason) {
    case 'EXPIRED':
      return '署名用電子証明書の有効期限が切れています。カードを持って、市民課の窓口で更新してください。';
    case 'REVOKED':
      return '署名用電子証明書は失効しています。引っ越しや氏名の変更をすると失効します。カードを持って、市民課の窓口で新しい証明書の発行を受けてください。';
    case 'WRONG_PURPOSE':
      return 'ログイン用の証明書で署名されています。署名用パスワード（英数字6〜16文字）を使って、もう一度署名してください。';
    default:
      return '署名を確かめられませんでした（' + (reason ?? '理由不明') + '）。もう一度お試しください。続くときは、窓口へお問い合わせください。';
  }
}

/** Address that starts signing by navigation and comes back to this screen. */
function startHref(matter: string): string {
  const back = pathOf(screens.SIGN.path, { matter });
  return pathOf(residentRoutes.startSigning.path, { matter }) + '?returnTo=' + encodeURIComponent(href(back));
}
