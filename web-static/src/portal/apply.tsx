import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, resident, type Outcome, type Problem } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { hasMoved, navigate, pathOf, usePlace } from '../app/router.ts';
import { signInPlace, useSession } from '../app/session.ts';
import type { DraftRow, Procedure, Profile, Session } from '../app/types.ts';
import { day, dayOf, today } from '../app/words.ts';
import { screens } from '../routes.generated.ts';
import type { Answers } from '../apply/definition.ts';
import { draftOf, endDraft, startDraft, type Draft, type Given } from '../apply/draft.ts';
import { draftIdOf } from '../apply/files.ts';
import type { FormJson } from '../apply/definition.ts';
import { loadLanguage, openForm, wordsIn, type FormEngine } from '../apply/engine.ts';
import type { Entered } from '../forms/index.ts';
import { chooseLanguage, JAPANESE, language as languageOfReader, tagOf } from '../app/language.ts';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { CHECK, DONE, DONE_BY_MAIL, Flow } from '../apply/flow.tsx';
import { goOn, nameOf, save } from '../apply/saving.ts';
import { site } from '../app/site.ts';
import { CheckAgain } from '../ui/check-again.tsx';
import { WithoutCard } from '../ui/without-card.tsx';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Contact, Notice, ProblemBox, Show } from '../ui/notices.tsx';
import { Closed } from './closed.tsx';
import { ClosedMeanwhile } from './closed-meanwhile.tsx';
import { Done } from './done.tsx';
import { DraftOffer, DraftOfSomebody } from './draft-offer.tsx';
import { SaveDraft } from './save-draft.tsx';
import { lacking, ProofFirst, SignInWays } from '../ui/sign-in-ways.tsx';
import { signs, SigningNeeds } from '../ui/signing-needs.tsx';
import { SigningConcerns } from '../ui/signing-concerns.tsx';

interface Opened {
  procedure: Procedure;
  engine: FormEngine | null;
  profile: Profile | null;
  /** What the city hall keeps of this procedure, begun and not sent. */
  kept: DraftRow | undefined;
}

/** Applying for a procedure. */
export function Apply(props: { procedureId: string }) {
  const { procedureId } = props;
  const known = useSession();
  const level = known.status === 'ready' ? known.session.level : null;
  const name = nameOf(procedureId);
  // A session that ends while somebody types must not reload the form under their hands.
  const opened = useRef<string | null>(null);
  const key = level === null ? null : draftOf(name) && opened.current ? opened.current : procedureId + level;
  opened.current = key;
  const { loaded, reload } = useLoad(key, () => open(procedureId, level === 'signed-in', draftOf(name) === undefined));
  if (known.status === 'failed') {
    return (
      <>
        <Heading title={screens.APPLY.title} />
        <ProblemBox problem={known.problem} retry={() => location.reload()} />
      </>
    );
  }
  return (
    <Show loaded={loaded} retry={reload} title={screens.APPLY.title}>
      {(value) => <Start key={key!} opened={value} name={name} session={known.status === 'ready' ? known.session : null} reload={reload} />}
    </Show>
  );
}

async function open(procedureId: string, signedIn: boolean, fresh: boolean): Promise<Outcome<Opened>> {
  const [procedure, profile, begun] = await Promise.all([
    resident('readProcedure', { params: { procedureId } }),
    signedIn ? resident('readProfile') : null,
    signedIn && fresh ? resident('listDrafts') : null,
  ]);
  if (!procedure.ok) return procedure;
  const form = procedure.value.form;
  // As they read what stands before it.
  const language = languagesOf(form).indexOf(languageOfReader()) < 0 ? JAPANESE : languageOfReader();
  await loadLanguage(language);
  return {
    ok: true,
    value: {
      procedure: procedure.value,
      engine: form === undefined ? null : openForm(form, today(), language),
      profile: profile !== null && profile.ok ? profile.value : null,
      kept:
        begun !== null && begun.ok ? begun.value.drafts.filter((row) => row.procedureId === procedureId)[0] : undefined,
    },
  };
}

