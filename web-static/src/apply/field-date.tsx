import { useRef, useState } from 'preact/hooks';
import { autofill } from '../app/site.ts';
import { foldCode } from '../forms/index.ts';
import { dayPartsOf } from '../ui/read-day.ts';
import { afterPress, TextBox } from '../ui/text-box.tsx';
import { ERA_NAMES, fromEra, toEra } from './engine.ts';
import { elementId } from './definition.ts';
import { MARK } from './empty-date.ts';
import type { FieldProps } from './asking.ts';
import { FieldSet } from './frame.tsx';

/** What stands in the four inputs. `era` is an era's name or 西暦. */
interface Entered {
  era: string;
  year: string;
  month: string;
  day: string;
}

type NumberPart = 'year' | 'month' | 'day';

const NUMBER_PARTS: NumberPart[] = ['year', 'month', 'day'];
const UNITS: Record<NumberPart, string> = { year: '年', month: '月', day: '日' };

/** Not the era's word in any language but its key. */
const WESTERN = '西暦';

/**
 * A date as 年号・年・月・日. A whole date is kept as YYYY-MM-DD; an unfinished or impossible one is kept as typed
 * (parts joined by a mark), which the check refuses, so that nothing typed is lost between pages. A whole day that is typed
 * or pasted into one of the inputs fills in the others at once, and that one when it is left.
 */
export function DateInput(props: FieldProps) {
  const { field, path, value, change, asking } = props;
  const { say } = asking;
  const id = elementId(path);
  const usual = field.gif === 'dateOfBirth' ? '昭和' : '令和';
  // What was typed stays as typed (西暦, 07); the answer is read again only when somebody else changed it.
  const [typing, setTyping] = useState(() => read(value, usual));
  const written = useRef(value);
  const entered = value === written.current ? typing : read(value, usual);
  // Several parts may be filled in before we draw again.
  const latest = useRef(entered);
  latest.current = entered;
  const set = (part: keyof Entered, typed: string) => {
    const parts = part === 'era' ? null : spread(typed, latest.current.era);
    const next = { ...latest.current, ...parts, [part]: typed };
    latest.current = next;
    written.current = write({ ...next, ...parts }, field.partial === true);
    setTyping(next);
    change(written.current);
  };
  const mistaken = asking.mistakes[path] ? ('true' as const) : undefined;
  const [left, setLeft] = useState(false);
  const odd = left ? NUMBER_PARTS.filter((part) => entered[part] !== '' && digits(entered[part], part) === null) : [];
  const number = (part: NumberPart) => (
    <div class="date-part">
      <TextBox
        id={part === 'year' ? id + '-first' : id + '-' + part}
        type="text"
        inputMode="numeric"
        autocomplete={autofill(field.gif === 'dateOfBirth' && part !== 'year' ? 'bday-' + part : 'off')}
        class={part === 'year' ? 'width-year' : 'width-2'}
        aria-invalid={mistaken ?? (odd.indexOf(part) >= 0 ? 'true' : undefined)}
        aria-describedby={odd.indexOf(part) >= 0 ? id + '-odd' : undefined}
        aria-label={say('screen.' + part)}
        value={entered[part]}
        onText={(text) => {
          setLeft(false);
          set(part, text);
        }}
        fold={(text) => spread(text, latest.current.era)?.[part] ?? withoutUnit(text, part)}
      />
      <span aria-hidden="true">{say('screen.' + part)}</span>
    </div>
  );
  return (
    <FieldSet field={field} path={path} asking={asking}>
      <div class="date-parts" onFocusOut={() => afterPress(() => setLeft(true))}>
        <div class="date-part">
          <select
            aria-label={say('screen.era')}
            id={id + '-era'}
            aria-invalid={mistaken}
            value={entered.era}
            onChange={(event) => set('era', event.currentTarget.value)}
          >
            {ERA_NAMES.concat([WESTERN]).map((era) => (
              <option key={era} value={era}>
                {era === WESTERN ? say('screen.western') : era}
              </option>
            ))}
          </select>
        </div>
        {number('year')}
        {number('month')}
        {number('day')}
      </div>
      <p class="hint">{say(field.partial ? 'screen.partial' : 'screen.date')}</p>
      <p role="status" class="mistake" id={id + '-odd'}>
        {odd.length > 0 && '＊' + odd.map((part) => say('screen.date.digits', { part: say('screen.' + part) })).join('')}
      </p>
    </FieldSet>
  );
}

/** What a text that is more than one part says of all of them. */
function spread(text: string, era: string): Partial<Entered> | null {
  const parts = dayPartsOf(text, era === WESTERN ? null : era);
  return parts && { ...parts, era: parts.era ?? WESTERN };
}

/** 5年 → 5. */
function withoutUnit(text: string, part: NumberPart): string {
  const folded = foldCode(text);
  const number = folded.slice(0, -1);
  return folded === number + UNITS[part] && /^([0-9]+|元)$/.test(number) ? number : folded;
}

function read(value: unknown, usual: string): Entered {
  if (typeof value !== 'string' || value === '') return { era: usual, year: '', month: '', day: '' };
  const parts = value.split(MARK);
  if (parts.length === 4) {
    return { era: parts[0]!, year: parts[1]!, month: parts[2]!, day: parts[3]! };
  }
  const [year = '', month = '', day = ''] = value.split('-');
  // A year in which the era changed, without its day, belongs to neither.
  const filled = (rest: string) => value + rest.slice(value.length - 4);
  const era = toEra(filled('-01-01'));
  const last = toEra(filled('-12-28'));
  const one = era !== null && last !== null && era.era === last.era ? era : null;
  const number = (text: string) => (text === '' ? '' : String(Number(text)));
  return {
    era: one === null ? WESTERN : one.era,
    year: one === null ? number(year) : String(one.year),
    month: number(month),
    day: number(day),
  };
}

function write(entered: Entered, partial: boolean): string | undefined {
  const { era } = entered;
  if (entered.year === '' && entered.month === '' && entered.day === '') {
    // Choosing only an era is no answer, but the choice must stay on the screen.
    return era === '' ? undefined : [era, '', '', ''].join(MARK);
  }
  const year = digits(entered.year, 'year');
  const month = digits(entered.month, 'month');
  const day = digits(entered.day, 'day');
  if (year !== null && month !== null && day !== null) {
    const date =
      era === WESTERN ? western(year, month, day) : fromEra(era, year, month, day);
    if (date !== null) return date;
  }
  if (partial && year !== null && entered.day === '' && (month !== null || entered.month === '')) {
    const date = withoutDay(era, year, month);
    if (date !== null) return date;
  }
  return [era, entered.year, entered.month, entered.day].join(MARK);
}

/** A year, or a year and a month, of which the era has at least a day. */
function withoutDay(era: string, year: number, month: number | null): string | null {
  const whole = (m: number, d: number) => (era === WESTERN ? western(year, m, d) : fromEra(era, year, m, d));
  const date = whole(month ?? 1, 1) ?? whole(month ?? 12, month === null ? 31 : 28);
  return date === null ? null : date.slice(0, month === null ? 4 : 7);
}

function digits(entered: string, part: NumberPart): number | null {
  const folded = withoutUnit(entered, part);
  if (part === 'year' && folded === '元') return 1;
  return /^[0-9]{1,4}$/.test(folded) ? Number(folded) : null;
}

function western(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  if (year < 1873 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
