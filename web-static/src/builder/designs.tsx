import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import { useStaffLoad } from '../console/load.ts';
import { navigate, pathOf, usePlace } from '../app/router.ts';
import { dateTime, day } from '../app/words.ts';
import { screens } from '../staff-routes.generated.ts';
import { staff } from '../console/api.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, ProblemBox, Show, type Inputs } from '../ui/notices.tsx';
import { Check, mistakeOf, Select, TextInput, Tool } from '../console/inputs.tsx';
import { useReturning } from '../console/returning.ts';
import { Brought, useTyped } from '../console/typed.tsx';
import { listed } from './listed.ts';
import { UnfoundWords } from './unfound-words.tsx';
import type { DesignRow, NewDesign, OwnDivision, RuleStep } from '../console/design-types.ts';
import './builder.css';

/** The procedures of the clerk's divisions: what is published, what is being worked on, and new ones. */
export function Designs() {
  const { loaded, reload } = useStaffLoad('designs', () => staff('listDesigns'));
  const gone = usePlace().query.get('removed');
  return (
    <>
      <Heading title={screens.DESIGNS.title} />
      <Show loaded={loaded} retry={reload}>
        {({ designs, removed, divisions, withoutHolidays }) => (
          <>
            {removed
              .filter((one) => one.procedureId === gone)
              .map((one) => (
                <Notice key={one.procedureId} kind="success" title={`「${one.name || one.procedureId}」を削除しました。`} focus />
              ))}
            {withoutHolidays.length > 0 && (
              <Notice kind="warning" title={`${withoutHolidays.join('年と')}年の祝日が登録されていません。`}>
                <p>処理期間を正しく数えられないため、登録されるまで、処理期間のある手続を公開できません。システム管理者に連絡してください。</p>
              </Notice>
            )}
            <NewDesign divisions={divisions} designs={designs} />
            {designs.length === 0 ? (
              <p>まだ手続がありません。上の「新しい手続を作る」から始めてください。</p>
            ) : (
              <Table designs={designs} />
            )}
            {removed.length > 0 && (
              <section class="b-panel">
                <h2>削除した手続</h2>
                <ul>
                  {removed.map((one) => (
                    <li key={one.procedureId}>
                      {one.name || one.procedureId}（{one.procedureId}）　{dateTime(one.at)}　{one.by}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <UnfoundWords />
            <SecondPerson divisions={divisions} onRuled={reload} />
          </>
        )}
      </Show>
    </>
  );
}

/** By name as it is read, and by what is looked for in name and sign. */
function Table(props: { designs: DesignRow[] }) {
  const { kept, keep, onClickCapture } = useReturning('designs', { sought: '' }, true);
  const [sought, setSought] = useState(kept.sought);
  keep({ sought });
  const rows = listed(props.designs, sought);
  return (
    <>
      <TextInput id="b-sought" label="手続をさがす" value={sought} onText={(text) => setSought(text || '')} />
      <p role="status">
        {rows.length === props.designs.length ? `${rows.length}件` : `${props.designs.length}件のうち${rows.length}件`}
      </p>
      <div onClickCapture={onClickCapture}>{rows.length > 0 && <Rows rows={rows} />}</div>
    </>
  );
}

function Rows(props: { rows: DesignRow[] }) {
  return (
    <div class="table-scroll" role="region" aria-label="手続の表" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">手続</th>
            <th scope="col">公開</th>
            <th scope="col">下書き</th>
            <th scope="col">版</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.procedureId}>
              <td>
                <Link to={pathOf(screens.DESIGN.path, { procedureId: row.procedureId })}>{row.name || row.procedureId}</Link>
              </td>
              <td>{published(row)}</td>
              <td>{row.draft === undefined ? '—' : `${dateTime(row.draft.editedAt)}　${row.draft.editedBy}${row.draft.awaiting ? '（公開の承認待ち）' : ''}`}</td>
              <td>
                {row.published && (
                  <Link to={pathOf(screens.DESIGN_VERSIONS.path, { procedureId: row.procedureId })}>第{row.published.version}版</Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function published(row: DesignRow): string {
  const { published } = row;
  if (published === undefined) return '未公開';
  if (published.paused) return '休止中';
  if (!published.online) return '窓口・郵送';
  if (published.opensOn || published.closesOn) {
    return `${published.opensOn ? day(published.opensOn) : ''}〜${published.closesOn ? day(published.closesOn) : ''}`;
  }
  return '公開中';
}

/** Each division says whether its publications need a second person; that they no longer do takes two who agree. */
function SecondPerson(props: { divisions: OwnDivision[]; onRuled: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const rule = async (division: OwnDivision, step: RuleStep) => {
    const outcome = await staff('rulePublications', {
      params: { divisionId: division.divisionId },
      body: { step },
      key: newKey(),
    });
    setProblem(outcome.ok ? null : outcome.problem);
    props.onRuled();
  };
  return (
    <section class="b-panel">
      <h2>公開の決まり</h2>
      {problem && <ProblemBox problem={problem} focus />}
      {props.divisions.map((division) => (
        <OneRule key={division.divisionId} division={division} onStep={(step) => void rule(division, step)} />
      ))}
    </section>
  );
}

function OneRule(props: { division: OwnDivision; onStep: (step: RuleStep) => void }) {
  const { name, rule } = props.division;
  const { lifting } = rule;
  if (!rule.secondPerson) {
    return (
      <Check
        label={`${name}：公開には、ほかの課管理者の承認を必要とする`}
        checked={false}
        onCheck={() => props.onStep('REQUIRE')}
      />
    );
  }
  return (
    <>
      <p>{name}：公開には、ほかの課管理者の承認が必要です。</p>
      {lifting === undefined ? (
        <p>
          <Tool about={name} onPress={() => props.onStep('ASK_TO_LIFT')}>
            承認をなくすよう依頼する
          </Tool>
        </p>
      ) : (
        <Notice kind="warning" title={`承認をなくす依頼が出ています（${dateTime(lifting.at)}　${lifting.byName}さん）。`}>
          <p>同じ課のほかの課管理者が確認すると、公開に承認がいらなくなります。それまでは、承認が必要です。</p>
          <p>
            {!lifting.mine && (
              <Tool about={name} onPress={() => props.onStep('LIFT')}>
                確認して、承認をなくす
              </Tool>
            )}
            <Tool about={name} onPress={() => props.onStep('KEEP')}>
              {lifting.mine ? '依頼を取り下げる' : '承認を残す'}
            </Tool>
          </p>
        </Notice>
      )}
    </>
  );
}

const NEW_INPUTS: Inputs = {
  name: { name: '手続の名前', id: 'b-new-name' },
  procedureId: { name: '記号', id: 'b-new-id' },
};

function NewDesign(props: { divisions: OwnDivision[]; designs: DesignRow[] }) {
  const kept = useTyped('new-design', { name: '', id: '', division: props.divisions[0]?.divisionId || '', copyOf: '' });
  const [open, setOpen] = useState(kept.brought);
  const { name, id, division, copyOf } = kept.typed;
  const [packed, setPacked] = useState<object | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const [key] = useState(newKey);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!kept.brought) title.current?.focus();
  }, [open]);
  if (!open) {
    return (
      <p>
        <button type="button" id="b-new" class="button button-main" onClick={() => setOpen(true)}>
          新しい手続を作る
        </button>
      </p>
    );
  }
  const create = async () => {
    const body: NewDesign = {
      procedureId: id,
      name,
      divisionId: division,
    };
    if (copyOf !== '') body.copyOf = copyOf;
    if (packed !== undefined) body.package = packed;
    const outcome = await staff('createDesign', { body, key: key + id.replace(/[^a-z0-9-]/g, '').slice(0, 20) + (problem === null ? '' : newKey().slice(0, 6)) });
    if (outcome.ok) {
      kept.forget();
      navigate(pathOf(screens.DESIGN.path, { procedureId: outcome.value.procedureId }));
    } else {
      setProblem(outcome.problem);
      setTries(tries + 1);
    }
  };
  return (
    <form
      class="b-panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <h2 ref={title} tabIndex={-1}>
        新しい手続を作る
      </h2>
      <Brought of={kept} />
      <TextInput id="b-new-name" label="手続の名前" mistake={mistakeOf(problem, 'name')} value={name} onText={(text) => kept.change({ name: text || '' })} />
      <TextInput
        id="b-new-id"
        label="記号（アドレスに使います）"
        hint="半角の小文字、数字、ハイフンで入力してください。例：inu-toroku。あとから変えられません。"
        mistake={mistakeOf(problem, 'procedureId')}
        value={id}
        onText={(text) => kept.change({ id: text || '' })}
      />
      <Select
        label="担当の課"
        value={division}
        options={props.divisions.map((one) => ({ value: one.divisionId, label: one.name }))}
        onValue={(value) => kept.change({ division: value })}
      />
      <Select
        label="写すもと（なくてもよい）"
        none="はじめから作る"
        value={copyOf}
        options={props.designs.filter((row) => row.published).map((row) => ({ value: row.procedureId, label: row.name || row.procedureId }))}
        onValue={(value) => kept.change({ copyOf: value })}
      />
      <div class="b-input">
        <label for="b-new-package">書き出したファイル（なくてもよい）</label>
        <input
          id="b-new-package"
          type="file"
          accept="application/json,.json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file === undefined) return setPacked(undefined);
            const reader = new FileReader();
            reader.onload = () => {
              try {
                setPacked(JSON.parse(String(reader.result)));
              } catch {
                setPacked({});
              }
            };
            reader.readAsText(file);
          }}
        />
      </div>
      {problem && <ProblemBox key={tries} problem={problem} inputs={NEW_INPUTS} focus />}
      <div class="form-actions">
        <button type="submit" class="button button-main">
          作る
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            kept.erase();
            setOpen(false);
            setTimeout(() => document.getElementById('b-new')?.focus());
          }}
        >
          やめる
        </button>
      </div>
    </form>
  );
}