function Start(props: { opened: Opened; name: string; session: Session | null; reload: () => void }) {
  const { procedure, profile } = props.opened;
  const [engine, setEngine] = useState(props.opened.engine);
  const { name } = props;
  const guest = props.session?.level === 'guest';
  const oneEach = guest && procedure.level === 'guest' && procedure.opening.capacity !== undefined;
  const place = usePlace();
  const path = pathOf(screens.APPLY.path, { procedureId: procedure.procedureId });
  const guide = pathOf(screens.PROCEDURE.path, { procedureId: procedure.procedureId });
  const [changed, setChanged] = useState<Problem | null>(null);
  const [opening, setOpening] = useState(procedure.opening);
  // It may have been closed since the form was opened: told before anything is sent.
  useEffect(() => {
    if (place.state.step !== CHECK) return;
    void resident('readProcedure', { params: { procedureId: procedure.procedureId } }).then((now) => {
      if (now.ok) setOpening(now.value.opening);
    });
  }, [place.state.step]);
  // Whoever comes to the form from elsewhere is asked; a reload, 戻る and the way back from signing in go on at once.
  const [answered, setAnswered] = useState(draftOf(name)?.restored === true && !hasMoved());
  useEffect(() => () => {
    // A finished draft has nothing to keep; an unfinished one waits for the person to come back.
    if (draftOf(name)?.receipt) endDraft(name);
  }, []);

  if (!procedure.online || engine === null) {
    return (
      <>
        <Heading title={procedure.name} />
        <p>この手続はオンラインでは申請できません。</p>
        {(draftOf(name) !== undefined || props.opened.kept !== undefined) && (
          <Notice kind="info" title="書きかけの内容は、送信できません。">
            <p>
              {props.opened.kept !== undefined && `${day(dayOf(props.opened.kept.keptUntil))}まで残り、そのあと自動で消えます。`}
              この手続がまたオンラインで申請できるようになれば、続きから入力できます。お急ぎのときは、窓口や電話でお手続きください。
            </p>
          </Notice>
        )}
        <p>
          <Link to={guide} class="button">
            手続の案内を見る
          </Link>
        </p>
      </>
    );
  }
  let draft = draftOf(name);
  // Whoever has begun keeps what they typed; the server says at the end how things stand then.
  if (procedure.opening.state !== 'open' && draft === undefined && props.opened.kept === undefined) {
    return (
      <>
        <Heading title={procedure.name} caption={screens.APPLY.title} />
        <Closed opening={procedure.opening} />
        <Contact division={procedure.division} />
        <p>
          <Link to={guide}>手続の案内に戻る</Link>
        </p>
      </>
    );
  }
  const lacks = props.session === null ? null : lacking(procedure, props.session);
  if (lacks !== null && draft === undefined) {
    return (
      <>
        <Heading title={procedure.name} caption={screens.APPLY.title} />
        {lacks === 'sign-in' && <Notice kind="info" title="この手続にはログインが必要です。" />}
        <SigningNeeds procedure={procedure} />
        {lacks === 'proof' ? (
          <ProofFirst path={path} purpose="本人確認をして申請する" />
        ) : (
          <SignInWays path={path} purpose="ログインして申請する" verifying={procedure.level !== 'account'} />
        )}
        <WithoutCard procedure={procedure} />
        <p>
          <Link to={guide}>手続の案内に戻る</Link>
        </p>
      </>
    );
  }
  if (draft?.restored && draft.owner !== null && guest) {
    return <DraftOfSomebody procedure={procedure} path={path} onAnew={() => navigate(path, { replace: true })} />;
  }
  const begun = draft === undefined ? props.opened.kept : draft.touched && draft.receipt === null ? draft : undefined;
  if (!answered && place.state.step === undefined && begun !== undefined) {
    return (
      <DraftOffer
        procedure={procedure}
        typed={draft}
        kept={props.opened.kept}
        onGoOn={() => {
          setAnswered(true);
          navigate(path, { replace: true, step: draft?.step ?? '' });
        }}
        onAnew={() => {
          setAnswered(true);
          navigate(path, { replace: true });
        }}
      />
    );
  }
  const byMail = place.state.step === DONE_BY_MAIL;
  const done = byMail || place.state.step === DONE;
  if (draft === undefined || (draft.receipt !== null && !done)) {
    const filled = fillIn(engine, profile);
    draft = startDraft(name, filled.answers, filled.given);
  }
  if (done) {
    return <Done byMail={byMail} receipt={draft.receipt} code={draft.attempt?.code} followCode={draft.attempt?.followCode} procedureName={procedure.name} guest={guest} />;
  }
  return (
    <>
      {!guest && profile === null && !draft.touched && (
        <Notice kind="info" title="カードの情報を読み込めませんでした。">
          <p>お手数ですが、氏名などを入力してください。</p>
        </Notice>
      )}
      <ClosedMeanwhile opening={opening} until={draft.saved?.keptUntil} />
      {signs(procedure) && !draft.touched && <SigningConcerns procedure={procedure} />}
      {oneEach && !draft.touched && (
        <Notice kind="info" title="定員のある手続です。おひとり1件まで申請できます。">
          <p>
            申請するには、様式の中で入力したメールアドレスに届く確認番号を入力するか、
            <a href={signInPlace(path)}>ログイン</a>してください。
          </p>
        </Notice>
      )}
      {changed && (
        <Notice kind="warning" title={changed.title} focus>
          {changed.detail && <p>{changed.detail}</p>}
          <p>
            <button
              type="button"
              class="button"
              onClick={async () => {
                await renew(draft, procedure);
                setChanged(null);
                // Their own wish to go on: not asked again whether they want to.
                navigate(path, { step: '' });
                props.reload();
              }}
            >
              新しい様式を読み込む（入力した内容は引き継がれます）
            </button>
          </p>
        </Notice>
      )}
      <LanguageChoice
        languages={languagesOf(procedure.form)}
        chosen={engine.language}
        label={wordsIn(engine.language).say('screen.language')}
        onChoose={async (language) => {
          await loadLanguage(language);
          chooseLanguage(language);
          setEngine(openForm(procedure.form!, today(), language));
        }}
      />
      <div lang={tagOf(engine.language)}>
        <Flow
          engine={engine}
          draft={draft}
          purpose={{
            path,
            title: procedure.name,
            submitLabel: signs(procedure) ? '署名に進む' : '申請を送信する',
            ...(signs(procedure)
              ? { sign: (answers: Entered, fee: number | undefined) => freeze(request(procedure, draft, answers, fee)) }
              : {}),
            confirmedAddress: profile?.values['email'] as string | undefined,
            mustConfirm: oneEach,
            ...(site.attested
              ? {
                  trial: (answers: Entered, fee: number | undefined) =>
                    resident('tryApplication', { body: request(procedure, draft, answers, fee) }),
                  checkAgain: <CheckAgain procedureId={procedure.procedureId} />,
                }
              : {}),
            returned: undefined,
            body: (answers, fee) => request(procedure, draft, answers, fee),
            submit: (answers, fee, key) =>
              resident('submitApplication', {
                body: { ...request(procedure, draft, answers, fee), claimCode: draft.attempt!.code, followCode: draft.attempt!.followCode },
                key,
              }),
            below: (step) => (
              <SaveDraft key={step} draft={draft} procedure={procedure} step={step} signedIn={!guest} words={engine} />
            ),
            onChanged: (problem) => {
              if (problem.code !== 'form-changed') return false;
              setChanged(problem);
              return true;
            },
          }}
        />
      </div>
    </>
  );
}

