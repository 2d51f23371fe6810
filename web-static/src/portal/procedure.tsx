import { resident } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { pathOf } from '../app/router.ts';
import { Closed } from './closed.tsx';
import { useSession } from '../app/session.ts';
import { day } from '../app/words.ts';
import type { Procedure as ProcedureData } from '../app/types.ts';
import { WithoutCard } from '../ui/without-card.tsx';
import { screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Contact, Show } from '../ui/notices.tsx';
import { lacking, ProofFirst, SignInWays } from '../ui/sign-in-ways.tsx';
import { SigningNeeds } from '../ui/signing-needs.tsx';

/** What a procedure is, for whom, with what, and how to start. */
export function Procedure(props: { procedureId: string }) {
  const { procedureId } = props;
  const { loaded, reload } = useLoad(procedureId, () =>
    resident('readProcedure', { params: { procedureId } }),
  );
  return (
    <Show loaded={loaded} retry={reload} title={screens.PROCEDURE.title}>
      {(procedure) => <Guide procedure={procedure} />}
    </Show>
  );
}

function Guide(props: { procedure: ProcedureData }) {
  const { procedure } = props;
  return (
    <article class="procedure">
      <Heading title={procedure.name} caption={screens.PROCEDURE.title} />
      {procedure.sample && (
        <p>
          <span class="badge">サンプル</span>
          <span class="small">この手続の内容は見本です。実際の手数料や担当とは異なります。</span>
        </p>
      )}
      <p class="lead">{procedure.summary}</p>
      <Start procedure={procedure} />
      <dl class="facts">
        <div>
          <dt>対象になる方</dt>
          <dd>{procedure.audience}</dd>
        </div>
        <div>
          <dt>必要なもの</dt>
          <dd>
            {procedure.needs.length > 0 ? (
              <ul>
                {procedure.needs.map((need) => (
                  <li key={need}>{need}</li>
                ))}
              </ul>
            ) : (
              '特にありません'
            )}
          </dd>
        </div>
        <div>
          <dt>手数料</dt>
          <dd>{procedure.fee ? procedure.fee.text : '無料'}</dd>
        </div>
        <div>
          <dt>処理にかかる日数</dt>
          <dd>
            {!procedure.standardDays
              ? '担当へお問い合わせください'
              : `受付日からおよそ${procedure.standardDays}開庁日（補正をお願いしている間は数えません）`}
          </dd>
        </div>
        <div>
          <dt>担当</dt>
          <dd>{procedure.division?.name ?? '市役所'}</dd>
        </div>
        {procedure.law && (
          <div>
            <dt>根拠となる法令など</dt>
            <dd>{procedure.law}</dd>
          </div>
        )}
      </dl>
      <Contact division={procedure.division} />
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
function Start(props: { procedure: ProcedureData }) {
  const { procedure } = props;
  const known = useSession();
  const apply = pathOf(screens.APPLY.path, { procedureId: procedure.procedureId });
  if (!procedure.online) {
    return (
      <section class="start start-counter">
        <h2>窓口・郵送での手続です</h2>
        <p>{procedure.how ?? '担当の窓口でお手続きください。'}</p>
      </section>
    );
  }
  if (procedure.opening.state !== 'open') return <Closed opening={procedure.opening} />;
  const lacks = known.status === 'ready' ? lacking(procedure, known.session) : 'sign-in';
  if (lacks === null) {
    return (
      <section class="start">
        <h2>オンラインで申請できます</h2>
        <Places opening={procedure.opening} />
        {procedure.level === 'guest' && <p>ログインしなくても申請できます。</p>}
        <SigningNeeds procedure={procedure} />
        <p>
          <Link to={apply} class="button button-main">
            申請する
          </Link>
        </p>
      </section>
    );
  }
  return (
    <section class="start">
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
