import { useState } from 'preact/hooks';
import { autofill } from '../app/site.ts';
import { foldCode, foldEmail, foldKana, foldPattern, foldPhone, readTyped } from '../forms/index.ts';
import { TextBox } from '../ui/text-box.tsx';
import { elementId, type FieldJson } from './definition.ts';
import type { FieldProps } from './asking.ts';
import { FieldFrame, unitOf } from './frame.tsx';

/** One text, number, address of mail or telephone number, with the keyboard that fits it. */
export function TypedInput(props: FieldProps) {
  const { field, path, value, change, asking } = props;
  return (
    <FieldFrame field={field} path={path} asking={asking}>
      {(aria) =>
        field.multiline ? (
          <TextBox {...aria} rows={6} value={text(value)} onText={(entered) => change(entered || undefined)} />
        ) : (
          <span class={unitOf(field, asking) === undefined ? undefined : 'with-unit'}>
            <TextBox
              {...aria}
              {...KEYBOARDS[keyboard(field)]}
              autocomplete={autofill(KEYBOARDS[keyboard(field)].autocomplete)}
              class={'width-' + width(field)}
              value={text(value)}
              onText={(entered) => change(typed(field, entered))}
              fold={(entered) => foldFor(field, entered)}
            />
            {unitOf(field, asking) !== undefined && <span id={aria.id + '-unit'}>{unitOf(field, asking)}</span>}
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
    else change(foldEmail(one) === foldEmail(other) ? one : one + '\n' + other);
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
        <TextBox
          {...KEYBOARDS.email}
          autocomplete="off"
          class="width-full"
          id={id}
          aria-invalid={mistake ? 'true' : undefined}
          aria-describedby={mistake ? elementId(path) + '-mistake' : undefined}
          value={second}
          onText={(entered) => write(first, entered)}
          fold={foldEmail}
        />
      </div>
    </>
  );
}

type Keyboard = 'text' | 'number' | 'decimal' | 'phone' | 'email' | 'digits';

/** Attributes by kind of keyboard. Never type=number: it swallows what it cannot read. */
const KEYBOARDS = {
  text: { type: 'text', autocomplete: 'off' },
  number: { type: 'text', inputMode: 'numeric', autocomplete: 'off' },
  decimal: { type: 'text', inputMode: 'decimal', autocomplete: 'off' },
  digits: { type: 'text', inputMode: 'numeric', autocomplete: 'off' },
  phone: { type: 'tel', autocomplete: 'tel' },
  email: { type: 'email', autocomplete: 'email' },
} as const;

const DIGITS_ONLY = ['corporateNumber', 'careInsuredNumber', 'insurerNumber'];

function keyboard(field: FieldJson): Keyboard {
  if (field.decimals) return 'decimal';
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

/** A number becomes one as soon as it is written as it is kept; anything else stays as typed: the check folds it, or names what is wrong with it. */
function typed(field: FieldJson, entered: string): unknown {
  if (entered === '') return undefined;
  if (field.type !== 'number' && field.type !== 'amount') return entered;
  const { value } = readTyped(entered, field.unit, field.decimals);
  return value !== undefined && String(value) === entered ? value : entered;
}

/** What stands in the input once it is left: what the check makes of it. Free text stays as it was typed. */
function foldFor(field: FieldJson, entered: string): string {
  switch (field.type) {
    case 'number':
    case 'amount': {
      const { value } = readTyped(entered, field.unit, field.decimals);
      return value === undefined ? entered : String(value);
    }
    case 'phone': {
      // With a remark it is no number, whose brackets and spaces would go: it stays for whoever mends it.
      const number = foldPhone(entered);
      return /^[0-9-]*$/.test(number) ? number : entered;
    }
    case 'email':
      return foldEmail(entered);
    default:
      if (field.pattern !== undefined) return foldPattern(entered);
      if (field.characters === 'kana') return foldKana(entered);
      return field.characters === 'digits' || field.characters === 'alnum' ? foldCode(entered) : entered;
  }
}