/** What is known is filled in, each value with where it comes from. */
function fillIn(engine: FormEngine, profile: Profile | null) {
  const answers: Answers = {};
  const given: Record<string, Given> = {};
  Object.keys(profile?.values ?? {}).forEach((key) => {
    const filled = engine.prefill({ [key]: profile!.values[key] }, today());
    Object.assign(answers, filled.answers);
    Object.keys(filled.given).forEach((path) => {
      given[path] = { value: filled.given[path], origin: profile!.origins[key]! };
    });
  });
  return { answers, given };
}

/** Puts down what is to be signed, and says where to sign it. */
async function freeze(body: ReturnType<typeof request>): Promise<Outcome<string>> {
  const frozen = await resident('freezeApplication', { body, key: newKey() });
  return frozen.ok ? { ok: true, value: pathOf(screens.SIGN.path, { matter: body.procedureId }) } : frozen;
}

/** The city hall says what the new form makes of the answers; without it they stay as they are. */
async function renew(draft: Draft, procedure: Procedure): Promise<void> {
  const saved = await save(draft, procedure);
  if (!saved.ok) return;
  const opened = await resident('openDraft', { key: newKey(), body: { draftId: draft.saved!.draftId } });
  if (opened.ok) goOn(opened.value, draft.saved!.code);
}

/** Japanese and what the form is translated to. */
function languagesOf(form: FormJson | undefined): string[] {
  return [JAPANESE].concat(Object.keys(form?.texts ?? {}));
}

function request(procedure: Procedure, draft: Draft, answers: Entered, fee: number | undefined) {
  const draftId = draftIdOf(draft);
  return {
    procedureId: procedure.procedureId,
    formVersion: procedure.form?.version ?? procedure.version,
    answers,
    ...(fee === undefined ? {} : { fee }),
    ...(draftId === undefined ? {} : { draftId }),
  };
}
