import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { autofill } from '../app/site.ts';
import { BANK_KINDS, foldCode, foldKana, foldPostal, foldZengin, GIVEN_PARTS, ONE_NAME, OPTIONAL_PARTS, partsOf } from '../forms/index.ts';
import { later } from '../ui/later.tsx';
import { TextBox } from '../ui/text-box.tsx';
import { elementId, type FieldJson } from './definition.ts';
import type { FieldProps } from './asking.ts';
import { told, TOWN_PARTS, townOf, type Town } from './towns.ts';
import { ariaOf, FieldSet, Mistakes, type Aria } from './frame.tsx';

type Parts = Record<string, string>;

/** Few forms ask for an account. */
const BankFinder = later(() => import('./bank-finder.tsx').then((m) => m.BankFinder));

/** What browsers offer for a part when it is about the person who applies. */
const AUTOCOMPLETE: Parts = {
  family: 'family-name',
  given: 'given-name',
  postalCode: 'postal-code',
  prefecture: 'address-level1',
  city: 'address-level2',
  town: 'address-line1',
  block: 'address-line2',
  building: 'address-line3',
};

const DIGITS = ['postalCode', 'bankCode', 'branchCode', 'number'];

/** 氏名, 住所 and 振込先 in their parts. Readings are folded when the input is left. */
export function PartsInput(props: FieldProps) {
  const { field, path, value, asking } = props;
  const given: Parts = value !== null && typeof value === 'object' ? (value as Parts) : {};
  // A browser that fills in a whole name writes several parts before we draw again.
  const latest = useRef(given);
  latest.current = given;
  const set = (part: string, entered: string) => {
    const next: Parts = { ...latest.current };
    if (entered === '') delete next[part];
    else next[part] = entered;
    latest.current = next;
    props.change(Object.keys(next).length > 0 ? next : undefined);
  };
  const inputs = partsOf(field)
    .filter((part) => part !== 'unwritable' && part !== 'oneName' && !(given.oneName && GIVEN_PARTS.indexOf(part) >= 0))
    .map((part) => (
      <Part key={part} {...props} part={part} entered={given[part] ?? ''} set={set}>
        {part === 'postalCode' && <TownOffer path={path} asking={asking} given={given} set={set} />}
      </Part>
    ));
  return (
    <FieldSet field={field} path={path} asking={asking}>
      {field.type === 'bank' && (
        <>
          <p class="hint">{asking.say('screen.bank')}</p>
          <BankFinder path={path} asking={asking} given={given} set={set} />
        </>
      )}
      <div class={field.type + '-parts'}>{inputs}</div>
      {field.type === 'name' && <OneName {...props} given={given} set={set} />}
      {field.unwritable && <Unwritable {...props} part="unwritable" entered={given['unwritable'] ?? ''} set={set} />}
    </FieldSet>
  );
}

/** Whoever has one name only meets it where the given name was missed; nobody else needs to read it. */
function OneName(props: FieldProps & { given: Parts; set: (part: string, entered: string) => void }) {
  const { path, asking, given, set } = props;
  const missed = GIVEN_PARTS.some((part) => asking.mistakes[`${path}.${part}`] !== undefined);
  const only = given.oneName !== undefined;
  const id = elementId(path + '.oneName');
  if (!missed && !only) return null;
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        checked={only}
        onChange={(event) => {
          if (event.currentTarget.checked) GIVEN_PARTS.forEach((part) => set(part, ''));
          set('oneName', event.currentTarget.checked ? ONE_NAME : '');
        }}
      />
      <label for={id}>{asking.say('screen.oneName')}</label>
    </div>
  );
}

type PartProps = FieldProps & { part: string; entered: string; set: (part: string, entered: string) => void };

