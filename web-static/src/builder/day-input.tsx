import { useId, useState } from 'preact/hooks';
import { parseDay } from '../forms/era.ts';

const PARTS = [
  { name: '年', digits: 4 },
  { name: '月', digits: 2 },
  { name: '日', digits: 2 },
];

/** A day in the Western calendar, typed as three numbers: the browsers' own choosers differ, and the oldest have none. */
export function DayInput(props: {
  label: string;
  /** YYYY-MM-DD */
  value: string | undefined;
  /** Told of a whole day, and of none at all. */
  onDay: (day: string | undefined) => void;
}) {
  const id = useId();
  const [parts, setParts] = useState(() => (props.value === undefined ? ['', '', ''] : props.value.split('-').map((one) => String(Number(one)))));
  const put = (at: number, text: string) => {
    const digits = text.normalize('NFKC').replace(/\D/g, '').slice(0, PARTS[at]!.digits);
    const next = parts.map((one, i) => (i === at ? digits : one));
    setParts(next);
    const day = dayOf(next);
    if (day !== null || next.every((one) => one === '')) props.onDay(day === null ? undefined : day);
  };
  const wrong = parts.every((one) => one !== '') && parts[0]!.length === 4 && dayOf(parts) === null;
  return (
    <fieldset class="b-input b-day" aria-describedby={wrong ? id + '-wrong' : undefined}>
      <legend>{props.label}</legend>
      {PARTS.map(({ name, digits }, i) => (
        <span key={name}>
          <input
            id={id + i}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            class={'b-digits-' + digits}
            value={parts[i]}
            onInput={(event) => put(i, event.currentTarget.value)}
          />
          <label for={id + i}>{name}</label>
        </span>
      ))}
      <p class="hint" id={id + '-wrong'} role="status">
        {wrong ? 'この日はありません。' : ''}
      </p>
    </fieldset>
  );
}

/** YYYY-MM-DD; null when the three make no day. */
function dayOf(parts: string[]): string | null {
  const text = [parts[0]!.length === 4 ? parts[0]! : '', ('0' + parts[1]).slice(-2), ('0' + parts[2]).slice(-2)].join('-');
  return parseDay(text) === null ? null : text;
}
