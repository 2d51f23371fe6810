import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import { Check, Select, TextInput } from '../console/inputs.tsx';
import { roles } from '../staff-routes.generated.ts';
import { withNames, type FieldNames } from '../console/saving.tsx';
import { DayInput, useDays, type DayTexts } from '../ui/day-input.tsx';
import { Notice, ProblemBox } from '../ui/notices.tsx';
import { keptTyped } from '../console/kept.ts';
import { Brought, useTyped } from '../console/typed.tsx';
import type { Directory, RegistrationBody, Role, StaffLine } from '../console/directory-types.ts';

const MEANING: Record<Role, string> = {
  SYSTEM_ADMINISTRATOR: 'システムの設定をします。申請は見られません。',
  USER_ADMINISTRATOR: '職員の登録と役割を管理します。申請は見られません。',
  DIVISION_ADMINISTRATOR: '自分の課の様式を作り、申請を審査します。',
  REVIEWER: '自分の課の申請を審査します。',
  VIEWER: '自分の課の申請を見ます。',
  AUDITOR: '自分の課の申請と、職員の変更の履歴を見ます。',
  ACCOUNTANT: 'すべての課の収納（納付と還付）を見て、窓口収納を締めます。申請は見られません。',
  EMERGENCY_ADMINISTRATOR: 'ふだんの管理者がだれも使えないときだけ使います。ログインすると警報が鳴ります。',
};

/** What the fields are called. */
export const FIELDS: FieldNames = {
  account: '職員アカウント',
  name: '氏名',
  roles: '役割',
  divisions: '課',
  from: '最初の日',
  until: '最後の日',
  deputyFor: '代理',
  deputyFrom: '代理の最初の日',
  deputyUntil: '代理の最後の日',
};

type Days = 'from' | 'until' | 'deputyFrom' | 'deputyUntil';

/** All that is typed into the form. */
type Fields = RegistrationBody & { account: string; days: DayTexts<Days> };

const formOf = (standing: StaffLine | null) => 'staff:' + (standing === null ? '' : standing.staffId);

/** Whether something was typed of this member and not sent. */
export function isBegun(standing: StaffLine): boolean {
  return keptTyped(formOf(standing)) !== null;
}

