import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import { readTyped } from '../forms/numbers.ts';
import { TextBox } from '../ui/text-box.tsx';
import { readWhole } from './whole-number.ts';

interface Labelled {
  label: string;
  hint?: string;
}

interface Mendable extends Labelled {
  /** What is wrong with what stands there. */
  mistake?: string | undefined;
}

/** One line or several of text; '' is told as undefined, which the definition calls absent. */
export function TextInput(
  props: Mendable & {
    value: string | undefined;
    onText: (text: string | undefined) => void;
    lines?: number;
    id?: string;
    /** What the text becomes when the input is left. */
    fold?: (text: string) => string;
  },
) {
  const own = useId();
  const id = props.id || own;
  const { mistake } = props;
  const told = (text: string) => props.onText(text === '' ? undefined : text);
  const described = (mistake === undefined ? '' : id + '-mistake ') + (props.hint ? id + '-hint' : '');
  return (
    <div class={'b-input' + (mistake === undefined ? '' : ' field-mistaken')}>
      <label for={id}>{props.label}</label>
      {props.hint && (
        <p class="hint" id={id + '-hint'}>
          {props.hint}
        </p>
      )}
      <TextBox
        id={id}
        type={props.lines ? undefined : 'text'}
        rows={props.lines}
        autocomplete={props.lines ? undefined : 'off'}
        value={props.value || ''}
        aria-invalid={mistake === undefined ? undefined : 'true'}
        aria-describedby={described === '' ? undefined : described}
        onText={told}
        fold={props.fold}
      />
      {mistake !== undefined && (
        <p class="mistake" id={id + '-mistake'}>
          ＊{mistake}
        </p>
      )}
    </div>
  );
}

/** What the server said of the field of that path. */
export function mistakeOf(problem: Problem | null, path: string): string | undefined {
  return (problem?.errors ?? []).filter((one) => one.path === path)[0]?.message;
}

/** A whole number; anything else is not taken over, and the input says so: `stopsAtUnread` is for what is then done with it. */
export function NumberInput(
  props: Mendable & {
    value: number | undefined;
    onNumber: (value: number | undefined) => void;
    id?: string;
    /** What may stand behind it; yen without any. */
    units?: readonly string[] | undefined;
  },
) {
  const { value, onNumber, units, ...labelled } = props;
  return (
    <ReadInput
      {...labelled}
      given={value === undefined ? '' : String(value)}
      keyboard="numeric"
      read={(text) => {
        const number = readWhole(text, units);
        return number === null ? null : String(number);
      }}
      wrong="小数のない数字で入力してください。"
      onRead={(text) => onNumber(text === undefined ? undefined : Number(text))}
    />
  );
}

/** A number with decimals, told as the text that the definition keeps. */
export function DecimalInput(
  props: Mendable & { value: string | number | undefined; decimals: number; unit?: string | undefined; onNumber: (value: string | undefined) => void },
) {
  const { value, decimals, unit, onNumber, ...labelled } = props;
  return (
    <ReadInput
      {...labelled}
      given={value === undefined ? '' : String(value)}
      keyboard="decimal"
      read={(text) => {
        const read = readTyped(text, unit, decimals).value;
        return read === undefined ? null : String(read);
      }}
      wrong={`小数第${decimals}位までの数字で入力してください。`}
      onRead={onNumber}
    />
  );
}

function ReadInput(
  props: Mendable & {
    id?: string;
    given: string;
    keyboard: 'numeric' | 'decimal';
    /** The number as it is kept; null for what is not taken over. */
    read: (text: string) => string | null;
    wrong: string;
    onRead: (text: string | undefined) => void;
  },
) {
  const own = useId();
  const id = props.id || own;
  const { given, read } = props;
  // What was typed stays as typed until the input is left; another value from outside goes over it.
  const [typed, setTyped] = useState({ of: given, text: given });
  const text = typed.of === given ? typed.text : given;
  const unreadable = text !== '' && read(text) === null;
  const wrong = unreadable ? props.wrong + 'この入力は保存されていません。' : (props.mistake ?? '');
  const described = (wrong === '' ? '' : id + '-wrong ') + (props.hint ? id + '-hint' : '');
  return (
    <div class={'b-input b-number' + (wrong === '' ? '' : ' field-mistaken')} data-unread={unreadable ? '' : undefined}>
      <label for={id}>{props.label}</label>
      {props.hint && (
        <p class="hint" id={id + '-hint'}>
          {props.hint}
        </p>
      )}
      <TextBox
        id={id}
        type="text"
        inputMode={props.keyboard}
        autocomplete="off"
        value={text}
        aria-invalid={wrong === '' ? undefined : 'true'}
        aria-describedby={described === '' ? undefined : described}
        onText={(entered) => {
          const number = entered === '' ? undefined : read(entered);
          setTyped({ of: number === null ? given : number === undefined ? '' : number, text: entered });
          if (number !== null) props.onRead(number);
        }}
        fold={(entered) => read(entered) ?? entered}
      />
      <p class={wrong === '' ? 'hint' : 'mistake'} id={id + '-wrong'} role="status">
        {wrong === '' ? '' : '＊' + wrong}
      </p>
    </div>
  );
}

export function Check(props: Labelled & { checked: boolean; onCheck: (checked: boolean) => void }) {
  const id = useId();
  return (
    <div class="choice">
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onCheck(event.currentTarget.checked)}
      />
      <label for={id}>
        {props.label}
        {props.hint && <span class="hint">{props.hint}</span>}
      </label>
    </div>
  );
}

export function Select(
  props: Mendable & {
    id?: string;
    value: string;
    options: { value: string; label: string }[];
    onValue: (value: string) => void;
    /** What stands first and chooses nothing. */
    none?: string;
  },
) {
  const own = useId();
  const id = props.id || own;
  const { mistake } = props;
  const described = (mistake === undefined ? '' : id + '-mistake ') + (props.hint ? id + '-hint' : '');
  return (
    <div class={'b-input' + (mistake === undefined ? '' : ' field-mistaken')}>
      <label for={id}>{props.label}</label>
      {props.hint && (
        <p class="hint" id={id + '-hint'}>
          {props.hint}
        </p>
      )}
      <select
        id={id}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={mistake === undefined ? undefined : 'true'}
        value={props.value}
        onChange={(event) => props.onValue(event.currentTarget.value)}
      >
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {mistake !== undefined && (
        <p class="mistake" id={id + '-mistake'} role="alert">
          ＊{mistake}
        </p>
      )}
    </div>
  );
}

/** A small button whose name says what it is about, for those who do not see where it stands. */
export function Tool(props: {
  about: string;
  children: ComponentChildren;
  onPress: () => void;
  off?: boolean;
  id?: string;
  expanded?: boolean;
}) {
  return (
    <button
      type="button"
      class="button button-small"
      id={props.id}
      aria-disabled={props.off ? 'true' : undefined}
      aria-expanded={props.expanded === undefined ? undefined : props.expanded ? 'true' : 'false'}
      onClick={() => {
        if (!props.off) props.onPress();
      }}
    >
      {props.children}
      <span class="visually-hidden">（{props.about}）</span>
    </button>
  );
}
