import { useId, useState } from 'preact/hooks';
import { amountWithUnit } from './answers.tsx';
import { PartsInput } from './field-parts.tsx';
import { TimeInput } from './field-time.tsx';
import { DateInput } from './field-date.tsx';
import { GroupInput } from './field-group.tsx';
import type { Option } from '../forms/index.ts';
import type { Words } from './engine.ts';
import { elementId, type FieldJson } from './definition.ts';
import { FieldFrame, FieldSet, Mistakes, Need } from './frame.tsx';

/** What the screen around a field gives it. */
export interface Asking extends Words {
  /** Mistakes by path. */
  mistakes: Record<string, string>;
  /** Paths whose answer still is what the card gave. */
  prefilled: (path: string) => boolean;
  /** Fields that staff asked to correct. */
  returned: string[];
  /** Members of a group that are shown for one item. */
  members: (group: FieldJson, index: number) => FieldJson[];
  /** What was computed at a path; null while something is missing. */
  computed: (path: string) => number | null;
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
    case 'address':
    case 'bank':
      return <PartsInput {...props} />;
    case 'date':
      return <DateInput {...props} />;
    case 'time':
      return <TimeInput {...props} />;
    case 'group':
      return <GroupInput {...props} />;
    case 'radio':
    case 'checkbox':
      return <ChoiceInput {...props} options={field.options ?? []} />;
    case 'yesno':
      return <YesNoInput {...props} />;
    case 'consent':
      return <ConsentInput {...props} />;
    case 'computed':
      return <Computed {...props} />;
    case 'constant':
      return null;
    case 'file':
      return (
        <FieldSet field={field} path={path} asking={asking}>
          <p class="hint">{asking.say('screen.file')}</p>
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
              <option value="">{asking.say('screen.choose')}</option>
              {(field.options ?? []).map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
      );
    case 'email':
      return field.confirm ? <ConfirmedInput {...props} /> : <TypedInput {...props} />;
    case 'text':
    case 'number':
    case 'amount':
    case 'phone':
      return <TypedInput {...props} />;
  }
}

function TypedInput(props: FieldProps) {
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
function ConfirmedInput(props: FieldProps) {
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

/** What follows from the answers, read out when it changes. */
function Computed(props: FieldProps) {
  const { field, path, asking } = props;
  const value = asking.computed(path);
  return (
    <div class="field" id={elementId(path)}>
      <p class="field-label" id={elementId(path) + '-label'}>
        {field.label}
      </p>
      {field.help && <p class="hint">{field.help}</p>}
      <output class="computed" aria-labelledby={elementId(path) + '-label'}>
        {value === null ? asking.say('screen.computed') : amountWithUnit(value, field.unit)}
      </output>
    </div>
  );
}

function Note(props: { field: FieldJson }) {
  const { image } = props.field;
  return (
    <div class="form-note">
      {props.field.label && <p class="form-note-title">{props.field.label}</p>}
      <p>{props.field.text}</p>
      {image && <img class="note-image" src={`data:${image.type};base64,${image.data}`} alt={image.alt} />}
    </div>
  );
}

/** Radio buttons and check boxes. The first one carries the field's id so that the summary's link lands on it. */
function ChoiceInput(props: FieldProps & { options: Option[] }) {
  const { field, path, value, change, asking, options } = props;
  const many = field.type === 'checkbox';
  const chosen = Array.isArray(value) ? (value as string[]) : [];
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

/** No is an answer too, so there are two buttons and not one box. */
function YesNoInput(props: FieldProps) {
  const { value, change, asking } = props;
  return (
    <ChoiceInput
      {...props}
      value={value === undefined ? undefined : String(value)}
      change={(entered) => change(entered === 'true')}
      options={[
        { value: 'true', label: asking.say('screen.yes') },
        { value: 'false', label: asking.say('screen.no') },
      ]}
    />
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
          {field.required && <Need field={field} asking={asking} />}
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
