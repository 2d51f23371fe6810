import type { Expression, Field } from '../forms/index.ts';
import { NumberInput, Select, Tool } from '../console/inputs.tsx';
import { readSum, sources, sumInWords, writeSum, type Part } from './sums.ts';
import { expressionInWords } from './words.ts';

const FIXED = '';

/** How a computed number comes about: answers taken some times and added up. */
export function SumPanel(props: { expression: Expression; fields: Field[]; onChange: (expression: Expression, about?: string) => void }) {
  const known = sources(props.fields);
  const parts = readSum(props.expression, known);
  if (parts === null) {
    return (
      <fieldset class="b-condition">
        <legend>計算のしかた</legend>
        <p class="b-words">{expressionInWords(props.expression, props.fields)}</p>
        <p class="hint">この計算は、ここでは変えられません。このまま残るか、作り直すことができます。</p>
        <Tool about="計算のしかた" onPress={() => props.onChange(0)}>
          作り直す
        </Tool>
      </fieldset>
    );
  }
  const set = (next: Part[], about?: string) => props.onChange(writeSum(next, known), about);
  return (
    <fieldset class="b-condition">
      <legend>計算のしかた</legend>
      <p class="b-words">{sumInWords(parts, known)}</p>
      {known.length === 0 && <p class="hint">前に数の質問を置くと、その答えで計算できます。</p>}
      {parts.map((part, i) => {
        const put = (next: Part, about?: string) => set(parts.map((one, at) => (at === i ? next : one)), about);
        return (
          <div class="b-term" key={i}>
            <Select
              label="足すもの"
              value={part.source === null ? FIXED : part.source}
              options={known.map((one) => ({ value: one.value, label: one.label })).concat([{ value: FIXED, label: '決まった数' }])}
              // The nothing that a new computation begins with is no multiple of an answer.
              onValue={(source) => put({ source: source === FIXED ? null : source, factor: part.factor === 0 ? 1 : part.factor })}
            />
            <NumberInput
              label={part.source === null ? '数' : '何倍するか'}
              value={part.factor}
              onNumber={(factor) => put({ ...part, factor: factor === undefined ? 0 : factor }, 'factor' + i)}
            />
            <Tool about={`足すもの${i + 1}`} off={parts.length === 1} onPress={() => set(parts.filter((_, at) => at !== i))}>
              消す
            </Tool>
          </div>
        );
      })}
      <Tool
        about="計算のしかた"
        onPress={() => {
          // The nothing that a new computation begins with gives way.
          const before = parts.filter((part) => part.source !== null || part.factor !== 0);
          const source = known.filter((one) => before.every((part) => part.source !== one.value))[0] || known[0];
          set(before.concat([{ source: source === undefined ? null : source.value, factor: 1 }]));
        }}
      >
        足すものを加える
      </Tool>
    </fieldset>
  );
}
