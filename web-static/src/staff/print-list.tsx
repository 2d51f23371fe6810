import { useRef, useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import { pathOf } from '../app/router.ts';
import type { LetterToPrint } from '../app/types.ts';
import { dateTime, day } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { useStaffLoad } from '../console/load.ts';
import { may, staffSessionEnded } from '../console/session.ts';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';

/** Documents that nobody opened by their day: printed, sent by post, and taken off here. */
export function PrintList() {
  const { loaded, reload } = useStaffLoad('print-list', () => staff('listLettersToPrint'));
  const [done, setDone] = useState('');
  return (
    <>
      <Heading title={screens.PRINT_LIST.title} caption="開く日までに申請者が開かなかった文書です" />
      {done !== '' && <Notice key={done} kind="success" title={done} focus />}
      <Show loaded={loaded} retry={reload}>
        {({ letters }) =>
          letters.length === 0 ? (
            <p>郵送する文書はありません。</p>
          ) : (
            <ol class="timeline">
              {letters.map((letter) => (
                <li key={letter.documentId}>
                  <Row
                    letter={letter}
                    onDone={(what) => {
                      setDone(what);
                      reload();
                    }}
                  />
                </li>
              ))}
            </ol>
          )
        }
      </Show>
    </>
  );
}

function Row(props: { letter: LetterToPrint; onDone: (what: string) => void }) {
  const { letter } = props;
  const params = { applicationId: letter.applicationId };
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);
  const keys = useRef({ SENT: newKey(), NOT_NEEDED: newKey() });
  const failed = (told: Problem) => {
    if (told.status === 401) staffSessionEnded();
    setProblem(told);
  };
  const open = async () => {
    const outcome = await staff('openCaseDocument', { params, body: { documentId: letter.toSend }, key: newKey() });
    if (!outcome.ok) return failed(outcome.problem);
    setProblem(null);
    location.assign(outcome.value.url);
  };
  const finish = async (how: 'SENT' | 'NOT_NEEDED') => {
    if (busy.current) return;
    busy.current = true;
    const outcome = await staff('finishLetter', { params, body: { documentId: letter.documentId, how }, key: keys.current[how] });
    busy.current = false;
    if (!outcome.ok) return failed(outcome.problem);
    props.onDone(how === 'SENT' ? `「${letter.title}」を郵送したことを記録しました。` : `「${letter.title}」を一覧から外しました。`);
  };
  const about = <span class="visually-hidden">（{letter.title}）</span>;
  const needed = letter.state === 'ISSUED' && letter.openedAt === undefined;
  return (
    <>
      <h2 class="timeline-what">{letter.title}</h2>
      <p>
        {letter.addressee}
        <br />
        {day(letter.readBy)}までに開かれませんでした。{dateTime(letter.addedAt)}に、この一覧に入りました。
        {letter.toSend !== letter.documentId && letter.state === 'ISSUED' && (
          <>
            <br />
            <strong>そのあと、差し替えられました。郵送するのは、新しい文書です。</strong>
          </>
        )}
        {letter.openedAt !== undefined && (
          <>
            <br />
            <strong>そのあと、申請者が{dateTime(letter.openedAt)}に開きました。郵送しなくてもかまいません。</strong>
          </>
        )}
        {letter.state !== 'ISSUED' && (
          <>
            <br />
            <strong>この文書は、差し替えか取消しで、使えなくなりました。郵送しないでください。</strong>
          </>
        )}
      </p>
      {problem && <ProblemBox problem={problem} focus />}
      <p>
        <Link to={pathOf(screens.CASE.path, params)}>申請を見る{about}</Link>
      </p>
      <p class="button-row no-print">
        <button type="button" class="button button-small" onClick={() => void open()}>
          開いて印刷する（PDF）{about}
        </button>
        {may('REVIEWER') && needed && (
          <button type="button" class="button button-small" onClick={() => void finish('SENT')}>
            郵送した{about}
          </button>
        )}
        {may('REVIEWER') && (
          <button type="button" class="button button-small" onClick={() => void finish('NOT_NEEDED')}>
            郵送しない{about}
          </button>
        )}
      </p>
    </>
  );
}
