import { useRef, useState } from 'preact/hooks';
import { day as dayInWords } from '../app/words.ts';
import { toWareki, warekiText } from '../forms/era.ts';
import { dayExamples, readDay, SOME_DAY } from './read-day.ts';
import { afterPress, TextBox } from './text-box.tsx';

/** A day of the console (YYYY-MM-DD), none at all, or null for a text that is no day. */
export type TypedDay = string | undefined | null;

/** The one way in which the console takes a day: one line, 西暦 or 和暦, and in words what was understood. */
export function DayInput(props: {
  id: string;
  label: string;
  hint?: string;
  /** A day such as is asked for. */
  example?: string;
  /** What stands there at first. */
  value: string | undefined;
  /** What was typed before, readable or not; it stands there instead. */
  text?: string | undefined;
  onDay: (day: TypedDay, text: string) => void;
  /** Whether something was about to be done with it: then a mistake is told while the input still has the focus. */
  asked?: boolean;
  /** What is wrong with a day that can be read. */
  mistake?: string | undefined;
  /** A day without its year is the last such day up to this one; without it, the year is asked for. */
  latest?: string | undefined;
}) {
  const { id, example = SOME_DAY, latest } = props;
  const [text, setText] = useState(props.text ?? (props.value === undefined ? '' : written(props.value)));
  const [left, setLeft] = useState(false);
  const read = readDay(text, example, latest);
  const unread = (left || props.asked) && read !== undefined && 'mistake' in read ? read.mistake : null;
  const mistake = unread ?? props.mistake ?? null;
  return (
    <div class={'b-input b-day' + (mistake === null ? '' : ' field-mistaken')} onFocusOut={() => afterPress(() => setLeft(true))}>
      <label for={id}>{props.label}</label>
      <p class="hint" id={id + '-hint'}>
        {props.hint}例：{dayExamples(example).join('、')}
      </p>
      <TextBox
        id={id}
        type="text"
        autocomplete="off"
        value={text}
        aria-invalid={mistake === null ? undefined : 'true'}
        aria-describedby={`${id}-hint ${id}-read`}
        onText={(typed) => {
          setLeft(false);
          setText(typed);
          props.onDay(dayOf(typed, latest), typed);
        }}
      />
      <p id={id + '-read'} role="status" class={mistake === null ? 'hint' : 'mistake'}>
        {mistake !== null ? '＊' + mistake : read !== undefined && 'day' in read ? understood(read.day) : ''}
      </p>
    </div>
  );
}

function dayOf(text: string, latest?: string): TypedDay {
  const read = readDay(text, SOME_DAY, latest);
  return read === undefined ? undefined : 'day' in read ? read.day : null;
}

/** Days as they were typed, by name. */
export type DayTexts<K extends string> = Partial<Record<K, string>>;

/**
 * Days that are typed before something is done with them. An unreadable one stops it, and has the focus then.
 *
 * @param texts what was typed before
 * @param keep told of what is typed
 * @param latest as in {@link DayInput}
 */
export function useDays<K extends string>(
  prefix: string,
  standing: Partial<Record<K, string | undefined>>,
  texts: DayTexts<K> = {},
  keep: (texts: DayTexts<K>) => void = () => {},
  latest?: string,
) {
  const typed = useRef(texts);
  const days = useRef<Partial<Record<K, TypedDay>>>(null!);
  if (days.current === null) {
    days.current = { ...standing };
    (Object.keys(texts) as K[]).forEach((name) => {
      days.current[name] = dayOf(texts[name]!, latest);
    });
  }
  const [asked, setAsked] = useState(false);
  return {
    input: (name: K) => ({
      id: prefix + name,
      value: days.current[name] || undefined,
      text: typed.current[name],
      asked,
      latest,
      onDay: (day: TypedDay, text: string) => {
        days.current[name] = day;
        typed.current = { ...typed.current, [name]: text };
        keep(typed.current);
        setAsked(false);
      },
    }),
    /** As if nothing had been typed there; the inputs have to be made anew. */
    clear: (...names: K[]) => {
      typed.current = { ...typed.current };
      names.forEach((name) => {
        delete days.current[name];
        delete typed.current[name];
      });
      keep(typed.current);
      setAsked(false);
    },
    /** As they stand, whatever was typed; likewise. */
    reset: () => {
      days.current = { ...standing };
      typed.current = {};
      setAsked(false);
    },
    /** As they stand, readable or not, without a word about it. */
    peek: () => days.current,
    /** All of them; null when one can't be read. */
    read: (): Partial<Record<K, string>> | null => {
      const told: Partial<Record<K, string>> = {};
      for (const name of Object.keys(days.current) as K[]) {
        const day = days.current[name];
        if (day === null) {
          setAsked(true);
          document.getElementById(prefix + name)?.focus();
          return null;
        }
        if (day !== undefined) told[name] = day;
      }
      return told;
    },
  };
}

/** 2026-12-10 → 2026年12月10日. */
function written(day: string): string {
  return dayInWords(day).replace(/（.）$/, '');
}

/** 2026-12-10 → 令和8年12月10日、2026年12月10日（木）. */
function understood(day: string): string {
  return toWareki(day) === null ? dayInWords(day) : `${warekiText(day)}、${dayInWords(day)}`;
}
