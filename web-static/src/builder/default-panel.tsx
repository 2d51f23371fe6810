import { useId, useState } from 'preact/hooks';
import { foldCode, foldKana, foldPattern, type Field } from '../forms/index.ts';
import { Check, Select, TextInput } from '../console/inputs.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { MeasureInput } from './number-panel.tsx';

const LABEL = '最初に入れておく答え';
const HINT = '住民は、そのまま使うことも書きかえることもできます。';
const NONE = { value: '', label: '入れておかない' };

/** What a question is begun with on the resident's screen. */
export function DefaultPanel(props: { field: Field; set: (part: Partial<Field>, about?: string) => void }) {
  const { field } = props;
  const first = field.default;
  const put = (value: unknown, about?: string) => props.set({ default: value } as Partial<Field>, about);
  switch (field.type) {
    case 'text':
      return (
        <TextInput
          label={LABEL}
          hint={HINT}
          lines={field.multiline ? 3 : undefined}
          value={first as string | undefined}
          fold={(text) => folded(field, text)}
          onText={(text) => put(text, 'default')}
        />
      );
    case 'number':
    case 'amount':
      return <MeasureInput field={field} label={LABEL} hint={HINT} value={first} onNumber={(number) => put(number, 'default')} />;
    case 'yesno':
      return (
        <Select
          label={LABEL}
          value={first === undefined ? '' : String(first)}
          options={[NONE, { value: 'true', label: 'はい' }, { value: 'false', label: 'いいえ' }]}
          onValue={(value) => put(value === '' ? undefined : value === 'true')}
        />
      );
    case 'radio':
    case 'select':
      return (
        <Select
          label={LABEL}
          value={typeof first === 'string' ? first : ''}
          options={[NONE].concat(field.options || [])}
          onValue={(value) => put(value === '' ? undefined : value)}
        />
      );
    case 'checkbox':
      return <Chosen field={field} chosen={Array.isArray(first) ? (first as string[]) : []} onChosen={put} />;
    case 'date':
      return <DefaultDay first={first} onDay={put} />;
    default:
      return null;
  }
}

/** As the form keeps it. */
function folded(field: Field, text: string): string {
  if (field.pattern !== undefined) return foldPattern(text);
  if (field.characters === 'kana') return foldKana(text);
  return field.characters === 'digits' || field.characters === 'alnum' ? foldCode(text) : text;
}

function Chosen(props: { field: Field; chosen: string[]; onChosen: (chosen: string[] | undefined) => void }) {
  const { chosen } = props;
  const options = props.field.options || [];
  return (
    <fieldset class="b-condition">
      <legend>最初に選んでおくもの</legend>
      {options.map((option) => (
        <Check
          key={option.value}
          label={option.label}
          checked={chosen.indexOf(option.value) >= 0}
          onCheck={(on) => {
            const next = options
              .map(({ value }) => value)
              .filter((value) => (value === option.value ? on : chosen.indexOf(value) >= 0));
            props.onChosen(next.length > 0 ? next : undefined);
          }}
        />
      ))}
    </fieldset>
  );
}

function DefaultDay(props: { first: unknown; onDay: (day: unknown, about?: string) => void }) {
  const { first, onDay } = props;
  const id = useId();
  const counted = typeof first === 'object' && first !== null ? (first as { today: number }).today : null;
  const [own, setOwn] = useState(typeof first === 'string' && first !== 'today');
  const days = counted === null ? [] : [{ value: 'counted', label: `今日から数えて${counted}日` }];
  return (
    <>
      <Select
        label={LABEL}
        value={own ? 'own' : counted !== null ? 'counted' : first === 'today' ? 'today' : ''}
        options={[NONE, { value: 'today', label: '申請する日（今日）' }].concat(days, [{ value: 'own', label: '日付で決める' }])}
        onValue={(value) => {
          setOwn(value === 'own');
          if (value !== 'counted') onDay(value === 'today' ? 'today' : undefined);
        }}
      />
      {own && (
        <DayInput
          id={id}
          label="最初に入れておく日"
          hint="読めないあいだは、前の日のままです。"
          value={typeof first === 'string' && first !== 'today' ? first : undefined}
          onDay={(day) => {
            if (day !== null) onDay(day, 'default');
          }}
        />
      )}
    </>
  );
}
