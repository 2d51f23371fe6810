import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { own } from '../forms/index.ts';
import { elementId, type Answers, type FieldJson } from './definition.ts';
import { leastItems } from './engine.ts';
import type { FieldProps } from './asking.ts';
import { FieldSet } from './frame.tsx';

/** An item that was removed, as long as it can come back. */
interface Removed {
  index: number;
  item: Answers;
  identity: number;
}

/**
 * The same questions for several people or things. Each item keeps an identity of its own, so that what stands on its
 * inputs goes with it. Focus goes to the new item, or to what is left after a removal.
 */
export function GroupInput(props: FieldProps & { ask: ComponentType<FieldProps> }) {
  const { field, path, value, change, asking, ask: Field } = props;
  const { say } = asking;
  const items = Array.isArray(value) ? (value as Answers[]) : [];
  const max = typeof field.max === 'number' ? field.max : 20;
  const word = field.itemLabel ?? field.label;
  const focus = useRef<string | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const id = elementId(path);

  // A form that needs items shows them from the start.
  const least = leastItems(field);
  const shown = items.slice();
  while (shown.length < least) shown.push({});

  const next = useRef(0);
  const identities = useRef<number[]>([]);
  while (identities.current.length < shown.length) identities.current.push(next.current++);
  identities.current.length = shown.length;

  useEffect(() => {
    if (focus.current === null) return;
    const target = document.getElementById(focus.current);
    focus.current = null;
    (target?.querySelector<HTMLElement>('input, select, textarea') ?? target)?.focus();
  });

  // Several answers may come before we draw again.
  const latest = useRef(shown);
  latest.current = shown;
  const setItem = (index: number, member: FieldJson, answer: unknown) => {
    latest.current = latest.current.map((item, i) => {
      if (i !== index) return item;
      const next = { ...item };
      if (answer === undefined) delete next[member.id];
      else next[member.id] = answer;
      return next;
    });
    change(latest.current);
  };

  const remove = (index: number) => {
    const item = shown[index]!;
    const left = shown.filter((_, i) => i !== index);
    setRemoved({ index, item, identity: identities.current[index]! });
    identities.current.splice(index, 1);
    focus.current = left.length > 0 ? `${id}-${Math.max(0, index - 1)}-item` : id + '-add';
    change(left.length > 0 ? left : undefined);
    asking.removed(path, index);
  };

  const bringBack = ({ index, item, identity }: Removed) => {
    identities.current.splice(index, 0, identity);
    focus.current = `${id}-${index}-item`;
    setRemoved(null);
    change(shown.slice(0, index).concat([item], shown.slice(index)));
  };

  return (
    <FieldSet field={field} path={path} asking={asking}>
      {shown.map((item, index) => (
        <fieldset class="group-item" id={`${id}-${index}-item`} key={identities.current[index]}>
          <legend>
            {word} {index + 1}
          </legend>
          {asking.members(field, index).map((member) => (
            <Field
              key={member.id}
              field={member}
              path={`${path}[${index}].${member.id}`}
              value={own(item, member.id)}
              change={(answer) => setItem(index, member, answer)}
              asking={asking}
            />
          ))}
          {shown.length > least && (
            <button type="button" class="button button-small" onClick={() => remove(index)}>
              {say('screen.remove', { item: word, number: index + 1 })}
            </button>
          )}
        </fieldset>
      ))}
      <div role="status">
        {removed !== null && say('screen.removed', { item: word, number: removed.index + 1 })}
      </div>
      {removed !== null && Object.keys(removed.item).length > 0 && shown.length < max && (
        <button type="button" class="button button-small" onClick={() => bringBack(removed)}>
          {say('screen.undo')}
        </button>
      )}
      {shown.length < max ? (
        <button
          type="button"
          id={id + '-add'}
          class="button"
          onClick={() => {
            focus.current = `${id}-${shown.length}-item`;
            setRemoved(null);
            change(shown.concat([{}]));
          }}
        >
          {say('screen.add', { item: word })}
        </button>
      ) : (
        <p class="hint">{say('screen.most', { item: word, max })}</p>
      )}
    </FieldSet>
  );
}
