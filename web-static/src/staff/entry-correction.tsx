import { useState } from 'preact/hooks';
import { navigate, pathOf } from '../app/router.ts';
import type { Case } from '../app/types.ts';
import { receiptNumber } from '../app/words.ts';
import { openForm } from '../apply/engine.ts';
import { staff } from '../console/api.ts';
import { useStaffLoad } from '../console/load.ts';
import { Brought, useTyped } from '../console/typed.tsx';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, Show } from '../ui/notices.tsx';
import { withWritten } from './as-written.ts';
import { PaperForm } from './paper-form.tsx';
import { Lacking } from './lacking.tsx';

/** What staff entered is put right, with what the applicant sent or said since. */
export function EntryCorrection(props: { applicationId: string }) {
  const { applicationId } = props;
  const { loaded, reload } = useStaffLoad(applicationId, () => staff('readCase', { params: { applicationId } }));
  return (
    <Show loaded={loaded} retry={reload} title={screens.ENTER_CORRECTION.title}>
      {(one) => (one.actions.indexOf('CORRECT') < 0 ? <NotHere one={one} /> : <Correcting one={one} />)}
    </Show>
  );
}

const caseOf = (one: Case) => pathOf(screens.CASE.path, { applicationId: one.applicationId });

function NotHere(props: { one: Case }) {
  return (
    <>
      <Heading title={screens.ENTER_CORRECTION.title} caption={props.one.procedureName} />
      <Notice kind="info" title="この申請は、いまはここで直せません。">
        <p>申請者が引き継いだか、審査が進んでいます。</p>
      </Notice>
      <p>
        <Link to={caseOf(props.one)}>申請に戻る</Link>
      </p>
    </>
  );
}

function Correcting(props: { one: Case }) {
  const { one } = props;
  const [standing] = useState(() => ({ answers: withWritten(one.form.pages, openForm(one.form, one.receivedOn).entered(one.answers), one.lacking) }));
  const kept = useTyped(`correction:${one.applicationId}:${one.version}`, standing);
  return (
    <>
      <Heading title={screens.ENTER_CORRECTION.title} caption={`${one.procedureName}　受付番号 ${receiptNumber(one.receiptNumber)}`} />
      <Brought of={kept} />
      <PaperForm
        key={kept.turn}
        form={one.form}
        day={one.receivedOn}
        answers={kept.typed.answers}
        onAnswers={(answers) => kept.change({ answers })}
        verb="直した内容で保存する"
        send={(paper, key) => staff('enterCorrection', { key, params: { applicationId: one.applicationId }, body: { version: one.version, ...paper } })}
        onDone={() => {
          kept.forget();
          navigate(caseOf(one));
        }}
        above={
          <>
            {one.returned && (
              <Notice kind="info" title="補正を依頼した内容">
                <p>{one.returned.reason}</p>
              </Notice>
            )}
            <Lacking lacking={one.lacking} />
            <p>
              <Link to={caseOf(one)}>直さずに申請に戻る</Link>
            </p>
          </>
        }
      />
    </>
  );
}
