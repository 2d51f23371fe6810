import type { Field } from '../forms/index.ts';
import { DecimalInput, NumberInput, Select, TextInput } from '../console/inputs.tsx';
import { withDecimals } from './edit.ts';

/** What is special to numbers and amounts: unit, decimals, limits. */
export function NumberPanel(props: { field: Field; set: (part: Partial<Field>, about?: string) => void }) {
  const { field, set } = props;
  return (
    <>
      {field.type === 'number' && (
        <>
          <TextInput
            label="単位（例：㎡、km、通、名）"
            hint="入力欄の後ろに出ます。10文字まで。"
            value={field.unit}
            onText={(unit) => set({ unit } as Partial<Field>, 'unit')}
          />
          <Select
            label="小数"
            value={String(field.decimals || 0)}
            options={[
              { value: '0', label: '使わない（整数）' },
              { value: '1', label: '小数第1位まで' },
              { value: '2', label: '小数第2位まで' },
              { value: '3', label: '小数第3位まで' },
            ]}
            onValue={(decimals) => set(withDecimals(field, Number(decimals)))}
          />
        </>
      )}
      <Limit field={field} label="いちばん小さい数" bound="min" set={set} />
      <Limit field={field} label="いちばん大きい数" bound="max" set={set} />
    </>
  );
}

function Limit(props: { field: Field; label: string; bound: 'min' | 'max'; set: (part: Partial<Field>, about?: string) => void }) {
  const { field, label, bound, set } = props;
  return (
    <MeasureInput
      field={field}
      label={label}
      value={field[bound]}
      mistake={bound === 'max' && Number(field.min) > Number(field.max) ? '「いちばん小さい数」より小さくなっています。' : undefined}
      onNumber={(number) => set({ [bound]: number } as Partial<Field>, bound)}
    />
  );
}

/** A number of the kind that the question asks for. */
export function MeasureInput(props: {
  field: Field;
  label: string;
  hint?: string;
  mistake?: string | undefined;
  value: unknown;
  onNumber: (number: number | string | undefined) => void;
}) {
  const { field, value, ...rest } = props;
  return field.decimals ? (
    <DecimalInput {...rest} decimals={field.decimals} unit={field.unit} value={value as string | number | undefined} />
  ) : (
    <NumberInput {...rest} units={field.unit ? [field.unit] : undefined} value={value as number | undefined} />
  );
}