/** The fields of a registration, for a new member or one that stands. */
export function RegistrationForm(props: {
  directory: Directory;
  /** What stands; null for a new member. */
  standing: StaffLine | null;
  send: (body: RegistrationBody & { account?: string }) => Promise<Problem | null>;
  run: string;
}) {
  const { directory, standing } = props;
  const kept = useTyped<Fields>(formOf(standing), {
    ...(standing === null ? { name: '', roles: [], divisions: [] } : bodyOf(standing)),
    account: '',
    days: {},
  });
  const { change } = kept;
  const { account, days: texts, ...body } = kept.typed;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const [sending, setSending] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const days = useDays('r-', daysOf(standing), texts, (typed) => change({ days: typed }));
  useEffect(() => {
    if (tries > 0) box.current?.querySelector<HTMLElement>('.notice')?.focus();
  }, [tries]);
  const run = async () => {
    if (sending) return;
    const told = days.read();
    if (told === null) return;
    setSending(true);
    const { deputyFrom, deputyUntil, ...period } = told;
    const sent: RegistrationBody = { ...body, ...(body.deputyFor === undefined ? period : told) };
    (Object.keys(sent) as (keyof RegistrationBody)[]).forEach((name) => {
      if (sent[name] === undefined) delete sent[name];
    });
    const failed = await props.send(standing === null ? { ...sent, account } : sent);
    setSending(false);
    if (failed === null) kept.forget();
    setProblem(failed);
    setTries(tries + 1);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <Brought of={{ ...kept, erase: () => (days.reset(), kept.erase()) }} />
      <div ref={box}>
        {problem !== null &&
          (problem.status === 409 ? (
            <Notice kind="warning" title={problem.title}>
              {problem.detail && <p>{problem.detail}</p>}
              <p>あなたの変更は保存されていません。画面を読み込み直して、内容を確かめてください。入力した内容は残ります。</p>
            </Notice>
          ) : (
            <ProblemBox problem={withNames(problem, FIELDS)} />
          ))}
      </div>
      {standing === null && (
        <TextInput
          id="r-account"
          label="職員アカウント"
          hint="市の認証基盤での利用者の名前です。あとから変えられません。"
          value={account}
          onText={(text) => change({ account: text || '' })}
        />
      )}
      <TextInput id="r-name" label="氏名" value={body.name} onText={(text) => change({ name: text || '' })} />
      <fieldset>
        <legend>役割</legend>
        {(Object.keys(roles) as Role[]).map((role) => (
          <Check
            key={role}
            label={roles[role]}
            hint={MEANING[role]}
            checked={body.roles.indexOf(role) >= 0}
            onCheck={(on) => change({ roles: toggled(body.roles, role, on) })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>課</legend>
        {directory.divisions.map((one) => (
          <Check
            key={one.divisionId}
            label={one.name}
            checked={body.divisions.indexOf(one.divisionId) >= 0}
            onCheck={(on) => change({ divisions: toggled(body.divisions, one.divisionId, on) })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>利用できる期間</legend>
        <DayInput key={'from' + kept.turn} {...days.input('from')} label="最初の日" hint="空欄のときは、登録した日から使えます。" />
        <DayInput
          key={'until' + kept.turn}
          {...days.input('until')}
          label="最後の日"
          hint="空欄のときは、期限がありません。過ぎた日を入れると、すぐに使えなくなります。"
        />
      </fieldset>
      <fieldset>
        <legend>不在の職員の代理</legend>
        <p class="hint">課での役割が同じ職員の代理ができます。代理の間は、その職員の課の申請も扱えます。</p>
        <Select
          label="だれの代理をしますか"
          none="代理をしない"
          value={body.deputyFor || ''}
          options={directory.staff
            .filter((one) => one.staffId !== standing?.staffId)
            .map((one) => ({ value: one.staffId, label: toldApart(one, directory) }))}
          onValue={(id) => {
            if (id === '') days.clear('deputyFrom', 'deputyUntil');
            change({ deputyFor: id === '' ? undefined : id });
          }}
        />
        {body.deputyFor !== undefined && (
          <>
            <DayInput key={'deputyFrom' + kept.turn} {...days.input('deputyFrom')} label="代理の最初の日" />
            <DayInput key={'deputyUntil' + kept.turn} {...days.input('deputyUntil')} label="代理の最後の日" />
          </>
        )}
      </fieldset>
      <div class="form-actions">
        <button type="submit" class="button button-main" aria-disabled={sending}>
          {sending ? '送信しています…' : props.run}
        </button>
      </div>
    </form>
  );
}

/** By their divisions; who shares name and divisions with another, by the account too. */
function toldApart(one: StaffLine, directory: Directory): string {
  const within = (who: StaffLine) =>
    directory.divisions
      .filter(({ divisionId }) => who.divisions.indexOf(divisionId) >= 0)
      .map(({ name }) => name)
      .join('、') || '課なし';
  const where = within(one);
  const alike = directory.staff.filter((other) => other.name === one.name && within(other) === where).length > 1;
  return `${one.name}（${where}${alike ? '、' + one.account : ''}）`;
}

/** The days of a registration as it stands. */
function daysOf(one: StaffLine | null): Partial<Record<Days, string | undefined>> {
  return {
    from: one?.from,
    until: one?.until,
    deputyFrom: one?.deputyFor?.from,
    deputyUntil: one?.deputyFor?.until,
  };
}

function bodyOf(one: StaffLine): RegistrationBody {
  const body: RegistrationBody = { name: one.name, roles: one.roles, divisions: one.divisions };
  if (one.deputyFor !== undefined) body.deputyFor = one.deputyFor.staffId;
  return body;
}

function toggled<V>(all: V[], one: V, on: boolean): V[] {
  return on ? all.concat([one]) : all.filter((other) => other !== one);
}
