import { useEffect, useState } from 'preact/hooks';
import { useLoad } from '../app/load.ts';
import { dateTime, day } from '../app/words.ts';
import { Check, TextInput } from '../console/inputs.tsx';
import { screens } from '../staff-routes.generated.ts';
import { staff } from '../console/api.ts';
import { SavingForm, useSaving, type FieldNames } from '../console/saving.tsx';
import { staffSessionEnded } from '../console/session.ts';
import { DayInput, useDays } from '../ui/day-input.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice, Show } from '../ui/notices.tsx';
import type { Partner, PartnerSaved, PartnersShown } from '../console/directory-types.ts';

const STATE: Record<Partner['state'], string> = {
  IN_USE: '利用中',
  NOT_YET: '利用開始前',
  ENDED: '期間終了',
  REVOKED: '失効',
};

const HAPPENED: Record<Partner['history'][number]['what'], string> = {
  REGISTERED: '登録',
  RENEWED: '鍵の再発行',
  REVOKED: '失効',
};

type Change = 'renewPartner' | 'revokePartner';

/** Partners whose machines read from us, for system administrators. */
export function Partners() {
  const { loaded, reload } = useLoad('partners', () => staff('listPartners'));
  const [adding, setAdding] = useState(false);
  const [told, setTold] = useState<{ name: string; saved: PartnerSaved } | null>(null);
  useEffect(() => {
    if (loaded.status === 'failed' && loaded.problem.status === 401) staffSessionEnded();
  }, [loaded.status]);
  const done = (name: string, saved: PartnerSaved) => {
    setAdding(false);
    setTold({ name, saved });
    reload();
  };
  return (
    <>
      <Heading title={screens.PARTNERS.title} caption="登録した連携先のシステムだけが、連携用のAPIを使えます" />
      {told && <Told key={told.saved.clientId + told.saved.revision} {...told} />}
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
                  連携先を登録する
                </button>
              </p>
            )}
            {shown.clients.length === 0 && <p>登録した連携先はありません。</p>}
            <ul class="plain">
              {order(shown.clients).map((one) => (
                <li key={one.clientId}>
                  <OnePartner one={one} scopes={shown.scopes} done={done} />
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
function order(clients: Partner[]): Partner[] {
  const rank = (one: Partner) => (one.state === 'REVOKED' || one.state === 'ENDED' ? '1' : '0') + one.name;
  return clients.slice().sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** What was done; a secret is told here and never again. */
function Told(props: { name: string; saved: PartnerSaved }) {
  const { secret } = props.saved;
  if (secret === undefined) {
    return <Notice kind="success" title={`${props.name}の変更を保存しました。`} focus />;
  }
  return (
    <Notice kind="success" title={`${props.name}の鍵です。いま控えてください。`} focus>
      <p>
        <code class="saving-address">{secret}</code>
      </p>
      <p>
        連携先のシステムは、この鍵を「Authorization: Bearer
        鍵」の形で送ります。この画面を離れると二度と表示されません。メールでは送らず、安全な方法で渡してください。
      </p>
    </Notice>
  );
}

function OnePartner(props: {
  one: Partner;
  scopes: PartnersShown['scopes'];
  done: (name: string, saved: PartnerSaved) => void;
}) {
  const { one, done } = props;
  const [asking, setAsking] = useState<Change | null>(null);
  const { save, sending, told } = useSaving();
  const labelOf = (scope: string) => props.scopes.filter((known) => known.scope === scope)[0]?.label ?? scope;
  const run = (operation: Change) =>
    save(
      (key) => staff(operation, { params: { clientId: one.clientId }, body: { revision: one.revision }, key }),
      (saved) => {
        setAsking(null);
        done(one.name, saved);
      },
    );
  const out = one.state === 'REVOKED' || one.state === 'ENDED';
  return (
    <>
      <h2>
        {one.name}　<span class={out ? 'overdue-mark' : 'badge'}>{STATE[one.state]}</span>
      </h2>
      <p>
        許可していること：{one.scopes.map(labelOf).join('、')}
        <br />
        利用の期間：{day(one.from)}から{one.until === undefined ? '（期限なし）' : day(one.until) + 'まで'}
        <br />
        識別子：<code class="saving-address">{one.clientId}</code>
      </p>
      {told}
      {asking !== null && (
        <Notice
          kind="warning"
          title={asking === 'revokePartner' ? `${one.name}を失効させますか。` : `${one.name}の鍵を再発行しますか。`}
          focus
        >
          <p>
            {asking === 'revokePartner'
              ? '次の通信から使えなくなります。元に戻すことはできません。'
              : 'いまの鍵は、すぐに使えなくなります。新しい鍵を入れるまで、連携先のシステムは使えません。'}
          </p>
          <p class="button-row">
            <button type="button" class="button button-danger" aria-disabled={sending} onClick={() => void run(asking)}>
              {asking === 'revokePartner' ? '失効させる' : '再発行する'}
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
            aria-label={one.name + 'の鍵を再発行する'}
            onClick={() => setAsking('renewPartner')}
          >
            鍵を再発行する
          </button>
          <button
            type="button"
            class="button button-danger"
            aria-label={one.name + 'を失効させる'}
            onClick={() => setAsking('revokePartner')}
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
              {dateTime(entry.at)}　{HAPPENED[entry.what]}（{entry.byName}）
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Form(props: {
  shown: PartnersShown;
  saved: (name: string, saved: PartnerSaved) => void;
  cancelled: () => void;
}) {
  const [name, setName] = useState<string | undefined>(undefined);
  const [scopes, setScopes] = useState<string[]>([]);
  const days = useDays<'from' | 'until'>('partner-', {});
  return (
    <SavingForm
      title="連携先の登録"
      fields={FIELDS}
      run="鍵を発行する"
      ready={() => days.read() !== null}
      send={(key) => staff('addPartner', { body: { name: name ?? '', scopes, ...days.read() }, key })}
      saved={(saved) => props.saved(name ?? '', saved)}
      cancelled={props.cancelled}
    >
      <TextInput label={FIELDS['name']!} hint="例：オープンデータ（情報推進課）" value={name} onText={setName} />
      <fieldset>
        <legend>{FIELDS['scopes']}</legend>
        {props.shown.scopes.map((one) => (
          <Check
            key={one.scope}
            label={one.label}
            checked={scopes.indexOf(one.scope) >= 0}
            onCheck={(checked) =>
              setScopes(scopes.filter((scope) => scope !== one.scope).concat(checked ? [one.scope] : []))
            }
          />
        ))}
      </fieldset>
      <DayInput {...days.input('from')} label={FIELDS['from']!} hint="空欄のときは、今日から使えます。" />
      <DayInput {...days.input('until')} label={FIELDS['until']!} hint="空欄のときは、期限がありません。" />
    </SavingForm>
  );
}

const FIELDS: FieldNames = {
  name: '連携先の名前',
  scopes: '許可すること',
  from: '利用の最初の日',
  until: '利用の最後の日',
};
