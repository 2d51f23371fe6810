import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Labelled {
  label: string;
  hint?: string;
}

/** One line or several of text; '' is told as undefined, which the definition calls absent. */
export function TextInput(
  props: Labelled & {
    value: string | undefined;
    onText: (text: string | undefined) => void;
    lines?: number;
    id?: string;
  },
) {
  const own = useId();
  const id = props.id || own;
  const told = (event: { currentTarget: { value: string } }) =>
    props.onText(event.currentTarget.value === '' ? undefined : event.currentTarget.value);
  return (
    <div class="b-input">
      <label for={id}>{props.label}</label>
      {props.hint && (
        <p class="hint" id={id + '-hint'}>
          {props.hint}
        </p>
      )}
      {props.lines ? (
        <textarea
          id={id}
          rows={props.lines}
          value={props.value || ''}
          aria-describedby={props.hint ? id + '-hint' : undefined}
          onInput={told}
        />
      ) : (
        <input
          id={id}
          type="text"
          autocomplete="off"
          value={props.value || ''}
          aria-describedby={props.hint ? id + '-hint' : undefined}
          onInput={told}
        />
      )}
    </div>
  );
}

/** A whole number; anything else is not taken over. */
export function NumberInput(
  props: Labelled & { value: number | undefined; onNumber: (value: number | undefined) => void },
) {
  const id = useId();
  return (
    <div class="b-input b-number">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={props.value === undefined ? '' : String(props.value)}
        onInput={(event) => {
          const text = event.currentTarget.value.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
          if (text === '') props.onNumber(undefined);
          else if (/^-?\d{1,9}$/.test(text)) props.onNumber(Number(text));
        }}
      />
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
  props: Labelled & {
    value: string;
    options: { value: string; label: string }[];
    onValue: (value: string) => void;
    /** What stands first and chooses nothing. */
    none?: string;
  },
) {
  const id = useId();
  return (
    <div class="b-input">
      <label for={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(event) => props.onValue(event.currentTarget.value)}>
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
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