function Part(props: PartProps & { children?: ComponentChildren }) {
  const { field, path, asking, part, entered, set } = props;
  const partPath = path + '.' + part;
  const optional = OPTIONAL_PARTS.indexOf(part) >= 0;
  const partField: FieldJson = {
    id: part,
    type: 'text',
    label: asking.partLabel(field.type, part),
    required: field.required === true && !optional,
  };
  const aria = ariaOf(partPath, partField, asking);
  return (
    <div class={'part part-' + part}>
      <label for={elementId(partPath)}>
        {partField.label}
        {optional && <span class="optional">{asking.say('screen.optional')}</span>}
      </label>
      {part === 'postalCode' && <p class="hint">{asking.say('screen.postal')}</p>}
      {field.type === 'bank' && part === 'kind' ? (
        <AccountKind {...props} aria={aria} />
      ) : (
        <TextBox
          {...aria}
          type="text"
          autocomplete={autofill((field.gif && AUTOCOMPLETE[part]) || 'off')}
          inputMode={DIGITS.indexOf(part) >= 0 ? 'numeric' : undefined}
          value={entered}
          onText={(text) => set(part, text)}
          fold={(text) => fold(part, text)}
        />
      )}
      <Mistakes path={partPath} asking={asking} />
      {props.children}
    </div>
  );
}

/** What the postal code says of the address, to be taken over or not. A code that does not fit warns and stops nobody. */
function TownOffer(props: Pick<PartProps, 'path' | 'asking' | 'set'> & { given: Parts }) {
  const { path, asking, given, set } = props;
  const [town, setTown] = useState<Town | null | undefined>(undefined);
  const code = foldPostal(given.postalCode ?? '');
  useEffect(() => {
    setTown(undefined);
    if (!/^[0-9]{7}$/.test(code)) return;
    let current = true;
    void townOf(code).then((found) => current && setTown(found));
    return () => {
      current = false;
    };
  }, [code]);
  const says = told(town, given);
  const parts = 'parts' in says ? says.parts : [];
  const address = parts.map(({ value }) => value).join('');
  return (
    <div role="status">
      {says.kind === 'unknown' && <p class="hint">{asking.say('screen.town.unknown')}</p>}
      {says.kind === 'other' && <p class="hint">{asking.say('screen.town.other', { address })}</p>}
      {parts.length > 0 && (
        <button
          type="button"
          class="button button-small"
          onClick={() => {
            parts.forEach(({ part, value }) => set(part, value));
            const next = TOWN_PARTS.filter((part) => parts.every((one) => one.part !== part))[0] || 'building';
            document.getElementById(elementId(`${path}.${next}`))?.focus();
          }}
        >
          {asking.say('screen.town', { address })}
        </button>
      )}
    </div>
  );
}

function AccountKind(props: PartProps & { aria: Aria }) {
  const { asking, part, entered, set, aria } = props;
  return (
    <select {...aria} value={entered} onChange={(event) => set(part, event.currentTarget.value)}>
      <option value="">{asking.say('screen.choose')}</option>
      {BANK_KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {asking.say('screen.bank.' + kind)}
        </option>
      ))}
    </select>
  );
}

/** Few people need this, so it is asked only of whoever opens it. */
function Unwritable(props: PartProps) {
  const { path, asking, part, entered, set } = props;
  const partPath = path + '.' + part;
  const id = elementId(partPath);
  const [opened, setOpened] = useState(false);
  const open = opened || entered !== '' || asking.mistakes[partPath] !== undefined;
  return (
    <div class="unwritable">
      <button
        type="button"
        class="button button-small"
        aria-expanded={open ? 'true' : 'false'}
        onClick={() => setOpened(!open)}
      >
        {asking.say('screen.unwritable')}
      </button>
      {open && (
        <>
          <label class="hint" for={id}>
            {asking.say('screen.unwritable.hint')}
          </label>
          <TextBox
            {...ariaOf(partPath, { id: part, type: 'text', label: '' }, asking)}
            type="text"
            autocomplete="off"
            value={entered}
            onText={(text) => set(part, text)}
          />
          <Mistakes path={partPath} asking={asking} />
        </>
      )}
    </div>
  );
}

/** What stands in the input once it is left. Names and places stay as they were typed. */
function fold(part: string, entered: string): string {
  if (part === 'holderKana') return foldZengin(entered);
  if (part === 'postalCode') return foldPostal(entered);
  if (DIGITS.indexOf(part) >= 0) return foldCode(entered);
  return /Kana$/.test(part) ? foldKana(entered) : entered;
}
