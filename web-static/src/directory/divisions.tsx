import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, type FieldProblem, type Problem } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { dateTime } from '../app/words.ts';
import { TextInput } from '../builder/inputs.tsx';
import { screens } from '../staff-routes.generated.ts';
import { staff } from '../staff/api.ts';
import { staffSessionEnded } from '../staff/session.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';
import type { Division, DivisionChange, DivisionsShown } from './types.ts';

/** The divisions of the city, for system administrators: residents see their names and how to reach them. */
export function Divisions() {
  const { loaded, reload } = useLoad('divisions', () => staff('listDivisions'));
  /** Id of the division that is being changed; '' for a new one. */
  const [open, setOpen] = useState<string | null>(null);
  const [done, setDone] = useState('');
  useEffect(() => {
    if (loaded.status === 'failed' && loaded.problem.status === 401) staffSessionEnded();
  }, [loaded.status]);
  const saved = (name: string) => {
    setOpen(null);
    setDone(name);
    reload();
  };
  return (
    <>
      <Heading title={screens.DIVISIONS.title} caption="名前と連絡先は、住民の画面にも表示されます" />
      {done !== '' && <Notice key={done} kind="success" title={`${done}を保存しました。`} focus />}
      <Show loaded={loaded} retry={reload}>
        {(shown) => (
          <>
            {open === '' ? (
              <Form shown={shown} saved={saved} cancelled={() => setOpen(null)} />
            ) : (
              <p>
                <button
                  type="button"
                  class="button button-main"
                  onClick={() => {
                    setDone('');
                    setOpen('');
                  }}
                >
                  課を追加する
                </button>
              </p>
            )}
            <ul class="plain">
              {shown.divisions.map((one) => (
                <li key={one.divisionId}>
                  {open === one.divisionId ? (
                    <Form shown={shown} division={one} saved={saved} cancelled={() => setOpen(null)} />
                  ) : (
                    <>
                      <h2>{one.name}</h2>
                      <p>
                        電話：{one.phone}
                        <br />
                        窓口：{one.counter}
                      </p>
                      <p>
                        <button
                          type="button"
                          class="button"
                          aria-label={one.name + 'を変更する'}
                          onClick={() => {
                            setDone('');
                            setOpen(one.divisionId);
                          }}
                        >
                          変更する
                        </button>
                      </p>
                    </>
                  )}
                </li>
              ))}
            </ul>
            <History history={shown.history} />
          </>
        )}
      </Show>
    </>
  );
}

function Form(props: {
  shown: DivisionsShown;
  division?: Division;
  saved: (name: string) => void;
  cancelled: () => void;
}) {
  const { division } = props;
  const [name, setName] = useState(division?.name);
  const [phone, setPhone] = useState(division?.phone);
  const [counter, setCounter] = useState(division?.counter);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  /** One wish, one key: a second try after a lost answer must not add the division again. */
  const [key, setKey] = useState(newKey);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  const run = async () => {
    if (sending) return;
    setSending(true);
    const body = {
      revision: props.shown.revision,
      name: name ?? '',
      phone: (phone ?? '').normalize('NFKC'),
      counter: counter ?? '',
    };
    const outcome =
      division === undefined
        ? await staff('addDivision', { body, key })
        : await staff('changeDivision', { body, key, params: { divisionId: division.divisionId } });
    setSending(false);
    if (outcome.ok) return props.saved(body.name);
    if (outcome.problem.status === 401) staffSessionEnded();
    if (outcome.problem.status !== 0) setKey(newKey());
    setProblem(outcome.problem);
  };
  const title = division === undefined ? '課の追加' : division.name + 'の変更';
  return (
    <form
      ref={form}
      noValidate
      class="b-panel"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <h2>{title}</h2>
      {problem && <ProblemBox key={key} problem={{ ...problem, errors: (problem.errors ?? []).map(named) }} focus />}
      {problem?.status === 409 && <p>この画面を読み込み直すと、保存された内容が表示されます。</p>}
      <TextInput label={FIELDS['name']!} value={name} onText={setName} />
      <TextInput label={FIELDS['phone']!} hint="例：0133-72-3111" value={phone} onText={setPhone} />
      <TextInput label={FIELDS['counter']!} hint="例：本庁舎1階　平日8時45分〜17時15分" value={counter} onText={setCounter} />
      <div class="form-actions">
        <button type="submit" class="button button-main" aria-disabled={sending}>
          {sending ? '送信しています…' : '保存する'}
        </button>
        <button type="button" class="button" onClick={props.cancelled}>
          やめる
        </button>
      </div>
    </form>
  );
}

const FIELDS: Record<string, string> = { name: '課の名前', phone: '電話番号', counter: '窓口の場所と時間' };

function named(mistake: FieldProblem): FieldProblem {
  const name = FIELDS[mistake.path];
  return name === undefined ? mistake : { ...mistake, message: name + '：' + mistake.message };
}

function History(props: { history: DivisionChange[] }) {
  return (
    <section aria-labelledby="division-history">
      <h2 id="division-history">変更の履歴</h2>
      {props.history.length === 0 ? (
        <p>まだ変更されていません。</p>
      ) : (
        <ul class="plain">
          {props.history.map((one) => (
            <li key={one.revision}>
              {dateTime(one.at)}　{one.byName}　{one.divisionName}
              {one.what.map((what) => (
                <span key={what.field}>
                  <br />
                  {FIELDS[what.field] ?? what.field}：{what.before === undefined ? '' : what.before + ' → '}
                  {what.after}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
