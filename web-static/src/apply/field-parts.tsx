import { ADDRESS_PARTS, NAME_PARTS, type FieldJson } from './definition.ts';
import type { FieldProps } from './fields.tsx';
import { FieldSet, ariaOf, Mistakes } from './frame.tsx';
import { elementId } from './definition.ts';
import { foldKana } from './engine.ts';

type Parts = Record<string, string>;

/** 氏名 in its parts. Readings are folded to full-width katakana when the input is left. */
export function NameInput(props: FieldProps) {
  const parts = NAME_PARTS.filter(([part]) => props.field.kana !== false || !/Kana$/.test(part));
  return <PartsInput {...props} parts={parts} optional={[]} class="name-parts" />;
}

/** 住所 in its parts; only the building may be empty. */
export function AddressInput(props: FieldProps) {
  return <PartsInput {...props} parts={ADDRESS_PARTS} optional={['building']} class="address-parts" />;
}

function PartsInput(
  props: FieldProps & { parts: typeof NAME_PARTS; optional: string[]; class: string },
) {
  const { field, path, value, asking } = props;
  const given: Parts = value !== null && typeof value === 'object' ? (value as Parts) : {};
  const set = (part: string, entered: string) => {
    const next: Parts = { ...given };
    if (entered === '') delete next[part];
    else next[part] = entered;
    props.change(Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <FieldSet field={field} path={path} asking={asking}>
      <div class={props.class}>
        {props.parts.map(([part, label, autocomplete]) => {
          const partPath = path + '.' + part;
          const optional = props.optional.indexOf(part) >= 0;
          const partField: FieldJson = {
            id: part,
            type: 'text',
            label,
            required: field.required === true && !optional,
          };
          const postal = part === 'postalCode';
          return (
            <div class={'part part-' + part} key={part}>
              <label for={elementId(partPath)}>
                {label}
                {optional && <span class="optional">任意</span>}
              </label>
              {postal && <p class="hint">例：0613292（ハイフンなしの7桁）</p>}
              <input
                {...ariaOf(partPath, partField, asking)}
                type="text"
                autocomplete={field.gif ? autocomplete : 'off'}
                inputMode={postal ? 'numeric' : undefined}
                value={given[part] ?? ''}
                onInput={(event) => set(part, event.currentTarget.value)}
                onBlur={(event) => {
                  const entered = event.currentTarget.value;
                  if (/Kana$/.test(part) && foldKana(entered) !== entered) set(part, foldKana(entered));
                }}
              />
              <Mistakes path={partPath} asking={asking} />
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}
