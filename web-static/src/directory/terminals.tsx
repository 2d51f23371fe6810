import { spoken } from '../app/spoken-code.ts';
import { dateTime } from '../app/words.ts';
import { Check, TextInput } from '../console/inputs.tsx';
import { screens } from '../staff-routes.generated.ts';
import { staff } from '../console/api.ts';
import { SavingForm, type FieldNames } from '../console/saving.tsx';
import { useTyped } from '../console/typed.tsx';
import { Notice } from '../ui/notices.tsx';
import type { DivisionName, Terminal, TerminalSaved, TerminalsShown } from '../console/directory-types.ts';
import { chosen, OneRegistered, Registered } from './registered.tsx';

const STATE: Record<Terminal['state'], string> = { WAITING: '登録待ち', IN_USE: '利用中', REVOKED: '失効' };

const HAPPENED: Record<Terminal['history'][number]['what'], string> = {
  REGISTERED: '登録',
  ENROLLED: '端末で登録コードを入力',
  RENEWED: '登録コードの再発行',
  REVOKED: '失効',
};

/** Of what is typed and not sent. */
const FORM = 'terminal';

/** Terminals at the counters, for system administrators. */
export function Terminals() {
  return (
    <Registered<TerminalsShown, Terminal, TerminalSaved>
      typing={FORM}
      list={() => staff('listTerminals')}
      title={screens.TERMINALS.title}
      caption="登録した端末だけが、窓口の画面を使えます"
      add="端末を登録する"
      none="登録した端末はありません。"
      rows={(shown) => shown.terminals}
      id={(one) => one.terminalId}
      out={(one) => one.state === 'REVOKED'}
      row={(one, shown, done) => <OneTerminal one={one} divisions={shown.divisions} done={done} />}
      form={(shown, saved, cancelled) => <Form shown={shown} saved={saved} cancelled={cancelled} />}
      told={(name, saved) => <Told name={name} saved={saved} />}
    />
  );
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
  const { one } = props;
  const nameOf = (id: string) => props.divisions.filter((division) => division.divisionId === id)[0]?.name ?? id;
  const revoked = one.state === 'REVOKED';
  return (
    <OneRegistered
      one={one}
      state={STATE[one.state]}
      out={revoked}
      revoked={revoked}
      secret="登録コード"
      renewing="いまの端末の鍵は使えなくなります。新しいコードを入力するまで、窓口の画面は使えません。"
      revoking="いま使っている人がいても、次の操作から使えなくなります。"
      change={(what, revision, key) =>
        staff(what === 'renew' ? 'renewTerminal' : 'revokeTerminal', {
          params: { terminalId: one.terminalId },
          body: { revision },
          key,
        })
      }
      done={props.done}
      happened={HAPPENED}
    >
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
    </OneRegistered>
  );
}

function Form(props: {
  shown: TerminalsShown;
  saved: (name: string, saved: TerminalSaved) => void;
  cancelled: () => void;
}) {
  const kept = useTyped<{ name?: string; place?: string; divisions: string[] }>(FORM, { divisions: [] });
  const { change } = kept;
  const { name, place, divisions } = kept.typed;
  return (
    <SavingForm
      title="端末の登録"
      fields={FIELDS}
      typed={kept}
      run="登録コードを発行する"
      send={(key) => staff('registerTerminal', { body: { name: name ?? '', place: place ?? '', divisions }, key })}
      saved={(saved) => props.saved(name ?? '', saved)}
      cancelled={props.cancelled}
    >
      <TextInput label={FIELDS['name']!} hint="例：市民課1番" value={name} onText={(text) => change({ name: text })} />
      <TextInput label={FIELDS['place']!} hint="例：本庁舎1階 市民課の前" value={place} onText={(text) => change({ place: text })} />
      <fieldset>
        <legend>{FIELDS['divisions']}</legend>
        <p class="hint">この課の職員が、カードをお持ちでない方の書類を確かめます。</p>
        {props.shown.divisions.map((one) => (
          <Check
            key={one.divisionId}
            label={one.name}
            checked={divisions.indexOf(one.divisionId) >= 0}
            onCheck={(checked) => change({ divisions: chosen(divisions, one.divisionId, checked) })}
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
