import { useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import { CITY_HALL } from '../city-hall.generated.ts';
import { kioskScreens } from '../routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { SpokenCodeForm } from '../ui/spoken-code-form.tsx';
import { enrol } from './visit.ts';

/** For the member of staff who sets the terminal up. */
export function Enrolment(props: { refused: boolean }) {
  const [tries, setTries] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <>
      <Heading title={kioskScreens.TERMINAL.title} caption="窓口の端末" />
      {problem && <ProblemBox key={tries} problem={problem} focus />}
      {props.refused && !problem && (
        <Notice kind="warning" title="この端末の登録は、使えなくなっています。">
          <p>続けて使うときは、新しい登録コードを入力してください。</p>
        </Notice>
      )}
      <p>
        この画面は、市役所の窓口に置く端末のものです。システム管理者が職員コンソールの「窓口の端末」で発行した登録コードを入力すると、使えるようになります。
      </p>
      <p>ご自宅や外出先から申請する方は、この画面ではなく住民ポータルをお使いください。お困りのときは{CITY_HALL.name}（電話 {CITY_HALL.phone}）へお問い合わせください。</p>
      <SpokenCodeForm
        label="登録コード"
        run="この端末を登録する"
        running="登録しています…"
        // Another screen stands here when it went well.
        send={enrol}
        onProblem={(told) => {
          setProblem(told);
          setTries(tries + 1);
        }}
      />
    </>
  );
}
