import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import { back, navigate, pathOf, usePlace } from '../app/router.ts';
import { documents } from '../documents.generated.ts';
import { kioskScreens, screens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { AGAIN } from '../ui/check-again.tsx';
import { awaitCheck, look } from './visit.ts';

/** The step of the form where everything is looked at once more. */
const CHECK_PAGE = 'check';

/** So often the terminal looks whether staff have checked. */
const LOOK = 4000;

const named = (photo: boolean): string =>
  (Object.keys(documents) as (keyof typeof documents)[])
    .filter((one) => documents[one].photo === photo)
    .map((one) => documents[one].label)
    .join('、');

/** A visitor without a card waits here, under a number, for staff to compare them with their documents. */
export function Check(props: { procedureId: string }) {
  const [number, setNumber] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  // Somebody who was checked already wants it for another person: then on with what is typed.
  const again = usePlace().state.step === AGAIN;
  const goOn = () =>
    navigate(pathOf(screens.APPLY.path, { procedureId: props.procedureId }), { replace: true, ...(again ? { step: CHECK_PAGE } : {}) });
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = async (asked: ReturnType<typeof look>) => {
      const outcome = await asked;
      if (over) return;
      if (outcome.ok) {
        setProblem(null);
        const { attested, number } = outcome.value;
        if (attested && number === undefined) return goOn();
        setNumber(number ?? null);
      } else if (outcome.problem.status !== 0) return setProblem(outcome.problem);
      timer = setTimeout(() => void take(look()), LOOK);
    };
    void take(awaitCheck(props.procedureId, again));
    return () => {
      over = true;
      clearTimeout(timer);
      // Whoever leaves, by whichever way, is called no more; of one who was checked nothing changes.
      void awaitCheck();
    };
  }, []);
  return (
    <>
      <Heading title={kioskScreens.COUNTER_CHECK.title} />
      {problem && <ProblemBox problem={problem} focus />}
      {number !== null && (
        <section data-waiting="">
          <p>近くの職員に声をかけて、この番号を伝えてください。職員が書類を確かめると、画面は自動で先に進みます。</p>
          <p class="saving-code" role="status">
            {number}
          </p>
        </section>
      )}
      <h2>お見せいただく書類</h2>
      <ul>
        <li>
          <strong>顔写真のある書類を1つ：</strong>
          {named(true)}
        </li>
        <li>
          <strong>または、顔写真のない書類を2つ：</strong>
          {named(false)}
        </li>
      </ul>
      <Notice kind="info" title="書類の番号は記録しません。">
        <p>記録するのは、氏名と生年月日、書類の種類、確かめた職員の名前と日時、この端末の名前です。</p>
      </Notice>
      <p>
        <button type="button" class="button" onClick={back}>
          待つのをやめて戻る
        </button>
      </p>
    </>
  );
}
