import type { ComponentChildren } from 'preact';
import { dayInWords } from '../forms/index.ts';
import { elementId, type FieldJson } from './definition.ts';
import type { Asking } from './asking.ts';

/** Attributes that tie an input to its label, help and mistake; the mistake is read first. */
export interface Aria {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
  'aria-required': 'true' | undefined;
}

/** What an answer is counted in, where it stands behind the input. */
export function unitOf(field: FieldJson, asking: Asking): string | undefined {
  if (field.type === 'amount') return asking.say('screen.yen');
  return field.type === 'number' ? field.unit : undefined;
}

export function ariaOf(path: string, field: FieldJson, asking: Asking): Aria {
  const id = elementId(path);
  const described = [
    asking.mistakes[path] ? id + '-mistake' : '',
    unitOf(field, asking) !== undefined ? id + '-unit' : '',
    field.help || field.example ? id + '-hint' : '',
    asking.prefilled(path) ? id + '-prefilled' : '',
  ].filter((one) => one !== '');
  return {
    id,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': asking.mistakes[path] ? 'true' : undefined,
    'aria-required': field.required ? 'true' : undefined,
  };
}

/** Label, help, input, mistake: for one input. */
export function FieldFrame(props: {
  field: FieldJson;
  path: string;
  asking: Asking;
  children: (aria: Aria) => ComponentChildren;
}) {
  const { field, path, asking } = props;
  const id = elementId(path);
  return (
    <div class={frameClass(path, asking)}>
      <Returned path={path} asking={asking} />
      <label class="field-label" for={id}>
        {field.label}
        <Need field={field} asking={asking} />
      </label>
      <Hint id={id} field={field} asking={asking} />
      {props.children(ariaOf(path, field, asking))}
      <Prefilled path={path} asking={asking} />
      <Mistakes path={path} asking={asking} />
    </div>
  );
}

/** The same for several inputs that are one question. */
export function FieldSet(props: {
  field: FieldJson;
  path: string;
  asking: Asking;
  children: ComponentChildren;
}) {
  const { field, path, asking } = props;
  const aria = ariaOf(path, field, asking);
  return (
    <fieldset class={frameClass(path, asking)} id={aria.id} aria-describedby={aria['aria-describedby']}>
      <legend class="field-label">
        {field.label}
        <Need field={field} asking={asking} />
      </legend>
      <Returned path={path} asking={asking} />
      <Hint id={aria.id} field={field} asking={asking} />
      {props.children}
      <Prefilled path={path} asking={asking} />
      <Mistakes path={path} asking={asking} />
    </fieldset>
  );
}

function frameClass(path: string, asking: Asking): string {
  return (
    'field' +
    (asking.mistakes[path] ? ' field-mistaken' : '') +
    (asking.returned.indexOf(path) >= 0 ? ' field-returned' : '')
  );
}

export function Need(props: { field: FieldJson; asking: Asking }) {
  const { say } = props.asking;
  return props.field.required ? (
    <span class="required">{say('screen.required')}</span>
  ) : (
    <span class="optional">{say('screen.optional')}</span>
  );
}

function Hint(props: { id: string; field: FieldJson; asking: Asking }) {
  const { help, example } = props.field;
  if (!help && !example) return null;
  return (
    <div class="hint" id={props.id + '-hint'}>
      {help && <p>{help}</p>}
      {example && <p>{props.asking.say('screen.example', { example })}</p>}
    </div>
  );
}

export function Mistakes(props: { path: string; asking: Asking }) {
  const message = props.asking.mistakes[props.path];
  if (!message) return null;
  return (
    <p class="mistake" id={elementId(props.path) + '-mistake'}>
      ＊{message}
    </p>
  );
}

function Prefilled(props: { path: string; asking: Asking }) {
  const { asking } = props;
  const origin = asking.prefilled(props.path);
  if (origin === null) return null;
  return (
    <p class="prefilled" id={elementId(props.path) + '-prefilled'}>
      {asking.say('screen.prefilled', { source: origin.source, day: dayInWords(origin.asOf, asking.language) })}
    </p>
  );
}

function Returned(props: { path: string; asking: Asking }) {
  if (props.asking.returned.indexOf(props.path) < 0) return null;
  return <p class="returned-mark">{props.asking.say('screen.returned')}</p>;
}
