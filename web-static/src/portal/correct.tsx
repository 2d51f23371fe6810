import { useEffect, useState } from 'preact/hooks';
import { newKey, resident, type Outcome, type Problem } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { pathOf, usePlace } from '../app/router.ts';
import type { Application, Receipt } from '../app/types.ts';
import { dateTime, today } from '../app/words.ts';
import { rootOf } from '../apply/definition.ts';
import { draftOf, endDraft, startDraft, type Draft } from '../apply/draft.ts';
import { openForm } from '../apply/engine.ts';
import { DONE, Flow } from '../apply/flow.tsx';
import { own, type Entered } from '../forms/index.ts';
import { screens } from '../routes.generated.ts';
import { correctionOf } from '../apply/saving.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, Show } from '../ui/notices.tsx';
import { ByMail } from './done.tsx';
import { SignInFirst } from './sign-in-first.tsx';
import { SigningConcerns } from '../ui/signing-concerns.tsx';

/** Correcting an application that came back: the same form, with what was asked for marked. */
export function Correct(props: { applicationId: string }) {
  const { applicationId } = props;
  const path = pathOf(screens.CORRECT.path, { applicationId });
  // With a draft the screen stays although the session ended: the note inside asks to sign in again.
  // After a reload it is shown again to its author alone.
  const typed = draftOf(correctionOf(applicationId));
  const typing = typed !== undefined && !typed.restored;
  return (
    <SignInFirst title={screens.CORRECT.title} path={path} guestToo={typing}>
      {() => <Loading applicationId={applicationId} path={path} />}
    </SignInFirst>
  );
}

function Loading(props: { applicationId: string; path: string }) {
  const { applicationId, path } = props;
  const { loaded, reload } = useLoad(applicationId, () =>
    resident('readApplication', { params: { applicationId } }),
  );
  return (
    <Show loaded={loaded} retry={reload} title={screens.CORRECT.title}>
      {(application) => (
        <Correction
          application={application}
          path={path}
          back={pathOf(screens.APPLICATION.path, { applicationId })}
          reload={reload}
          send={(_draft, body, key) => resident('correctApplication', { params: { applicationId }, body, key })}
        />
      )}
    </Show>
  );
}

type Body = ReturnType<typeof request>;

/** The form of an application, as far as it can be corrected, and what is told once that was sent. */
export function Correction(props: {
  application: Application;
  path: string;
  /** Where the application itself is seen. */
  back: string;
  reload: () => void;
  send: (draft: Draft, body: Body, key: string) => Promise<Outcome<Receipt>>;
}) {
  const { application, path, back } = props;
  const { applicationId } = application;
  const name = correctionOf(applicationId);
  const place = usePlace();
  const receipt = draftOf(name)?.receipt;
  // What was sent is over once the city has asked again.
  const again = application.actions.indexOf('CORRECT') >= 0 && (receipt == null || application.version > receipt.version);
  const sent = again ? undefined : receipt;
  const [fresh] = useState(draftOf(name) === undefined);
  const [changed, setChanged] = useState<Problem | null>(null);
  useEffect(() => () => {
    if (draftOf(name)?.receipt) endDraft(name);
  }, []);
  if (place.state.step === DONE && !again) {
    return (
      <>
        <Heading title="補正した申請を送信しました" step={DONE} caption={application.procedureName} />
        <p>担当の職員がもう一度確認します。</p>
        {sent && <ByMail receipt={sent} />}
        <p>
          <Link to={back} class="button button-main" onFollow={props.reload}>
            申請の状況を見る
          </Link>
        </p>
      </>
    );
  }
  if (application.actions.indexOf('CORRECT') < 0) {
    return (
      <>
        <Heading title={application.procedureName} caption={screens.CORRECT.title} />
        <p>この申請は、いまは補正できません。</p>
        <p>
          <Link to={back} class="button">
            申請の状況を見る
          </Link>
        </p>
      </>
    );
  }
  const engine = openForm(application.form, today());
  const draft = draftOf(name) ?? startDraft(name, engine.entered(application.answers), {});
  application.files.forEach((file) => {
    draft.files = { [file.fileId]: file, ...draft.files };
  });
  return (
    <>
      {application.signs && fresh && !draft.touched && <BeforeSigning application={application} />}
      {changed && (
        <Notice kind="warning" title="この申請の状態が変わりました。" focus>
          <p>
            <Link
              to={back}
              onFollow={() => {
                endDraft(name);
                props.reload();
              }}
            >
              申請の状況を見る
            </Link>
          </p>
        </Notice>
      )}
      <Flow
        engine={engine}
        draft={draft}
        purpose={{
          path,
          title: application.procedureName,
          submitLabel: application.signs ? '署名に進む' : '補正して送信する',
          ...(application.signs
            ? { sign: (answers: Entered, fee: number | undefined) => freeze(application, answers, fee) }
            : {}),
          confirmedAddress: application.notifyAddress,
          returned: application.returned,
          unchanged: () =>
            (application.returned?.fields ?? []).every((path) => {
              const [now, before] = [draft.answers, engine.entered(application.answers)].map((all) => JSON.stringify(own(all, rootOf(path))));
              return now === before;
            }),
          body: (answers, fee) => request(application, answers, fee),
          submit: (answers, fee, key) => props.send(draft, request(application, answers, fee), key),
          onChanged: (problem) => {
            setChanged(problem);
            return true;
          },
        }}
      />
    </>
  );
}

/** Told before the form: that the correction is to be signed, and why that may not be possible. */
function BeforeSigning(props: { application: Application }) {
  const { applicationId, procedureId } = props.application;
  const { loaded } = useLoad(procedureId, () => resident('readProcedure', { params: { procedureId } }));
  return (
    <>
      <p>
        この手続の補正には、もう一度マイナンバーカードによる電子署名が必要です。カードと
        <strong>署名用パスワード（英数字6〜16文字）</strong>をご用意ください。
      </p>
      {loaded.status === 'ready' && <SigningConcerns procedure={loaded.value} />}
      <Unfinished applicationId={applicationId} />
    </>
  );
}

/** What was put down to be signed earlier still stands: nobody has to write it again. */
function Unfinished(props: { applicationId: string }) {
  const matter = props.applicationId;
  const { loaded } = useLoad(matter, () => resident('readSigningRequest', { params: { matter } }));
  if (loaded.status !== 'ready') return null;
  return (
    <Notice kind="info" title="署名を待っている補正があります。">
      <p>
        {dateTime(loaded.value.frozenAt)}に書いた内容が残っています。
        <Link to={pathOf(screens.SIGN.path, { matter })}>その内容に署名する</Link>
      </p>
    </Notice>
  );
}

/** Puts down what is to be signed, and says where to sign it. */
async function freeze(
  application: Application,
  answers: Entered,
  fee: number | undefined,
): Promise<Outcome<string>> {
  const { applicationId } = application;
  const frozen = await resident('freezeCorrection', {
    params: { applicationId },
    body: request(application, answers, fee),
    key: newKey(),
  });
  return frozen.ok ? { ok: true, value: pathOf(screens.SIGN.path, { matter: applicationId }) } : frozen;
}

function request(application: Application, answers: Entered, fee: number | undefined) {
  return { version: application.version, answers, ...(fee === undefined ? {} : { fee }) };
}
