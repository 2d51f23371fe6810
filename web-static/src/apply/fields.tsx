import { useId } from 'preact/hooks';
import { AddressInput, NameInput } from './field-parts.tsx';
import { DateInput } from './field-date.tsx';
import { GroupInput } from './field-group.tsx';
import { elementId, type FieldJson } from './definition.ts';
import { FieldFrame, FieldSet, Mistakes } from './frame.tsx';

/** What the screen around a field gives it. */
export interface Asking {
  /** Mistakes by path. */
  mistakes: Record<string, string>;
  /** Paths whose answer still is what the card gave. */
  prefilled: (path: string) => boolean;
  /** Fields that staff asked to correct. */
  returned: string[];
  /** Members of a group that are shown for one item. */
  members: (group: FieldJson, index: number) => FieldJson[];
}

export interface FieldProps {
  field: FieldJson;
  path: string;
  value: unknown;
  /** undefined takes the answer away. */
  change: (value: unknown) => void;
  asking: Asking;
}

/** One question. */
export function Field(props: FieldProps) {
  const { field, path, value, change, asking } = props;
  switch (field.type) {
    case 'note':
      return <Note field={field} />;
    case 'name':
      return <NameInput {...props} />;
    case 'address':
      return <AddressInput {...props} />;
    case 'date':
      return <DateInput {...props} />;
    case 'group':
      return <GroupInput {...props} />;
    case 'radio':
    case 'checkbox':
      return <ChoiceInput {...props} />;
    case 'consent':
      return <ConsentInput {...props} />;
    case 'file':
      return (
        <FieldSet field={field} path={path} asking={asking}>
          <p class="hint">添付書類は、後日ご案内する方法で提出してください。この画面からの送信は準備中です。</p>
        </FieldSet>
      );
    case 'select':
      return (
        <FieldFrame field={field} path={path} asking={asking}>
          {(aria) => (
            <select
              {...aria}
              value={typeof value === 'string' ? value : ''}
              onChange={(event) => change(event.currentTarget.value || undefined)}
            >
              <option value="">選んでください</option>
              {(field.options ?? []).map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
      );
    case 'text':
    case 'number':
    case 'phone':
    case 'email':
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
              <input
                {...aria}
                {...KEYBOARDS[keyboard(field)]}
                class={'width-' + width(field)}
                value={text(value)}
                onInput={(event) => change(typed(field, event.currentTarget.value))}
              />
            )
          }
        </FieldFrame>
      );
  }
}

function Note(props: { field: FieldJson }) {
  return (
    <div class="form-note">
      {props.field.label && <p class="form-note-title">{props.field.label}</p>}
      <p>{props.field.text}</p>
    </div>
  );
}

/** Radio buttons and check boxes. The first one carries the field's id so that the summary's link lands on it. */
function ChoiceInput(props: FieldProps) {
  const { field, path, value, change, asking } = props;
  const many = field.type === 'checkbox';
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const options = field.options ?? [];
  const pick = (option: string, on: boolean) => {
    if (!many) change(option);
    else {
      const next = options
        .map((one) => one.value)
        .filter((one) => (one === option ? on : chosen.indexOf(one) >= 0));
      change(next.length > 0 ? next : undefined);
    }
  };
  // Screen-local group name: two groups of one page must not share it.
  const group = useId();
  return (
    <FieldSet field={field} path={path} asking={asking}>
      <div class="choices">
        {options.map((option, index) => {
          const id = elementId(path) + (index === 0 ? '-first' : '-' + index);
          return (
            <div class="choice" key={option.value}>
              <input
                id={id}
                type={many ? 'checkbox' : 'radio'}
                name={group}
                value={option.value}
                checked={many ? chosen.indexOf(option.value) >= 0 : value === option.value}
                onChange={(event) => pick(option.value, event.currentTarget.checked)}
              />
              <label for={id}>{option.label}</label>
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}

function ConsentInput(props: FieldProps) {
  const { field, path, value, change, asking } = props;
  const id = elementId(path);
  const mistake = asking.mistakes[path];
  return (
    <div class={'field' + (mistake ? ' field-mistaken' : '')}>
      <p class="consent-text" id={id + '-text'}>
        {field.text}
      </p>
      <div class="choice">
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          aria-invalid={mistake ? 'true' : undefined}
          aria-describedby={(mistake ? id + '-mistake ' : '') + id + '-text'}
          onChange={(event) => change(event.currentTarget.checked ? true : undefined)}
        />
        <label for={id}>
          {field.label}
          {field.required && <span class="required">※必須</span>}
        </label>
      </div>
      <Mistakes path={path} asking={asking} />
    </div>
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

function keyboard(field: FieldJson): Keyboard {
  if (field.type === 'number' || field.type === 'phone' || field.type === 'email') return field.type;
  return field.characters === 'digits' ? 'digits' : 'text';
}

function width(field: FieldJson): string {
  if (field.type === 'number') return 'short';
  if (field.type === 'phone') return 'middle';
  return (field.maxLength ?? 200) <= 10 ? 'short' : 'full';
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** A whole number becomes one; anything else stays as typed, so that the check can name the mistake and nothing is lost. */
function typed(field: FieldJson, entered: string): unknown {
  if (entered === '') return undefined;
  if (field.type !== 'number') return entered;
  const folded = entered.normalize('NFKC').trim();
  const number = Number(folded);
  return /^-?\d{1,16}$/.test(folded) && Number.isSafeInteger(number) && String(number) === folded
    ? number
    : entered;
}
