import { useState } from 'preact/hooks';
import { autofill } from '../app/site.ts';
import { elementId, type FieldJson } from './definition.ts';
import type { FieldProps } from './fields.tsx';
import { FieldFrame } from './frame.tsx';

/** One text, number, address of mail or telephone number, with the keyboard that fits it. */
export function TypedInput(props: FieldProps) {
  const { field, path, value, change, asking } = props;
  return (
    <FieldFrame field={field} path={path} asking={asking}>
      {(aria) =>
        field.multiline ? (
          <textarea
            {...aria}
            rows={6}
            value={text(value)}
            onInput={(event) => change(event.currentTarget.value || undefined)}
          />
        ) : (
          <span class={field.type === 'amount' ? 'with-unit' : undefined}>
            <input
              {...aria}
              {...KEYBOARDS[keyboard(field)]}
              autocomplete={autofill(KEYBOARDS[keyboard(field)].autocomplete)}
              class={'width-' + width(field)}
              value={text(value)}
              onInput={(event) => change(typed(field, event.currentTarget.value))}
            />
            {field.type === 'amount' && <span>{asking.say('screen.yen')}</span>}
          </span>
        )
      }
    </FieldFrame>
  );
}

/** Twice the same, or both as typed with a line break between, which no address has. */
export function ConfirmedInput(props: FieldProps) {
  const { path, value, change, asking } = props;
  const [typing, setTyping] = useState(() => text(value).split('\n'));
  const first = typing[0] ?? '';
  const second = typing[1] ?? (typing.length === 1 ? first : '');
  const write = (one: string, other: string) => {
    setTyping([one, other]);
    if (one === '' && other === '') change(undefined);
    else change(one === other ? one : one + '\n' + other);
  };
  const id = elementId(path) + '-again';
  const mistake = asking.mistakes[path];
  return (
    <>
      <TypedInput {...props} value={first} change={(entered) => write(text(entered), second)} />
      <div class="field">
        <label class="field-label" for={id}>
          {asking.say('screen.confirm')}
        </label>
        <input
          {...KEYBOARDS.email}
          autocomplete="off"
          class="width-full"
          id={id}
          aria-invalid={mistake ? 'true' : undefined}
          aria-describedby={mistake ? elementId(path) + '-mistake' : undefined}
          value={second}
          onInput={(event) => write(first, event.currentTarget.value)}
        />
      </div>
    </>
  );
}

type Keyboard = 'text' | 'number' | 'phone' | 'email' | 'digits';

/** Attributes by kind of keyboard. Never type=number: it swallows what it cannot read. */
const KEYBOARDS = {
  text: { type: 'text', autocomplete: 'off' },
  number: { type: 'text', inputMode: 'numeric', autocomplete: 'off' },
  digits: { type: 'text', inputMode: 'numeric', autocomplete: 'off' },
  phone: { type: 'tel', autocomplete: 'tel' },
  email: { type: 'email', autocomplete: 'email' },
} as const;

const DIGITS_ONLY = ['corporateNumber', 'careInsuredNumber', 'insurerNumber'];

function keyboard(field: FieldJson): Keyboard {
  if (field.type === 'number' || field.type === 'phone' || field.type === 'email') return field.type;
  return field.type === 'amount' || field.characters === 'digits' || DIGITS_ONLY.indexOf(field.pattern ?? '') >= 0
    ? 'digits'
    : 'text';
}

function width(field: FieldJson): string {
  if (field.type === 'number' || field.type === 'amount') return 'short';
  if (field.type === 'phone' || field.pattern !== undefined) return 'middle';
  return (field.maxLength ?? 200) <= 10 ? 'short' : 'full';
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** A whole number becomes one; anything else stays as typed, so that the check can name the mistake and nothing is lost. */
function typed(field: FieldJson, entered: string): unknown {
  if (entered === '') return undefined;
  if (field.type !== 'number' && field.type !== 'amount') return entered;
  const folded = entered.normalize('NFKC').trim();
  const number = Number(folded);
  return /^-?\d{1,16}$/.test(folded) && Number.isSafeInteger(number) && String(number) === folded
    ? number
    : entered;
}
