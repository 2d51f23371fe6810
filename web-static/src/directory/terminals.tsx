import { useEffect, useState } from 'preact/hooks';
import { useLoad } from '../app/load.ts';
import { spoken } from '../app/spoken-code.ts';
import { dateTime } from '../app/words.ts';
import { Check, TextInput } from '../console/inputs.tsx';
import { screens } from '../staff-routes.generated.ts';
import { staff } from '../console/api.ts';
import { SavingForm, useSaving, type FieldNames } from '../console/saving.tsx';
import { staffSessionEnded } from '../console/session.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice, Show } from '../ui/notices.tsx';
import type { DivisionName, Terminal, TerminalSaved, TerminalsShown } from '../console/directory-types.ts';

const STATE: Record<Terminal['state'], string> = { WAITING: '登録待ち', IN_USE: '利用中', REVOKED: '失効' };

const HAPPENED: Record<Terminal['history'][number]['what'], string> = {
  REGISTERED: '登録',
  ENROLLED: '端末で登録コードを入力',
  RENEWED: '登録コードの再発行',
  REVOKED: '失効',
};

/** Terminals at the counters, for system administrators. */
export function Terminals() {
  const { loaded, reload } = useLoad('terminals', () => staff('listTerminals'));
  const [adding, setAdding] = useState(false);
  const [told, setTold] = useState<{ name: string; saved: TerminalSaved } | null>(null);
  useEffect(() => {
    if (loaded.status === 'failed' && loaded.problem.status === 401) staffSessionEnded();
  }, [loaded.status]);
  const done = (name: string, saved: TerminalSaved) => {
    setAdding(false);
    setTold({ name, saved });
    reload();
  };
  return (
    <>
      <Heading title={screens.TERMINALS.title} caption="登録した端末だけが、窓口の画面を使えます" />
      {told && <Told key={told.saved.terminalId + told.saved.revision} {...told} />}
      <Show loaded={loaded} retry={reload}>
        {(shown) => (
          <>
            {adding ? (
              <Form shown={shown} saved={done} cancelled={() => setAdding(false)} />
            ) : (
              <p>
                <button
                  type="button"
                  class="button button-main"
                  onClick={() => {
                    setTold(null);
                    setAdding(true);
                  }}
                >
                  端末を登録する
                </button>
              </p>
            )}
            {shown.terminals.length === 0 && <p>登録した端末はありません。</p>}
            <ul class="plain">
              {order(shown.terminals).map((one) => (
                <li key={one.terminalId}>
                  <OneTerminal one={one} divisions={shown.divisions} done={done} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Show>
    </>
  );
}

/** Those that are out of use last, otherwise by name. */
function order(terminals: Terminal[]): Terminal[] {
  const rank = (one: Terminal) => (one.state === 'REVOKED' ? '1' : '0') + one.name;
  return terminals.slice().sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** What was done; a code is told here and never again. */
function Told(props: { name: string; saved: TerminalSaved }) {
  const { code, codeUntil } = props.saved;
  if (code === undefined || codeUntil === undefined) {
    return <Notice kind="success" title={`${props.name}の変更を保存しました。`} focus />;
  }
  return (
    <Notice kind="success" title={`${props.name}の登録コードです。いま端末で入力してください。`} focus>
      <p class="saving-code">{spoken(code)}</p>
      <p>
        端末のブラウザーで窓口の画面（住民ポータルのアドレスの後ろに /kiosk/
        を付けたもの）を開き、このコードを入力します。コードは1回だけ使えます。{dateTime(codeUntil)}
        まで有効で、この画面を離れると二度と表示されません。
      </p>
    </Notice>
  );
}

function OneTerminal(props: {
  one: Terminal;
  divisions: DivisionName[];
  done: (name: string, saved: TerminalSaved) => void;
}) {
  const { one, done } = props;
  const [asking, setAsking] = useState<'renewTerminal' | 'revokeTerminal' | null>(null);
  const { save, sending, told } = useSaving();
  const nameOf = (id: string) => props.divisions.filter((division) => division.divisionId === id)[0]?.name ?? id;
  const run = (operation: 'renewTerminal' | 'revokeTerminal') =>
    save(
      (key) => staff(operation, { params: { terminalId: one.terminalId }, body: { revision: one.revision }, key }),
      (saved) => {
        setAsking(null);
        done(one.name, saved);
      },
    );
  return (
    <>
      <h2>
        {one.name}　<span class={one.state === 'REVOKED' ? 'overdue-mark' : 'badge'}>{STATE[one.state]}</span>
      </h2>
      <p>
        場所：{one.place}
        <br />
        本人確認をする課：{one.divisions.map(nameOf).join('、')}
        <br />
        最後に使われた日時：{one.lastSeenAt === undefined ? 'まだありません' : dateTime(one.lastSeenAt)}
        {one.state === 'WAITING' && (
          <>
            <br />
            登録コード：
            {one.codeUntil === undefined ? '期限が過ぎました。再発行してください。' : `${dateTime(one.codeUntil)}まで入力できます。`}
          </>
        )}
      </p>
      {told}
      {asking !== null && (
        <Notice
          kind="warning"
          title={asking === 'revokeTerminal' ? `${one.name}を失効させますか。` : `${one.name}の登録コードを再発行しますか。`}
          focus
        >
          <p>
            {asking === 'revokeTerminal'
              ? 'いま使っている人がいても、次の操作から使えなくなります。元に戻すことはできません。'
              : 'いまの端末の鍵は使えなくなります。新しいコードを入力するまで、窓口の画面は使えません。'}
          </p>
          <p class="button-row">
            <button type="button" class="button button-danger" aria-disabled={sending} onClick={() => void run(asking)}>
              {asking === 'revokeTerminal' ? '失効させる' : '再発行する'}
            </button>
            <button type="button" class="button" onClick={() => setAsking(null)}>
              やめる
            </button>
          </p>
        </Notice>
      )}
      {one.state !== 'REVOKED' && asking === null && (
        <p class="button-row">
          <button
            type="button"
            class="button"
            aria-label={one.name + 'の登録コードを再発行する'}
            onClick={() => setAsking('renewTerminal')}
          >
            登録コードを再発行する
          </button>
          <button
            type="button"
            class="button button-danger"
            aria-label={one.name + 'を失効させる'}
            onClick={() => setAsking('revokeTerminal')}
          >
            失効させる
          </button>
        </p>
      )}
      <details>
        <summary>{one.name}の履歴</summary>
        <ul>
          {one.history.map((entry) => (
            <li key={entry.at + entry.what}>
              {dateTime(entry.at)}　{HAPPENED[entry.what]}
              {entry.byName !== undefined && `（${entry.byName}）`}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Form(props: {
  shown: TerminalsShown;
  saved: (name: string, saved: TerminalSaved) => void;
  cancelled: () => void;
}) {
  const [name, setName] = useState<string | undefined>(undefined);
  const [place, setPlace] = useState<string | undefined>(undefined);
  const [divisions, setDivisions] = useState<string[]>([]);
  return (
    <SavingForm
      title="端末の登録"
      fields={FIELDS}
      run="登録コードを発行する"
      send={(key) => staff('registerTerminal', { body: { name: name ?? '', place: place ?? '', divisions }, key })}
      saved={(saved) => props.saved(name ?? '', saved)}
      cancelled={props.cancelled}
    >
      <TextInput label={FIELDS['name']!} hint="例：市民課1番" value={name} onText={setName} />
      <TextInput label={FIELDS['place']!} hint="例：本庁舎1階 市民課の前" value={place} onText={setPlace} />
      <fieldset>
        <legend>{FIELDS['divisions']}</legend>
        <p class="hint">この課の職員が、カードをお持ちでない方の書類を確かめます。</p>
        {props.shown.divisions.map((one) => (
          <Check
            key={one.divisionId}
            label={one.name}
            checked={divisions.indexOf(one.divisionId) >= 0}
            onCheck={(checked) =>
              setDivisions(divisions.filter((id) => id !== one.divisionId).concat(checked ? [one.divisionId] : []))
            }
          />
        ))}
      </fieldset>
    </SavingForm>
  );
}

const FIELDS: FieldNames = {
  name: '端末の名前',
  place: '置く場所',
  divisions: '本人確認をする課',
};
