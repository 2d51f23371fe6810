import type { Field, Form, Rule } from '../forms/index.ts';
import { ConditionPanel } from './condition-panel.tsx';
import { opsFor, readCondition, writeCondition, type Condition } from './conditions.ts';
import { Select, TextInput, Tool } from '../console/inputs.tsx';
import {
  comparable, compareOps, firstRequirement, freeRuleId, plainMessage, readRequirement, requirementInWords, ruled, withRules,
  writeRequirement, type Compare, type Requirement,
} from './rules.ts';
import { expressionInWords } from './words.ts';

/** What must hold between answers, with the sentence that says so. */
export function RulesPanel(props: { form: Form; onForm: (form: Form, about?: string) => void }) {
  const { form } = props;
  const rules = form.rules || [];
  const fields = ruled(form);
  const first = firstRequirement(fields);
  const answered = fields.filter((field) => opsFor(field).indexOf('answered') >= 0);
  const set = (next: Rule[], about?: string) => props.onForm(withRules(form, next), about);
  const add = (requirement: Requirement, at: string) =>
    set(
      rules.concat([
        { id: freeRuleId(rules), require: writeRequirement(requirement), at, message: plainMessage(requirement, fields) },
      ]),
    );
  return (
    <section class="b-panel">
      <h2>答えどうしの決まり</h2>
      <p class="hint">例：「終わりの日」が「始めの日」以後。守られていないと、住民にその場で知らせ、送信できません。関わる質問がどれも答えられているときだけ確かめます。</p>
      {rules.length === 0 && <p>まだありません。</p>}
      {rules.map((rule, i) => (
        <RuleRow
          key={rule.id}
          rule={rule}
          number={i + 1}
          fields={fields}
          onRule={(next, about) => set(rules.map((one, at) => (at === i ? next : one)), about)}
          onRemove={() => set(rules.filter((_, at) => at !== i))}
        />
      ))}
      <p class="b-tools">
        {first !== null && first.kind === 'compare' && (
          <button type="button" class="button" onClick={() => add(first, first.left)}>
            2つの答えをくらべる決まりを加える
          </button>
        )}
        {answered.length > 0 && (
          <button
            type="button"
            class="button"
            onClick={() =>
              add(
                { kind: 'condition', condition: { join: 'or', terms: answered.slice(0, 2).map((field) => ({ field: field.id, op: 'answered' })) } },
                answered[0]!.id,
              )
            }
          >
            そのほかの決まりを加える
          </button>
        )}
      </p>
      {first === null && answered.length === 0 && <p class="hint">質問を置くと、決まりを作れます。</p>}
    </section>
  );
}

function RuleRow(props: {
  rule: Rule;
  number: number;
  fields: Field[];
  onRule: (rule: Rule, about?: string) => void;
  onRemove: () => void;
}) {
  const { rule, fields, onRule } = props;
  const requirement = readRequirement(rule.require, fields);
  const about = `決まり${props.number}`;
  const set = (next: Requirement) => {
    const own = requirement !== null && rule.message !== plainMessage(requirement, fields);
    onRule({
      ...rule,
      require: writeRequirement(next),
      at: next.kind === 'compare' ? next.left : rule.at,
      message: own ? rule.message : plainMessage(next, fields),
    });
  };
  return (
    <fieldset class="b-condition">
      <legend>{about}</legend>
      <p class="b-words">{requirement === null ? expressionInWords(rule.require, fields) : requirementInWords(requirement, fields)}</p>
      {requirement === null && <p class="hint">この決まりは、ここでは変えられません。このまま残るか、消すことができます。</p>}
      {requirement !== null && requirement.kind === 'compare' && <CompareRow compare={requirement} fields={fields} onChange={set} />}
      {requirement !== null && requirement.kind === 'condition' && (
        <ConditionPanel
          title="守っていただくこと"
          always=""
          expression={writeCondition(requirement.condition)}
          fields={fields}
          onChange={(expression) => {
            const condition: Condition | null = expression === undefined ? null : readCondition(expression, fields);
            if (condition === null) props.onRemove();
            else set({ kind: 'condition', condition });
          }}
        />
      )}
      <Select
        label="知らせるところ"
        value={rule.at}
        options={fields.map((field) => ({ value: field.id, label: field.label || '（名前のない質問）' }))}
        onValue={(at) => onRule({ ...rule, at })}
      />
      <TextInput
        label="守られていないときに住民が読む文"
        value={rule.message}
        onText={(message) => onRule({ ...rule, message: message || '' }, rule.id + '.message')}
      />
      <Tool about={about} onPress={props.onRemove}>
        決まりを消す
      </Tool>
    </fieldset>
  );
}

function CompareRow(props: {
  compare: Requirement & { kind: 'compare' };
  fields: Field[];
  onChange: (next: Requirement) => void;
}) {
  const { compare, fields, onChange } = props;
  const left = fields.filter((field) => field.id === compare.left)[0]!;
  const named = (list: Field[]) => list.map((field) => ({ value: field.id, label: field.label || '（名前のない質問）' }));
  return (
    <div class="b-term">
      <Select
        label="この質問の答えが"
        value={compare.left}
        options={named(fields.filter((field) => comparable(field, fields).length > 0))}
        onValue={(id) => {
          const next = fields.filter((field) => field.id === id)[0]!;
          const others = comparable(next, fields);
          const right = others.filter((field) => field.id === compare.right)[0] || others[0]!;
          const op = compareOps(next).filter((one) => one.value === compare.op)[0] || compareOps(next)[0]!;
          onChange({ kind: 'compare', left: id, op: op.value, right: right.id });
        }}
      />
      <Select
        label="この質問の答え"
        value={compare.right}
        options={named(comparable(left, fields))}
        onValue={(right) => onChange({ ...compare, right })}
      />
      <Select label="ようす" value={compare.op} options={compareOps(left)} onValue={(op) => onChange({ ...compare, op: op as Compare })} />
    </div>
  );
}
