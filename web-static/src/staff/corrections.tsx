import type { Case } from '../app/types.ts';
import { dateTime } from '../app/words.ts';
import { answer } from '../apply/answers.tsx';
import type { Answers } from '../apply/definition.ts';
import { openForm, type Words } from '../apply/engine.ts';
import { Folded } from '../console/folded.tsx';
import { compared, type Compared } from './corrected.ts';

/** What each correction changed: old beside new, the newest first. What nobody had asked to change is marked. */
export function Corrections(props: { one: Case; words: Words }) {
  const { one, words } = props;
  const [newest, ...older] = one.corrections;
  if (newest === undefined) return null;
  return (
    <section class="corrections" aria-labelledby="corrections-title">
      <h2 id="corrections-title">補正で変わったところ</h2>
      <Correction one={one} at={0} words={words} />
      {older.length > 0 && (
        <Folded title={`それより前の補正（${older.length}回）`}>
          {older.map((correction, i) => (
            <div key={correction.at}>
              <h3>{dateTime(correction.at)}の補正</h3>
              <Correction one={one} at={i + 1} words={words} />
            </div>
          ))}
        </Folded>
      )}
    </section>
  );
}

function Correction(props: { one: Case; at: number; words: Words }) {
  const { one, at, words } = props;
  const correction = one.corrections[at]!;
  const before = correction.before as Answers;
  const after = at === 0 ? one.answers : (one.corrections[at - 1]!.before as Answers);
  const rows = compared(one.form.pages, before, after, correction.asked);
  const engine = openForm(one.form, one.receivedOn);
  const shown = (row: Compared, value: unknown, answers: Answers) =>
    answer(row.field, value, (group, index) => engine.members(group, index, answers), words);
  return (
    <>
      <p class="small">
        {dateTime(correction.at)}に届きました。お願いした内容：{correction.reason}
      </p>
      {rows.length === 0 && <p>変わった項目はありません。</p>}
      <dl class="compared">
        {rows.map((row) => (
          <div key={row.field.id} class={'compared-row' + (row.asked ? '' : ' compared-unasked')}>
            <dt>
              {row.field.label}
              <span class={row.asked ? 'returned-mark' : 'overdue-mark'}>{row.asked ? 'お願いした項目' : 'お願いしていない変更'}</span>
            </dt>
            {row.changed ? (
              <>
                <dd>
                  <span class="compared-when">前</span>
                  <div>{shown(row, row.before, before)}</div>
                </dd>
                <dd class="compared-after">
                  <span class="compared-when">{at === 0 ? 'いま' : 'あと'}</span>
                  <div>{shown(row, row.after, after)}</div>
                  {row.unseen && <p class="small">見た目は同じです。目に見えない文字か、空白の種類だけが変わりました。</p>}
                </dd>
              </>
            ) : (
              <dd>変わっていません</dd>
            )}
          </div>
        ))}
      </dl>
    </>
  );
}
