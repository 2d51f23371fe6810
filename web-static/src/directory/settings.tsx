import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import { useStaffLoad } from '../console/load.ts';
import { dateTime } from '../app/words.ts';
import { Check, NumberInput, TextInput } from '../console/inputs.tsx';
import { roles, rolesWithoutCode, screens } from '../staff-routes.generated.ts';
import { OversightHistory } from './oversight.tsx';
import { staff } from '../console/api.ts';
import { withNames, type FieldNames } from '../console/saving.tsx';
import { staffSessionEnded } from '../console/session.ts';
import { Brought, useTyped } from '../console/typed.tsx';
import { stopsAtUnread } from '../console/whole-number.ts';
import { Heading } from '../ui/heading.tsx';
import { Notice, ProblemBox, Show } from '../ui/notices.tsx';
import type { PolicyBody, PolicyShown, Role, SignInPolicy } from '../console/directory-types.ts';

/** How staff sign in, for system administrators. */
export function Settings() {
  const { loaded, reload } = useStaffLoad('policy', () => staff('readSignInPolicy'));
  const [done, setDone] = useState(false);
  return (
    <>
      <Heading title={screens.SIGN_IN_POLICY.title} caption="職員のログイン" />
      {done && <Notice kind="success" title="保存しました。10秒以内に反映されます。" focus />}
      <Show loaded={loaded} retry={reload}>
        {(shown) => (
          <>
            <Form
              key={shown.policy.revision}
              shown={shown}
              saved={() => {
                setDone(true);
                reload();
              }}
            />
            <History history={shown.history} />
            <OversightHistory />
          </>
        )}
      </Show>
    </>
  );
}

function Form(props: { shown: PolicyShown; saved: () => void }) {
  const { policy, address } = props.shown;
  const kept = useTyped<Wanted>('sign-in', {
    ...(policy.notice === undefined ? {} : { notice: policy.notice }),
    attempts: policy.attempts,
    idleMinutes: policy.idleMinutes,
    hours: policy.hours,
    networks: texts(policy),
    withoutCode: policy.withoutCode,
  });
  const { change } = kept;
  const { notice, networks, withoutCode, ...limits } = kept.typed;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const [sending, setSending] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tries > 0) box.current?.querySelector<HTMLElement>('.notice')?.focus();
  }, [tries]);
  const run = async () => {
    if (sending || stopsAtUnread(form.current)) return;
    setSending(true);
    const body: PolicyBody = {
      revision: policy.revision,
      attempts: limits.attempts ?? 0,
      idleMinutes: limits.idleMinutes ?? 0,
      hours: limits.hours ?? 0,
      withoutCode,
    };
    if (notice !== undefined && notice.trim() !== '') body.notice = notice;
    const from: Record<string, string[]> = {};
    (Object.keys(networks) as Role[]).forEach((role) => {
      const ranges = (networks[role] ?? '')
        .normalize('NFKC')
        .split(/\s+/)
        .filter((range) => range !== '');
      if (ranges.length > 0) from[role] = ranges;
    });
    body.networks = from;
    const outcome = await staff('changeSignInPolicy', { body, key: newKey() });
    setSending(false);
    if (outcome.ok) {
      kept.forget();
      return props.saved();
    }
    if (outcome.problem.status === 401) staffSessionEnded();
    setProblem(outcome.problem);
    setTries(tries + 1);
  };
  return (
    <form
      ref={form}
      noValidate
      class="b-panel"
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <Brought of={kept} />
      <div ref={box}>
        {problem && <ProblemBox problem={withNames(problem, FIELDS)} />}
      </div>
      <TextInput id="p-notice" label="ログイン画面のお知らせ" hint="ログインの前に表示します。空欄にすると表示しません。" lines={4} value={notice} onText={(text) => change({ notice: text })} />
      <fieldset key={kept.turn}>
        <legend>制限</legend>
        <NumberInput label={FIELDS['attempts']!} units={['回']} value={limits.attempts} onNumber={(attempts) => change({ attempts })} />
        <NumberInput label={FIELDS['idleMinutes']!} units={['分', '分間']} value={limits.idleMinutes} onNumber={(idleMinutes) => change({ idleMinutes })} />
        <NumberInput label={FIELDS['hours']!} units={['時間']} value={limits.hours} onNumber={(hours) => change({ hours })} />
      </fieldset>
      <fieldset>
        <legend>ワンタイムコードを求めない役割</legend>
        <p class="hint">
          印を付けた役割だけを持つ職員は、庁内の認証だけでログインできます。管理者には、いつもワンタイムコードを求めます。
        </p>
        {rolesWithoutCode.map((role) => (
          <Check
            key={role}
            label={roles[role]}
            checked={withoutCode.indexOf(role) >= 0}
            onCheck={(checked) => change({ withoutCode: withoutCode.filter((one) => one !== role).concat(checked ? [role] : []) })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>役割ごとの接続元（IPアドレス）</legend>
        <p class="hint">
          1行に1つ、203.0.113.0/24 のような形で入力します。空欄の役割は、ファイアウォールが通すすべての場所から使えます。非常用の管理者は、この一覧では制限されません。あなたのいまの接続元は {address} です。
        </p>
        {(Object.keys(roles) as Role[]).filter((role) => role !== 'EMERGENCY_ADMINISTRATOR').map((role) => (
          <TextInput
            key={role}
            id={'p-network-' + role}
            label={roles[role]}
            lines={2}
            value={networks[role]}
            onText={(text) => change({ networks: { ...networks, [role]: text ?? '' } })}
          />
        ))}
      </fieldset>
      <div class="form-actions">
        <button type="submit" class="button button-main" aria-disabled={sending}>
          {sending ? '送信しています…' : '保存する'}
        </button>
      </div>
    </form>
  );
}

/** What is typed into the form; a number that can't be read is none. */
interface Wanted {
  notice?: string;
  attempts?: number;
  idleMinutes?: number;
  hours?: number;
  networks: Partial<Record<Role, string>>;
  withoutCode: SignInPolicy['withoutCode'];
}

const FIELDS: FieldNames = {
  notice: 'ログイン画面のお知らせ',
  attempts: 'ロックするまでの回数（3〜10回）',
  idleMinutes: '操作がないときにログアウトするまでの分（5〜60分）',
  hours: 'ログインからログアウトまでの最長の時間（1〜12時間）',
};

function texts(policy: SignInPolicy): Partial<Record<Role, string>> {
  const all: Partial<Record<Role, string>> = {};
  (Object.keys(policy.networks) as Role[]).forEach((role) => {
    all[role] = (policy.networks[role] ?? []).join('\n');
  });
  return all;
}

function History(props: { history: SignInPolicy[] }) {
  return (
    <section aria-labelledby="policy-history">
      <h2 id="policy-history">変更の履歴</h2>
      {props.history.length === 0 ? (
        <p>まだ変更されていません。はじめの値で動いています。</p>
      ) : (
        <ul class="plain">
          {props.history.map((one) => (
            <li key={one.revision}>
              {dateTime(one.at ?? '')}　{one.byName}
              <br />
              {one.attempts}回でロック、{one.idleMinutes}分で自動ログアウト、最長{one.hours}時間
              {(Object.keys(one.networks) as Role[]).map((role) => `、${roles[role]}は${(one.networks[role] ?? []).join(' ')}から`)}
              {one.withoutCode.length > 0 && `、${one.withoutCode.map((role) => roles[role]).join('と')}はワンタイムコードなし`}
              {one.notice !== undefined && `、お知らせ「${one.notice}」`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
