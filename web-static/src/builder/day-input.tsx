import { useId, useState } from 'preact/hooks';
import { parseDay } from '../forms/era.ts';
import { foldCode } from '../forms/folding.ts';
import { TextBox } from '../ui/text-box.tsx';

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
    const next = parts.map((one, i) => (i === at ? text : one));
    setParts(next);
    const day = dayOf(next);
    if (day !== null || next.every((one) => one === '')) props.onDay(day === null ? undefined : day);
  };
  const wrong = parts.every((one) => one !== '') && foldCode(parts[0]!).length === 4 && dayOf(parts) === null;
  return (
    <fieldset class="b-input b-day" aria-describedby={wrong ? id + '-wrong' : undefined}>
      <legend>{props.label}</legend>
      {PARTS.map(({ name, digits }, i) => (
        <span key={name}>
          <TextBox
            id={id + i}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            class={'b-digits-' + digits}
            value={parts[i]!}
            onText={(text) => put(i, text)}
            fold={foldCode}
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
  const text = parts.map((part, i) => ('0' + foldCode(part)).slice(-Math.max(2, foldCode(part).length, i === 0 ? 4 : 2))).join('-');
  return parseDay(text) === null ? null : text;
}
