import { day } from '../app/words.ts';
import { Check, TextInput } from '../console/inputs.tsx';
import { screens } from '../staff-routes.generated.ts';
import { staff } from '../console/api.ts';
import { Copied } from '../console/copy.tsx';
import { SavingForm, type FieldNames } from '../console/saving.tsx';
import { useTyped } from '../console/typed.tsx';
import { DayInput, useDays, type DayTexts } from '../ui/day-input.tsx';
import { Notice } from '../ui/notices.tsx';
import type { Partner, PartnerSaved, PartnersShown } from '../console/directory-types.ts';
import { chosen, OneRegistered, Registered } from './registered.tsx';

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

/** Of what is typed and not sent. */
const FORM = 'partner';

/** Partners whose machines read from us, for system administrators. */
export function Partners() {
  return (
    <Registered<PartnersShown, Partner, PartnerSaved>
      typing={FORM}
      list={() => staff('listPartners')}
      title={screens.PARTNERS.title}
      caption="登録した連携先のシステムだけが、連携用のAPIを使えます"
      more={
        <p>
          <a href="/partner-api.html" target="_blank" rel="noopener">
            連携用のAPIの説明（新しいタブで開きます）
          </a>
        </p>
      }
      add="連携先を登録する"
      none="登録した連携先はありません。"
      rows={(shown) => shown.clients}
      id={(one) => one.clientId}
      out={isOut}
      row={(one, shown, done) => <OnePartner one={one} scopes={shown.scopes} done={done} />}
      form={(shown, saved, cancelled) => <Form shown={shown} saved={saved} cancelled={cancelled} />}
      told={(name, saved) => <Told name={name} saved={saved} />}
    />
  );
}

function isOut(one: Partner): boolean {
  return one.state === 'REVOKED' || one.state === 'ENDED';
}

/** What was done; a secret is told here and never again. */
function Told(props: { name: string; saved: PartnerSaved }) {
  const { secret } = props.saved;
  if (secret === undefined) {
    return <Notice kind="success" title={`${props.name}の変更を保存しました。`} focus />;
  }
  return (
    <Notice kind="success" title={`${props.name}の鍵です。いま控えてください。`} focus>
      <Copied text={secret} about="鍵" />
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
  const { one } = props;
  const labelOf = (scope: string) => props.scopes.filter((known) => known.scope === scope)[0]?.label ?? scope;
  return (
    <OneRegistered
      one={one}
      state={STATE[one.state]}
      out={isOut(one)}
      revoked={one.state === 'REVOKED'}
      secret="鍵"
      renewing="いまの鍵は、すぐに使えなくなります。新しい鍵を入れるまで、連携先のシステムは使えません。"
      revoking="次の通信から使えなくなります。"
      change={(what, revision, key) =>
        staff(what === 'renew' ? 'renewPartner' : 'revokePartner', {
          params: { clientId: one.clientId },
          body: { revision },
          key,
        })
      }
      done={props.done}
      happened={HAPPENED}
    >
      <p>
        許可していること：{one.scopes.map(labelOf).join('、')}
        <br />
        利用の期間：{day(one.from)}から{one.until === undefined ? '（期限なし）' : day(one.until) + 'まで'}
        <br />
        識別子：<code class="saving-address">{one.clientId}</code>
      </p>
    </OneRegistered>
  );
}

function Form(props: {
  shown: PartnersShown;
  saved: (name: string, saved: PartnerSaved) => void;
  cancelled: () => void;
}) {
  const kept = useTyped<{ name?: string; scopes: string[]; days: DayTexts<'from' | 'until'> }>(FORM, { scopes: [], days: {} });
  const { change } = kept;
  const { name, scopes } = kept.typed;
  const days = useDays<'from' | 'until'>('partner-', {}, kept.typed.days, (texts) => change({ days: texts }));
  return (
    <SavingForm
      title="連携先の登録"
      fields={FIELDS}
      typed={{ ...kept, erase: () => (days.reset(), kept.erase()) }}
      run="鍵を発行する"
      ready={() => days.read() !== null}
      send={(key) => staff('addPartner', { body: { name: name ?? '', scopes, ...days.read() }, key })}
      saved={(saved) => props.saved((name ?? '').trim(), saved)}
      cancelled={props.cancelled}
    >
      <TextInput label={FIELDS['name']!} hint="例：オープンデータ（情報推進課）" value={name} onText={(text) => change({ name: text })} />
      <fieldset>
        <legend>{FIELDS['scopes']}</legend>
        {props.shown.scopes.map((one) => (
          <Check
            key={one.scope}
            label={one.label}
            checked={scopes.indexOf(one.scope) >= 0}
            onCheck={(checked) => change({ scopes: chosen(scopes, one.scope, checked) })}
          />
        ))}
      </fieldset>
      <DayInput key={'from' + kept.turn} {...days.input('from')} label={FIELDS['from']!} hint="空欄のときは、今日から使えます。" />
      <DayInput key={'until' + kept.turn} {...days.input('until')} label={FIELDS['until']!} hint="空欄のときは、期限がありません。" />
    </SavingForm>
  );
}

const FIELDS: FieldNames = {
  name: '連携先の名前',
  scopes: '許可すること',
  from: '利用の最初の日',
  until: '利用の最後の日',
};
