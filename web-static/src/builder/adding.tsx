import { useId, useState } from 'preact/hooks';
import type { Field, FieldType, Form } from '../forms/index.ts';
import { BLOCKS } from './blocks.ts';
import { KINDS, MEMBER_KINDS, newField } from './edit.ts';

const BLOCK = 'block:';

/** One more question, or a block of questions that are often asked together. */
export function Adding(props: {
  form: Form;
  about: string;
  members?: boolean;
  onAdd: (field: Field) => void;
  onBlock?: (block: string) => void;
}) {
  const id = useId();
  const [chosen, setChosen] = useState<string>('text');
  const kinds = props.members ? MEMBER_KINDS : KINDS;
  const options = kinds.map((one) => (
    <option key={one.type} value={one.type}>
      {one.name}
    </option>
  ));
  return (
    <div class="b-adding">
      <div class="b-input">
        <label for={id}>{props.members ? 'くり返しの中に加える質問' : '加える質問'}</label>
        <select id={id} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          {props.onBlock === undefined ? (
            options
          ) : (
            <>
              <optgroup label="質問">{options}</optgroup>
              <optgroup label="よく使うまとまり">
                {BLOCKS.map((one) => (
                  <option key={one.id} value={BLOCK + one.id}>
                    {one.name}
                  </option>
                ))}
              </optgroup>
            </>
          )}
        </select>
      </div>
      <button
        type="button"
        class={props.members ? 'button button-small' : 'button button-main'}
        onClick={() => {
          if (chosen.indexOf(BLOCK) === 0) props.onBlock!(chosen.slice(BLOCK.length));
          else props.onAdd(newField(props.form, chosen as FieldType));
        }}
      >
        質問を加える
        <span class="visually-hidden">（{props.about}）</span>
      </button>
    </div>
  );
}
