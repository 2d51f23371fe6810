import { useState } from 'preact/hooks';
import { newKey, type Outcome, type Problem } from '../app/api.ts';
import type { CashShown } from '../app/types.ts';
import { dateTime, day, yen } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { mistakeOf, NumberInput, TextInput } from '../console/inputs.tsx';
import { staffSessionEnded } from '../console/session.ts';
import { Notice, ProblemBox } from '../ui/notices.tsx';

const STATES: Record<CashShown['state'], string> = {
  OPEN: '締めていません',
  CLOSED: '締めました',
  REOPENING: '締めの取消しの承認待ち',
};

const ACTS: Record<CashShown['history'][number]['act'], string> = {
  CLOSE: '締め',
  ASK_REOPENING: '締めの取消しの申請',
  REOPEN: '締めの取消し',
  KEEP_CLOSED: '締めの取消しの却下',
};

/** The cash of one division on one day, and what may be done about its closing. */
export function CashDay(props: { one: CashShown; today: string }) {
  const [one, setOne] = useState(props.one);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState('');
  const [turn, setTurn] = useState(0);
  const [counted, setCounted] = useState<number | undefined>(undefined);
  const [note, setNote] = useState('');
  const id = `cash-${one.day}-${one.divisionId}`;
  const base = { day: one.day, divisionId: one.divisionId, version: one.version };
  const words = note.trim();
  const send = async (asked: Promise<Outcome<CashShown>>, told: string) => {
    const outcome = await asked;
    setTurn((before) => before + 1);
    setProblem(outcome.ok ? null : outcome.problem);
    setDone(outcome.ok ? told : '');
    if (outcome.ok) {
      setOne(outcome.value);
      setNote('');
    } else if (outcome.problem.status === 401) staffSessionEnded();
  };
  return (
    <div class="box" role="group" aria-labelledby={id}>
      <h3 id={id}>
        {day(one.day)}　{one.divisionName}（{STATES[one.state]}）
      </h3>
      {problem && <ProblemBox key={turn} problem={problem} focus />}
      {done && <Notice key={turn} kind="success" title={done} focus />}
      <p>
        記録：{yen(one.recorded)}（{one.lines}件）
        {one.counted !== undefined && one.state !== 'OPEN' && `　数えた金額：${yen(one.counted)}`}
        {one.counted !== undefined && one.state !== 'OPEN' && one.counted !== one.recorded && (
          <strong>　差：{yen(one.counted - one.recorded)}</strong>
        )}
      </p>
      {one.state === 'OPEN' && one.day <= props.today && (
        <>
          <NumberInput id={id + '-counted'} label="数えた金額" value={counted} onNumber={setCounted} mistake={mistakeOf(problem, 'counted')} />
          <TextInput id={id + '-reason'} label="記録と違うときは、その理由" lines={2} value={note} onText={(text) => setNote(text ?? '')} mistake={mistakeOf(problem, 'reason')} />
          <p>
            <button
              type="button"
              class="button"
              disabled={counted === undefined}
              onClick={() =>
                void send(
                  staff('closeCashDay', { body: { ...base, counted: counted ?? 0, ...(words === '' ? {} : { reason: words }) }, key: newKey() }),
                  'この日を締めました。このあとの窓口収納は、次の日の分に入ります。',
                )
              }
            >
              この日を締める
            </button>
          </p>
        </>
      )}
      {one.state === 'CLOSED' && (
        <details>
          <summary>締めを取り消す</summary>
          <p>ほかの職員が承認すると、この日にまた記録できるようになります。</p>
          <TextInput id={id + '-reopen'} label="取り消す理由" lines={2} value={note} onText={(text) => setNote(text ?? '')} mistake={mistakeOf(problem, 'reason')} />
          <p>
            <button type="button" class="button" onClick={() => void send(staff('askReopening', { body: { ...base, reason: words }, key: newKey() }), '締めの取消しを申請しました。')}>
              締めの取消しを申請する
            </button>
          </p>
        </details>
      )}
      {one.state === 'REOPENING' && one.mine && <p>決定できるのは、申請した職員とその代理のほかの職員です。</p>}
      {one.state === 'REOPENING' && !one.mine && (
        <>
          <TextInput id={id + '-verdict'} label="却下する理由" value={note} onText={(text) => setNote(text ?? '')} mistake={mistakeOf(problem, 'note')} />
          <p class="button-row">
            <button type="button" class="button" onClick={() => void send(staff('decideReopening', { body: { ...base, verdict: 'REOPEN' }, key: newKey() }), '締めを取り消しました。')}>
              取消しを承認する
            </button>
            <button
              type="button"
              class="button"
              onClick={() => void send(staff('decideReopening', { body: { ...base, verdict: 'KEEP_CLOSED', ...(words === '' ? {} : { note: words }) }, key: newKey() }), '締めの取消しを却下しました。')}
            >
              却下する
            </button>
          </p>
        </>
      )}
      {one.history.length > 0 && (
        <details>
          <summary>締めの経過</summary>
          <ol class="timeline">
            {one.history.map((done, i) => (
              <li key={i}>
                {dateTime(done.at)}　{ACTS[done.act]}　{done.staffName}　記録：{yen(done.recorded)}
                {done.counted !== undefined && `　数えた金額：${yen(done.counted)}`}
                {done.note !== undefined && (
                  <>
                    <br />
                    {done.note}
                  </>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
