import type { Field, Form } from '../forms/index.ts';
import { ConditionPanel } from './condition-panel.tsx';
import { inWords, readCondition, writeCondition } from './conditions.ts';
import { readFee, writeFee, type FeeRule } from './fees.ts';
import { Check, NumberInput, Select, Tool } from '../console/inputs.tsx';
import { expressionInWords } from './words.ts';
import { yen } from '../app/words.ts';

/** What is due, in words: a price, per copy, with postage, or free for some. */
export function FeePanel(props: { form: Form; onForm: (form: Form, about?: string) => void }) {
  const { form } = props;
  const fields = form.pages.reduce<Field[]>((all, page) => all.concat(page.fields), []);
  const rule = form.fee === undefined ? null : readFee(form.fee, fields);
  const set = (next: FeeRule | null, about?: string) => {
    const changed = { ...form };
    if (next === null) delete changed.fee;
    else changed.fee = writeFee(next);
    props.onForm(changed, about);
  };
  if (form.fee !== undefined && rule === null) {
    return (
      <section>
        <h2>手数料</h2>
        <p class="b-words">{expressionInWords(form.fee, fields)}</p>
        <p class="hint">この計算は、ここでは変えられません。このまま残るか、なくすことができます。</p>
        <Tool about="手数料" onPress={() => set(null)}>
          手数料をなくす
        </Tool>
      </section>
    );
  }
  const counts = fields.filter((field) => field.type === 'number' || field.type === 'computed');
  return (
    <section class="b-panel">
      <h2>手数料</h2>
      <Check
        label="手数料がかかる"
        checked={rule !== null}
        onCheck={(on) => set(on ? { price: 300, times: null, extra: null, free: null } : null)}
      />
      {rule !== null && (
        <>
          <p class="b-words">{feeInWords(rule, fields)}</p>
          <NumberInput label="金額（円）" value={rule.price} onNumber={(price) => set({ ...rule, price: price || 0 }, 'fee.price')} />
          <Select
            label="かける数"
            none="かけない（1回いくら）"
            value={rule.times || ''}
            options={counts.map((field) => ({ value: field.id, label: field.label }))}
            onValue={(times) => set({ ...rule, times: times || null })}
          />
          <ConditionPanel
            title="加える金額（郵送料など）"
            always="ありません。"
            expression={rule.extra === null ? undefined : writeCondition(rule.extra.when)}
            fields={fields}
            onChange={(when) => {
              const condition = when === undefined ? null : readCondition(when, fields);
              set({ ...rule, extra: condition === null ? null : { yen: rule.extra === null ? 110 : rule.extra.yen, when: condition } });
            }}
          />
          {rule.extra !== null && (
            <NumberInput
              label="加える金額（円）"
              value={rule.extra.yen}
              onNumber={(amount) => set({ ...rule, extra: { yen: amount || 0, when: rule.extra!.when } }, 'fee.extra')}
            />
          )}
          <ConditionPanel
            title="無料になるとき"
            always="ありません。"
            expression={rule.free === null ? undefined : writeCondition(rule.free)}
            fields={fields}
            onChange={(when) => set({ ...rule, free: when === undefined ? null : readCondition(when, fields) })}
          />
        </>
      )}
    </section>
  );
}

function feeInWords(rule: FeeRule, fields: Field[]): string {
  const times = fields.filter((field) => field.id === rule.times)[0];
  const base = times === undefined ? yen(rule.price) : `${yen(rule.price)} × 「${times.label}」`;
  const extra = rule.extra === null ? '' : `　＋　${inWords(rule.extra.when, fields)} ときは ${yen(rule.extra.yen)}`;
  const free = rule.free === null ? '' : `　ただし ${inWords(rule.free, fields)} ときは無料`;
  return base + extra + free;
}
