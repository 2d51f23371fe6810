import { useEffect, useState } from 'preact/hooks';
import { resident, type Problem } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { pathOf, usePlace } from '../app/router.ts';
import type { Application } from '../app/types.ts';
import { today } from '../app/words.ts';
import { draftOf, endDraft, startDraft } from '../apply/draft.ts';
import { openForm } from '../apply/engine.ts';
import { DONE, Flow } from '../apply/flow.tsx';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, Show } from '../ui/notices.tsx';
import { SignInFirst } from './sign-in-first.tsx';

/** Correcting an application that came back: the same form, with what was asked for marked. */
export function Correct(props: { applicationId: string }) {
  const { applicationId } = props;
  const path = pathOf(screens.CORRECT.path, { applicationId });
  // With a draft the screen stays although the session ended: the note inside asks to sign in again.
  const typing = draftOf('correct:' + applicationId) !== undefined;
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
      {(application) => <Start application={application} path={path} reload={reload} />}
    </Show>
  );
}

function Start(props: { application: Application; path: string; reload: () => void }) {
  const { application, path } = props;
  const { applicationId } = application;
  const name = 'correct:' + applicationId;
  const place = usePlace();
  const [changed, setChanged] = useState<Problem | null>(null);
  const back = pathOf(screens.APPLICATION.path, { applicationId });
  useEffect(() => () => {
    if (draftOf(name)?.receipt) endDraft(name);
  }, []);
  if (place.state.step === DONE) {
    return (
      <>
        <Heading title="補正した申請を送信しました" step={DONE} caption={application.procedureName} />
        <p>担当の職員がもう一度確認します。</p>
        <p>
          <Link to={back} class="button button-main">
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
  const draft = draftOf(name) ?? startDraft(name, application.answers, {});
  return (
    <>
      {changed && (
        <Notice kind="warning" title="この申請の状態が変わりました。" focus>
          <p>
            <Link to={back} onFollow={() => endDraft(name)}>
              申請の状況を見る
            </Link>
          </p>
        </Notice>
      )}
      <Flow
        engine={openForm(application.form, today())}
        draft={draft}
        purpose={{
          path,
          title: application.procedureName,
          submitLabel: '補正して送信する',
          returned: application.returned,
          body: (answers, fee) => request(application, answers, fee),
          submit: (answers, fee, key) =>
            resident('correctApplication', {
              params: { applicationId },
              body: request(application, answers, fee),
              key,
            }),
          onChanged: (problem) => {
            setChanged(problem);
            return true;
          },
        }}
      />
    </>
  );
}

function request(application: Application, answers: unknown, fee: number | undefined) {
  return { version: application.version, answers, ...(fee === undefined ? {} : { fee }) };
}
