import { useState } from 'preact/hooks';
import { newKey, type Outcome, type Problem } from '../app/api.ts';
import type { SettlementsShown } from '../app/types.ts';
import { day, today, yen } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { Select } from '../console/inputs.tsx';
import { useStaffLoad } from '../console/load.ts';
import { staffSessionEnded } from '../console/session.ts';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';
import { Days, type Span } from './days.tsx';
import { Mismatch } from './mismatch.tsx';
import { piecesOf } from './pieces.ts';

const MOST = 20 * 1024 * 1024;

/** Settlement files of gateways beside the ledger. */
export function Settlements() {
  const [span, setSpan] = useState<Span>({ first: today(), last: today() });
  const { loaded, reload, set } = useStaffLoad(`settlements ${span.first} ${span.last}`, () => staff('readSettlements', { query: span }));
  return (
    <>
      <Heading title={screens.SETTLEMENTS.title} caption="決済サービスの精算ファイルと、収納の記録を比べます" />
      <Show loaded={loaded} retry={reload}>
        {(shown) => (
          <>
            <Choose shown={shown} onCompared={set} />
            <Open shown={shown} />
            <h2>日ごとの精算</h2>
            <Days span={span} onSpan={setSpan} see="この日の精算を見る" />
            <Totals shown={shown} />
            <Settled shown={shown} />
          </>
        )}
      </Show>
    </>
  );
}

function failed(title: string): Problem {
  return { title, status: 0, code: 'file' };
}

/** The whole file is looked at before anything of it is kept. */
function Choose(props: { shown: SettlementsShown; onCompared: (shown: SettlementsShown) => void }) {
  const { profiles } = props.shown;
  const [profile, setProfile] = useState(profiles[0]!.id);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [told, setTold] = useState('');
  const [working, setWorking] = useState('');
  const [turn, setTurn] = useState(0);
  const chosen = profiles.filter((one) => one.id === profile)[0]!;
  const end = (wrong: Problem | null, done: string) => {
    setWorking('');
    setTurn((before) => before + 1);
    setProblem(wrong);
    setTold(done);
    if (wrong !== null && wrong.status === 401) staffSessionEnded();
  };
  const take = async (file: File) => {
    setProblem(null);
    setTold('');
    if (file.size > MOST) return end(failed('ファイルが大きすぎます。20MBまでのファイルを選んでください。'), '');
    const bytes = await bytesOf(file);
    if (bytes === null) return end(failed('ファイルを読めませんでした。もう一度選んでください。'), '');
    const id = newKey();
    const pieces = piecesOf(bytes);
    let first = '';
    let last = '';
    let lines = 0;
    let fresh = 0;
    for (const keep of [false, true]) {
      const wrong: NonNullable<Problem['errors']> = [];
      for (let i = 0; i < pieces.length; i++) {
        setWorking(`${keep ? '記録しています' : '確かめています'}（${i + 1}/${pieces.length}）`);
        const piece = pieces[i]!;
        const outcome = await staff('recordSettlement', {
          body: { profile, file: id, firstRow: piece.firstRow, content: piece.base64, keep },
          key: newKey(),
        });
        if (!outcome.ok && outcome.problem.status === 400 && !keep) wrong.push(...(outcome.problem.errors ?? []));
        else if (!outcome.ok) return end(outcome.problem, '');
        else if (keep) {
          lines += outcome.value.lines;
          fresh += outcome.value.fresh;
          if (outcome.value.first !== undefined && (first === '' || outcome.value.first < first)) first = outcome.value.first;
          if (outcome.value.last !== undefined && outcome.value.last > last) last = outcome.value.last;
        }
        if (wrong.length >= 100) break;
      }
      if (wrong.length > 0) {
        return end({ title: 'ファイルに直すところがあります。何も記録していません。', status: 400, code: 'file', errors: wrong.slice(0, 100) }, '');
      }
    }
    const done = `${lines}行を読みました。新しく記録したのは${fresh}行です。`;
    if (first === '') return end(null, done);
    const compared = await compare(profile, first, last);
    if (!compared.ok) return end(compared.problem, done);
    props.onCompared(compared.value);
    end(null, `${done}${day(first)}〜${day(last)}を照合しました。`);
  };
  return (
    <section aria-labelledby="settlement-file" class="b-panel no-print">
      <h2 id="settlement-file">精算ファイルを照合する</h2>
      {problem && <ProblemBox key={turn} problem={problem} focus />}
      {told && <Notice key={'t' + turn} kind="success" title={told} focus />}
      <Select id="settlement-profile" label="決済サービスとファイルの形式" value={profile} options={profiles.map((one) => ({ value: one.id, label: one.label }))} onValue={setProfile} />
      <p class="hint">1行目に次の列が必要です：{chosen.columns.join('、')}</p>
      <div class="b-input">
        <label for="settlement-choose">精算ファイル（CSV、20MBまで）</label>
        <input
          id="settlement-choose"
          type="file"
          accept=".csv,text/csv"
          disabled={working !== ''}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) void take(file);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <p role="status">{working}</p>
    </section>
  );
}

/** Month by month, as many days as are compared at once. */
async function compare(profile: string, first: string, last: string): Promise<Outcome<SettlementsShown>> {
  let from = first;
  for (;;) {
    const end = new Date(Date.parse(from) + 30 * 86400000).toISOString().slice(0, 10);
    const to = end < last ? end : last;
    const outcome = await staff('compareSettlements', { body: { profile, first: from, last: to }, key: newKey() });
    if (!outcome.ok || to === last) return outcome;
    from = new Date(Date.parse(to) + 86400000).toISOString().slice(0, 10);
  }
}

function bytesOf(file: File): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => resolve(null);
    reader.readAsArrayBuffer(file);
  });
}

function Open(props: { shown: SettlementsShown }) {
  const { open } = props.shown;
  return (
    <section aria-labelledby="mismatches-open">
      <h2 id="mismatches-open">解決していない不一致（{open.length}件）</h2>
      {open.length === 0 && <p>ありません。</p>}
      {open.map((one) => (
        <Mismatch key={one.mismatchId + one.version} one={one} />
      ))}
    </section>
  );
}

function Settled(props: { shown: SettlementsShown }) {
  const { settled } = props.shown;
  return settled.length === 0 ? null : (
    <section aria-labelledby="mismatches-settled">
      <h2 id="mismatches-settled">この期間の、解決した不一致</h2>
      {settled.map((one) => (
        <Mismatch key={one.mismatchId + one.version} one={one} />
      ))}
    </section>
  );
}

function Totals(props: { shown: SettlementsShown }) {
  const { totals } = props.shown;
  if (totals.length === 0) return <p>この期間の精算ファイルは、まだ記録されていません。</p>;
  return (
    <div class="table-scroll" role="region" aria-label="日ごとの精算" tabIndex={0}>
      <table class="ledger-table">
        <thead>
          <tr>
            <th scope="col">日</th>
            <th scope="col">決済サービス</th>
            <th scope="col" class="amount">行数</th>
            <th scope="col" class="amount">収納</th>
            <th scope="col" class="amount">還付など</th>
            <th scope="col" class="amount">決済サービスの手数料</th>
          </tr>
        </thead>
        <tbody>
          {totals.map((one) => (
            <tr key={one.day + one.gateway}>
              <td>{day(one.day)}</td>
              <td>{one.gateway}</td>
              <td class="amount">{one.lines}</td>
              <td class="amount">{yen(one.came)}</td>
              <td class="amount">{yen(one.went)}</td>
              <td class="amount">{yen(one.fee)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
