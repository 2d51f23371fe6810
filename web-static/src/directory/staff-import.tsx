import { useRef, useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { day } from '../app/words.ts';
import { roles, screens } from '../staff-routes.generated.ts';
import { staff } from '../console/api.ts';
import { staffSessionEnded } from '../console/session.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';
import { FIELDS } from './registration-form.tsx';
import { table, unsendable } from './staff-file.ts';
import type { Directory, ImportDone, ImportPlan } from '../console/directory-types.ts';

/** Many registrations at once: take the list away, change it in a spreadsheet, try it, do it. */
export function StaffImport() {
  const { loaded, reload } = useLoad('staff', () => staff('listStaff'));
  return (
    <>
      <Heading title={screens.STAFF_IMPORT.title} />
      <ol>
        <li>いまの一覧を保存し、表計算ソフトで直します。新しい職員は行を加えます。ファイルにない職員は変わりません。</li>
        <li>CSV（UTF-8またはShift_JIS）で保存したファイルを選び、内容を確かめます。まだ何も変わりません。</li>
        <li>確かめた内容で変更します。誤りが1つでもあると、何も変更されません。確かめたあとにほかの人が変えた職員の行だけは変更されず、結果の表でお知らせします。</li>
      </ol>
      <Show loaded={loaded} retry={reload}>
        {(directory) => (
          <p>
            <button type="button" class="button" onClick={() => save(directory)}>
              いまの一覧をCSVで保存する
            </button>
          </p>
        )}
      </Show>
      <Import />
      <p>
        <Link to={screens.STAFF_LIST.path}>職員の一覧に戻る</Link>
      </p>
    </>
  );
}

function Import() {
  const [file, setFile] = useState<string | null>(null);
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const [done, setDone] = useState<ImportDone | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [key, setKey] = useState(newKey);
  const busy = useRef(false);
  const [sending, setSending] = useState(false);
  const send = async (trial: boolean) => {
    if (busy.current || file === null) return;
    busy.current = true;
    setSending(true);
    setProblem(null);
    const outcome = await staff('importStaff', { body: { file, trial }, key: trial ? newKey() : key });
    busy.current = false;
    setSending(false);
    if (!outcome.ok) {
      if (outcome.problem.status === 401) staffSessionEnded();
      setPlan(null);
      setProblem(outcome.problem);
    } else if (trial) setPlan(outcome.value as ImportPlan);
    else setDone(outcome.value as ImportDone);
  };
  if (done !== null) return <Done done={done} />;
  const changes = plan === null ? [] : plan.lines.filter((line) => line.what.length > 0);
  return (
    <div class="b-panel">
      <div class="b-input">
        <label for="staff-file">CSVファイル</label>
        <input
          id="staff-file"
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            setPlan(null);
            setProblem(null);
            setKey(newKey());
            if (chosen === undefined) return setFile(null);
            const reader = new FileReader();
            reader.onload = () => {
              // Of an empty file some browsers give no comma.
              const read = String(reader.result);
              const base64 = read.indexOf(',') < 0 ? '' : read.slice(read.indexOf(',') + 1);
              const why = unsendable(base64);
              setFile(why === null ? base64 : null);
              setProblem(why === null ? null : { title: why, status: 400, code: 'unsendable' });
            };
            reader.readAsDataURL(chosen);
          }}
        />
      </div>
      {problem && <ProblemBox problem={problem} focus />}
      {plan === null ? (
        <div class="form-actions">
          <button type="button" class="button button-main" aria-disabled={sending || file === null} onClick={() => void send(true)}>
            {sending ? '確認しています…' : '内容を確かめる'}
          </button>
        </div>
      ) : (
        <>
          <Notice kind="info" title={`${changes.length}人の登録が変わります（${plan.lines.length - changes.length}人は変わりません）。`} focus />
          <ul class="plain">
            {changes.map((line) => (
              <li key={line.line}>
                {line.line}行目　{line.name}（{line.account}）{line.added && <strong> 新しい登録</strong>}
                <ul>
                  {line.what
                    // Who is new stands in the line already.
                    .filter((one) => !line.added || (one.field !== 'account' && one.field !== 'name'))
                    .map((one) => (
                      <li key={one.field}>
                        {FIELDS[one.field] ?? one.field}：{line.added ? '' : said(one.field, one.before) + ' → '}
                        {said(one.field, one.after)}
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ul>
          {changes.length > 0 && (
            <div class="form-actions">
              <button type="button" class="button button-main" aria-disabled={sending} onClick={() => void send(false)}>
                {sending ? '変更しています…' : 'この内容で変更する'}
              </button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

/** A day as a day; what was or becomes nothing is said too. */
function said(field: string, value: string | undefined): string {
  if (value === undefined) return '（なし）';
  return field === 'from' || field === 'until' ? day(value) : value;
}

function Done(props: { done: ImportDone }) {
  const failed = props.done.lines.filter((line) => line.status >= 300);
  return (
    <div class="b-panel">
      <Notice
        kind={failed.length === 0 ? 'success' : 'warning'}
        title={failed.length === 0 ? `${props.done.lines.length}人の登録を変更しました。` : `${failed.length}人は変更できませんでした。`}
        focus
      />
      <p>新しい職員の登録コードは、この画面にだけ表示されます。本人に直接渡してください（7日間使えます）。</p>
      <div class="table-scroll" role="region" aria-label="結果の表" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">氏名</th>
              <th scope="col">結果</th>
              <th scope="col">登録コード</th>
            </tr>
          </thead>
          <tbody>
            {props.done.lines.map((line) => (
              <tr key={line.line}>
                <td>{line.line}</td>
                <td>{line.name}</td>
                <td>
                  {line.status < 300
                    ? line.status === 201
                      ? '登録しました'
                      : '変更しました'
                    : line.answer.errors?.map((error) => error.message).join('') || line.answer.detail || line.answer.title}
                </td>
                <td class="nowrap">{line.answer.enrolmentCode ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function save(directory: Directory) {
  const nameOf = (id: string) => directory.divisions.filter((one) => one.divisionId === id)[0]?.name ?? id;
  const rows = directory.staff.map((one) => [
    one.account,
    one.name,
    one.roles.map((role) => roles[role] ?? role).join('、'),
    one.divisions.map(nameOf).join('、'),
    one.from ?? '',
    one.until ?? '',
  ]);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([table(rows)], { type: 'text/csv' }));
  link.download = 'shokuin.csv';
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
