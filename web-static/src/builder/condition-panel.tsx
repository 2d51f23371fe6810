import { useId } from 'preact/hooks';
import type { Expression, Field } from '../forms/index.ts';
import { inWords, opsFor, opWord, readCondition, valueKind, writeCondition, type Condition, type Op, type Term } from './conditions.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Select, Tool } from '../console/inputs.tsx';
import { MeasureInput } from './number-panel.tsx';
import { expressionInWords } from './words.ts';

/** When a page or question is shown, or when something is due: in words, without a formula. */
export function ConditionPanel(props: {
  /** 「この質問を出すとき」 */
  title: string;
  always: string;
  expression: Expression | undefined;
  fields: Field[];
  onChange: (expression: Expression | undefined) => void;
}) {
  const { expression, fields } = props;
  const condition = expression === undefined ? null : readCondition(expression, fields);
  const set = (next: Condition | null) => props.onChange(next === null ? undefined : writeCondition(next));
  if (expression !== undefined && condition === null) {
    return (
      <fieldset class="b-condition">
        <legend>{props.title}</legend>
        <p class="b-words">{expressionInWords(expression, fields)} とき</p>
        <p class="hint">この条件は、ここでは変えられません。このまま残るか、なくすことができます。</p>
        <Tool about={props.title} onPress={() => props.onChange(undefined)}>
          条件をなくす
        </Tool>
      </fieldset>
    );
  }
  const usable = fields.filter((field) => opsFor(field).length > 0);
  return (
    <fieldset class="b-condition">
      <legend>{props.title}</legend>
      {condition === null ? (
        <p>{props.always}</p>
      ) : (
        <>
          <p class="b-words">{inWords(condition, fields)} とき</p>
          {condition.terms.length > 1 && (
            <Select
              label="組み合わせ"
              value={condition.join}
              options={[
                { value: 'and', label: 'すべてに当てはまるとき' },
                { value: 'or', label: 'どれかに当てはまるとき' },
              ]}
              onValue={(join) => set({ ...condition, join: join as 'and' | 'or' })}
            />
          )}
          {condition.terms.map((term, i) => (
            <TermRow
              key={i}
              term={term}
              fields={usable}
              onTerm={(next) => set({ ...condition, terms: condition.terms.map((one, at) => (at === i ? next : one)) })}
              onRemove={() => {
                const left = condition.terms.filter((_, at) => at !== i);
                set(left.length === 0 ? null : { ...condition, terms: left });
              }}
            />
          ))}
        </>
      )}
      {usable.length === 0 ? (
        <p class="hint">前に質問を置くと、その答えで条件を付けられます。</p>
      ) : (
        <Tool
          about={props.title}
          onPress={() => {
            const terms = condition === null ? [] : condition.terms;
            set({ join: condition === null ? 'and' : condition.join, terms: terms.concat([firstTerm(usable[usable.length - 1]!)]) });
          }}
        >
          条件を加える
        </Tool>
      )}
    </fieldset>
  );
}

function TermRow(props: { term: Term; fields: Field[]; onTerm: (term: Term) => void; onRemove: () => void }) {
  const { term, fields, onTerm } = props;
  const dayId = useId();
  const field = fields.filter((one) => one.id === term.field)[0] || fields[0]!;
  const kind = valueKind(term.op);
  return (
    <div class="b-term">
      <Select
        label="質問"
        value={term.field}
        options={fields.map((one) => ({ value: one.id, label: one.label || '（名前のない質問）' }))}
        onValue={(id) => onTerm(firstTerm(fields.filter((one) => one.id === id)[0]!))}
      />
      {kind === 'option' && (
        <Select
          label="答え"
          value={String(term.value)}
          options={field.options || []}
          onValue={(value) => onTerm({ ...term, value })}
        />
      )}
      {kind === 'number' && (
        <MeasureInput
          field={field}
          label="数"
          value={term.value}
          onNumber={(value) => onTerm({ ...term, value: value === undefined ? 0 : value })}
        />
      )}
      {kind === 'day' && (
        <DayInput
          id={dayId}
          label="日"
          hint="読めないあいだは、前の日のままです。"
          value={String(term.value)}
          onDay={(value) => {
            if (value) onTerm({ ...term, value });
          }}
        />
      )}
      <Select
        label="ようす"
        value={term.op}
        options={opsFor(field).map((op) => ({ value: op, label: opWord(op) }))}
        onValue={(op) => onTerm(withOp(field, term, op as Op))}
      />
      <Tool about={field.label} onPress={props.onRemove}>
        条件を消す
      </Tool>
    </div>
  );
}

function firstTerm(field: Field): Term {
  return withOp(field, { field: field.id, op: 'is' }, opsFor(field)[0]!);
}

/** Keeps the value where the new operator takes one of the same kind. */
function withOp(field: Field, term: Term, op: Op): Term {
  const kind = valueKind(op);
  if (kind === null) return { field: field.id, op };
  if (term.value !== undefined && valueKind(term.op) === kind) return { field: field.id, op, value: term.value };
  const first = { option: (field.options || [])[0]?.value || '', number: 1, day: '2026-04-01' }[kind];
  return { field: field.id, op, value: first };
}
