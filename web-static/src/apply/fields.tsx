import { useId } from 'preact/hooks';
import type { Option } from '../forms/index.ts';
import { amountWithUnit } from './answers.tsx';
import type { FieldProps } from './asking.ts';
import { elementId, type FieldJson } from './definition.ts';
import { later } from '../ui/later.tsx';
import { DateInput } from './field-date.tsx';
import { GroupInput } from './field-group.tsx';
import { PartsInput } from './field-parts.tsx';
import { TimeInput } from './field-time.tsx';
import { ConfirmedInput, TypedInput } from './field-typed.tsx';
import { FieldFrame, FieldSet, Mistakes, Need } from './frame.tsx';

/** Few forms ask for files. */
const FileInput = later(() => import('./field-file.tsx').then((m) => m.FileInput));

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
      return <GroupInput {...props} ask={Field} />;
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
      return <FileInput {...props} />;
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
