import { resident } from '../app/api.ts';
import { chooseLanguage, JAPANESE, language, tagOf, told, useLanguage, type Translated } from '../app/language.ts';
import { useLoad } from '../app/load.ts';
import { pathOf } from '../app/router.ts';
import { useSession } from '../app/session.ts';
import { day } from '../app/words.ts';
import type { Procedure as ProcedureData } from '../app/types.ts';
import { WithoutCard } from '../ui/without-card.tsx';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { Link } from '../ui/link.tsx';
import { Contact, Show } from '../ui/notices.tsx';
import { later } from '../ui/later.tsx';
import { lacking, ProofFirst, SignInWays } from '../ui/sign-in-ways.tsx';
import { SigningNeeds } from '../ui/signing-needs.tsx';

// Few procedures are closed, and each for a while.
const Closed = later(() => import('./closed.tsx').then((m) => m.Closed));

/** The page's own words, fetched by who reads in another language; without them they stay Japanese. */
let words: Translated = {};

async function loadWords(): Promise<void> {
  await import('./guide-words.ts').then(
    (module) => (words = module.GUIDE_WORDS),
    () => undefined,
  );
}

/** A text where a language is read; one that is Japanese all the same says so to a screen reader. */
function Told(props: { texts: Translated; language: string; of: string; japanese: string; days?: number }) {
  const { text, lang } = told(props.texts, props.language, props.of, props.japanese);
  const filled = text.replace('{days}', String(props.days));
  return lang === tagOf(props.language) ? <>{filled}</> : <span lang={lang}>{filled}</span>;
}

/** What a procedure is, for whom, with what, and how to start. */
export function Procedure(props: { procedureId: string }) {
  const { procedureId } = props;
  const { loaded, reload } = useLoad(procedureId, async () => {
    const [procedure] = await Promise.all([
      resident('readProcedure', { params: { procedureId } }),
      language() === JAPANESE ? null : loadWords(),
    ]);
    return procedure;
  });
  return (
    <Show loaded={loaded} retry={reload} title={screens.PROCEDURE.title}>
      {(procedure) => <Guide procedure={procedure} />}
    </Show>
  );
}

function Guide(props: { procedure: ProcedureData }) {
  const { procedure } = props;
  const { texts } = procedure;
  const chosen = useLanguage();
  const language = texts[chosen] === undefined ? JAPANESE : chosen;
  const read = (key: string, japanese: string) => <Told texts={texts} language={language} of={key} japanese={japanese} />;
  const say = (key: string, japanese: string) => <Told texts={words} language={language} of={key} japanese={japanese} />;
  return (
    <article class="procedure" lang={tagOf(language)}>
      <Heading
        title={told(texts, language, 'name', procedure.name).text}
        caption={told(words, language, 'caption', screens.PROCEDURE.title).text}
      >
        {read('name', procedure.name)}
      </Heading>
      <LanguageChoice
        languages={[JAPANESE].concat(Object.keys(texts))}
        chosen={language}
        label={told(words, language, 'language', '案内の言語').text}
        onChoose={async (next) => {
          await loadWords();
          chooseLanguage(next);
        }}
      />
      {procedure.sample && (
        <p lang={JAPANESE}>
          <span class="badge">サンプル</span>
          <span class="small">この手続の内容は見本です。実際の手数料や担当とは異なります。</span>
        </p>
      )}
      <p class="lead">{read('summary', procedure.summary)}</p>
      <Start procedure={procedure} language={language} />
      <dl class="facts">
        <div>
          <dt>{say('audience', '対象になる方')}</dt>
          <dd>{read('audience', procedure.audience)}</dd>
        </div>
        <div>
          <dt>{say('needs', '必要なもの')}</dt>
          <dd>
            {procedure.needs.length > 0 ? (
              <ul>
                {procedure.needs.map((need, i) => (
                  <li key={need}>{read('needs.' + i, need)}</li>
                ))}
              </ul>
            ) : (
              say('none', '特にありません')
            )}
          </dd>
        </div>
        <div>
          <dt>{say('fee', '手数料')}</dt>
          <dd>{read('feeText', procedure.fee.text ?? '無料')}</dd>
        </div>
        <div>
          <dt>{say('days', '処理にかかる日数')}</dt>
          <dd>
            {!procedure.standardDays ? (
              say('ask', '担当へお問い合わせください')
            ) : (
              <Told
                texts={words}
                language={language}
                of="about"
                japanese="受付日からおよそ{days}開庁日（補正をお願いしている間は数えません）"
                days={procedure.standardDays}
              />
            )}
          </dd>
        </div>
        <div>
          <dt>{say('division', '担当')}</dt>
          <dd lang={JAPANESE}>{procedure.division?.name ?? '市役所'}</dd>
        </div>
        {procedure.law && (
          <div>
            <dt>{say('law', '根拠となる法令など')}</dt>
            <dd>{read('law', procedure.law)}</dd>
          </div>
        )}
      </dl>
      <div lang={JAPANESE}>
        <Contact division={procedure.division} />
      </div>
    </article>
  );
}

/** How many more are taken, where there is a limit, and until when. */
function Places(props: { opening: ProcedureData['opening'] }) {
  const { capacity, left, closesOn } = props.opening;
  return (
    <>
      {capacity !== undefined && (
        <p>
          定員{capacity}件のうち、あと<strong>{left}件</strong>受け付けます。
        </p>
      )}
      {closesOn !== undefined && <p>{day(closesOn)}まで受け付けます。</p>}
    </>
  );
}

/** The way in. Sign-in is asked for here, before the long form, not after it. */
function Start(props: { procedure: ProcedureData; language: string }) {
  const { procedure, language } = props;
  const say = (key: string, japanese: string) => <Told texts={words} language={language} of={key} japanese={japanese} />;
  const known = useSession();
  const apply = pathOf(screens.APPLY.path, { procedureId: procedure.procedureId });
  if (!procedure.online) {
    return (
      <section class="start start-counter">
        <h2>{say('counter', '窓口・郵送での手続です')}</h2>
        <p>
          <Told texts={procedure.texts} language={language} of="how" japanese={procedure.how ?? '担当の窓口でお手続きください。'} />
        </p>
      </section>
    );
  }
  if (procedure.opening.state !== 'open') {
    return (
      <div lang={JAPANESE}>
        <Closed opening={procedure.opening} />
      </div>
    );
  }
  const lacks = known.status === 'ready' ? lacking(procedure, known.session) : 'sign-in';
  if (lacks === null) {
    return (
      <section class="start">
        <h2>{say('online', 'オンラインで申請できます')}</h2>
        <div lang={JAPANESE}>
          <Places opening={procedure.opening} />
        </div>
        {procedure.level === 'guest' && <p>{say('withoutSignIn', 'ログインしなくても申請できます。')}</p>}
        <div lang={JAPANESE}>
          <SigningNeeds procedure={procedure} />
        </div>
        <p>
          <Link to={apply} class="button button-main">
            {say('apply', '申請する')}
          </Link>
        </p>
      </section>
    );
  }
  return (
    <section class="start" lang={JAPANESE}>
      <h2>オンラインで申請できます</h2>
      <Places opening={procedure.opening} />
      <SigningNeeds procedure={procedure} />
      {lacks === 'proof' ? (
        <ProofFirst path={apply} purpose="本人確認をして申請する" />
      ) : (
        <>
          <p>ログインすると、氏名・住所・生年月日・性別などが自動で入力されます。</p>
          <SignInWays path={apply} purpose="ログインして申請する" verifying={procedure.level !== 'account'} />
        </>
      )}
      <WithoutCard procedure={procedure} />
    </section>
  );
}
