import { useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import type { MismatchShown } from '../app/types.ts';
import { dateTime, day, receiptNumber, yen } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { mistakeOf, TextInput } from '../console/inputs.tsx';
import { staffSessionEnded } from '../console/session.ts';
import { Notice, ProblemBox } from '../ui/notices.tsx';

const WHAT: Record<MismatchShown['what'], string> = {
  MISSING_HERE: '当方になし',
  MISSING_THERE: '先方になし',
  OTHER_AMOUNT: '金額違い',
  TWICE: '二重',
};

const KINDS: Record<MismatchShown['kind'], string> = { RECEIPT: '収納', REFUND: '還付', CHARGE_BACK: 'チャージバック', RESTORED: 'チャージバックの取下げ' };

const ACTS: Record<MismatchShown['history'][number]['act'], string> = {
  TAKE: '担当',
  NOTE: 'メモ',
  RESOLVE: '解決',
  AGREED: '両方の記録が一致しました',
};

/** What a gateway's file and the ledger do not agree in, and what is done about it. */
export function Mismatch(props: { one: MismatchShown }) {
  const [one, setOne] = useState(props.one);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState('');
  const [note, setNote] = useState('');
  const [turn, setTurn] = useState(0);
  const id = 'mismatch-' + one.mismatchId;
  const words = note.trim();
  const send = (step: 'TAKE' | 'NOTE' | 'RESOLVE', told: string) => async () => {
    const outcome = await staff('changeMismatch', {
      body: { day: one.day, mismatchId: one.mismatchId, version: one.version, step, ...(words === '' ? {} : { note: words }) },
      key: newKey(),
    });
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
        {day(one.day)}　{WHAT[one.what]}（{KINDS[one.kind]}）{!one.open && '　解決済み'}
      </h3>
      {problem && <ProblemBox key={turn} problem={problem} focus />}
      {done && <Notice key={turn} kind="success" title={done} focus />}
      <dl class="facts">
        <div>
          <dt>取引番号</dt>
          <dd class="broken">
            {one.paymentId}（{one.gateway}）
          </dd>
        </div>
        <div>
          <dt>収納の記録</dt>
          <dd>{one.ours === undefined ? 'なし' : yen(one.ours)}</dd>
        </div>
        <div>
          <dt>精算ファイル</dt>
          <dd>{one.theirs === undefined ? 'なし' : yen(one.theirs)}</dd>
        </div>
        {one.receiptNumber !== undefined && (
          <div>
            <dt>受付番号</dt>
            <dd>{receiptNumber(one.receiptNumber)}</dd>
          </div>
        )}
        <div>
          <dt>担当</dt>
          <dd>{one.ownerName ?? '決まっていません'}</dd>
        </div>
      </dl>
      {one.open && (
        <>
          <TextInput id={id + '-note'} label="メモ、またはどう解決したか" lines={2} value={note} onText={(text) => setNote(text ?? '')} mistake={mistakeOf(problem, 'note')} />
          <p class="button-row">
            <button type="button" class="button button-small" onClick={() => void send('TAKE', '担当になりました。')()}>
              担当する
            </button>
            <button type="button" class="button button-small" onClick={() => void send('NOTE', 'メモを残しました。')()}>
              メモを残す
            </button>
            <button type="button" class="button button-small" onClick={() => void send('RESOLVE', '解決として記録しました。')()}>
              解決として記録する
            </button>
          </p>
        </>
      )}
      {one.history.length > 0 && (
        <ol class="timeline">
          {one.history.map((act, i) => (
            <li key={i}>
              {dateTime(act.at)}　{ACTS[act.act]}
              {act.staffName !== undefined && `　${act.staffName}`}
              {act.note !== undefined && (
                <>
                  <br />
                  {act.note}
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
