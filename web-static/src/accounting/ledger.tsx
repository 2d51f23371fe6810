import { useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import { saveBytes } from '../app/save-file.ts';
import type { LedgerMissing, LedgerShown, LedgerTotal } from '../app/types.ts';
import { dateTime, day, receiptNumber, today, yen } from '../app/words.ts';
import { staff } from '../console/api.ts';
import { useStaffLoad } from '../console/load.ts';
import { staffSessionEnded } from '../console/session.ts';
import { screens } from '../staff-routes.generated.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';
import { CashDay } from './cash-day.tsx';
import { Days, type Span } from './days.tsx';

const KINDS = { RECEIPT: '収納', REFUND: '還付', TAKEN_BACK: 'チャージバック', RESTORED: 'チャージバックの取下げ' };

/** What came and went, by day: totals, lines, files, and the cash of each division. */
export function Ledger() {
  const [span, setSpan] = useState<Span>({ first: today(), last: today() });
  const { loaded, reload } = useStaffLoad(`ledger ${span.first} ${span.last}`, () => staff('readLedger', { query: span }));
  return (
    <>
      <Heading title={screens.LEDGER.title} caption="この画面を見たことと、ファイルに書き出したことは、記録に残ります" />
      <Days span={span} onSpan={setSpan} see="この日の収納を見る" />
      <Show loaded={loaded} retry={reload}>
        {(shown) => <Shown key={shown.first + shown.last} shown={shown} reload={reload} />}
      </Show>
    </>
  );
}

const ABOUT: [LedgerTotal['by'], string][] = [
  ['DAY', '日'],
  ['PROCEDURE', '手続'],
  ['REVENUE', '歳入科目と会計年度'],
  ['WAY', '納付・還付の方法'],
  ['GATEWAY', '決済サービス'],
];

function Shown(props: { shown: LedgerShown; reload: () => void }) {
  const { shown } = props;
  const cash = shown.cash.concat(shown.unclosed.filter((one) => !shown.cash.some((other) => other.day === one.day && other.divisionId === one.divisionId)));
  const sum = shown.totals.filter((one) => one.by === 'DAY').reduce((all, one) => all + one.came - one.went, 0);
  return (
    <>
      <section aria-labelledby="ledger-totals">
        <h2 id="ledger-totals">
          {day(shown.first)}
          {shown.first !== shown.last && `〜${day(shown.last)}`}の収納
        </h2>
        <p>
          差引 <strong>{yen(sum)}</strong>（{shown.count}件）
        </p>
        {shown.count > 0 && ABOUT.map(([by, title]) => <Totals key={by} title={title} totals={shown.totals.filter((one) => one.by === by)} days={by === 'DAY'} />)}
      </section>
      <Files shown={shown} />
      <section aria-labelledby="ledger-cash">
        <h2 id="ledger-cash">窓口収納の日締め</h2>
        {cash.length === 0 && <p>この期間の窓口収納はありません。</p>}
        {cash.map((one) => (
          <CashDay key={one.day + one.divisionId} one={one} today={shown.today} />
        ))}
      </section>
      {shown.count > 0 && <Lines shown={shown} />}
    </>
  );
}

function Totals(props: { title: string; totals: LedgerTotal[]; days: boolean }) {
  const { title, totals } = props;
  return (
    <div class="table-scroll" role="region" aria-label={title + 'ごとの合計'} tabIndex={0}>
      <table class="ledger-table">
        <caption>{title}ごと</caption>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col" class="amount">件数</th>
            <th scope="col" class="amount">収納</th>
            <th scope="col" class="amount">還付</th>
            <th scope="col" class="amount">差引</th>
          </tr>
        </thead>
        <tbody>
          {totals.map((one) => (
            <tr key={one.name}>
              <td>{props.days ? day(one.name) : one.name}</td>
              <td class="amount">{one.lines}</td>
              <td class="amount">{yen(one.came)}</td>
              <td class="amount">{yen(one.went)}</td>
              <td class="amount">{yen(one.came - one.went)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Files(props: { shown: LedgerShown }) {
  const { first, last } = props.shown;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [missing, setMissing] = useState<LedgerMissing[] | null>(null);
  const [turn, setTurn] = useState(0);
  const take = async (encoding: 'UTF_8' | 'WINDOWS_31J') => {
    const outcome = await staff('exportLedger', { body: { first, last, encoding }, key: newKey() });
    setTurn((before) => before + 1);
    setProblem(outcome.ok ? null : outcome.problem);
    setMissing(outcome.ok ? outcome.value.missing : null);
    if (outcome.ok) saveBytes(outcome.value.fileName, 'text/csv', outcome.value.content);
    else if (outcome.problem.status === 401) staffSessionEnded();
  };
  return (
    <section aria-labelledby="ledger-files" class="no-print">
      <h2 id="ledger-files">ファイルに書き出す（CSV）</h2>
      {problem && <ProblemBox key={turn} problem={problem} focus />}
      {missing && missing.length === 0 && <Notice key={turn} kind="success" title="書き出しました。" focus />}
      {missing && missing.length > 0 && (
        <Notice key={turn} kind="warning" title={`書き出しました。このうち${missing.length}文字は、Windows-31Jにないため〓にしました。`} focus>
          <ul>
            {missing.map((one, i) => (
              <li key={i}>
                {one.row}行目の{one.column}：{one.character}（{one.codePoint}）
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <p class="button-row">
        <button type="button" class="button" onClick={() => void take('UTF_8')}>
          UTF-8（BOM付き）で書き出す
        </button>
        <button type="button" class="button" onClick={() => void take('WINDOWS_31J')}>
          Windows-31Jで書き出す
        </button>
      </p>
    </section>
  );
}

function Lines(props: { shown: LedgerShown }) {
  const { lines, count } = props.shown;
  return (
    <section aria-labelledby="ledger-lines">
      <h2 id="ledger-lines">明細</h2>
      {count > lines.length && <p>新しいものから{lines.length}件を表示しています。残りは、ファイルに書き出すと見られます。</p>}
      <div class="table-scroll" role="region" aria-label="収納の明細" tabIndex={0}>
        <table class="ledger-table">
          <thead>
            <tr>
              <th scope="col">記帳日</th>
              <th scope="col">区分</th>
              <th scope="col" class="amount">金額</th>
              <th scope="col">納付・還付の日時</th>
              <th scope="col">手続・受付番号</th>
              <th scope="col">歳入科目</th>
              <th scope="col">方法</th>
              <th scope="col">取引番号・領収書番号</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((one, i) => (
              <tr key={i}>
                <td>{day(one.day)}</td>
                <td>{KINDS[one.kind]}</td>
                <td class="amount">{yen(one.amount)}</td>
                <td>
                  {dateTime(one.happenedAt)}
                  {one.late && (
                    <>
                      <br />
                      <strong>前の日の分です</strong>
                    </>
                  )}
                </td>
                <td>
                  {one.procedureName}（{one.divisionName}）
                  <br />
                  {receiptNumber(one.receiptNumber)}
                </td>
                <td>
                  {one.revenue}
                  <br />
                  {one.fiscalYear}年度
                </td>
                <td>
                  {one.way}
                  {one.gateway !== undefined && `（${one.gateway}）`}
                  {one.staffName !== undefined && (
                    <>
                      <br />
                      {one.staffName}
                    </>
                  )}
                </td>
                <td class="broken">{one.paymentId}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
