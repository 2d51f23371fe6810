import { useEffect, useRef } from 'preact/hooks';
import { own } from '../forms/index.ts';
import { elementId, type Answers, type FieldJson } from './definition.ts';
import { leastItems } from './engine.ts';
import { Field, type FieldProps } from './fields.tsx';
import { FieldSet } from './frame.tsx';

/** The same questions for several people or things. Focus goes to the new item, or to what is left after a removal. */
export function GroupInput(props: FieldProps) {
  const { field, path, value, change, asking } = props;
  const { say } = asking;
  const items = Array.isArray(value) ? (value as Answers[]) : [];
  const max = typeof field.max === 'number' ? field.max : 20;
  const word = field.itemLabel ?? field.label;
  const focus = useRef<string | null>(null);
  const id = elementId(path);

  // A form that needs items shows them from the start.
  const least = leastItems(field);
  const shown = items.slice();
  while (shown.length < least) shown.push({});

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

  return (
    <FieldSet field={field} path={path} asking={asking}>
      {shown.map((item, index) => (
        <fieldset class="group-item" id={`${id}-${index}-item`} key={index}>
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
            <button
              type="button"
              class="button button-small"
              onClick={() => {
                const left = shown.filter((_, i) => i !== index);
                focus.current = left.length > 0 ? `${id}-${Math.max(0, index - 1)}-item` : id + '-add';
                change(left.length > 0 ? left : undefined);
              }}
            >
              {say('screen.remove', { item: word, number: index + 1 })}
            </button>
          )}
        </fieldset>
      ))}
      {shown.length < max ? (
        <button
          type="button"
          id={id + '-add'}
          class="button"
          onClick={() => {
            focus.current = `${id}-${shown.length}-item`;
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
