import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { own } from '../forms/index.ts';
import { today } from '../app/words.ts';
import { newItem } from './beginning.ts';
import { elementId, type Answers, type FieldJson } from './definition.ts';
import { leastItems } from './engine.ts';
import type { FieldProps } from './asking.ts';
import { FieldSet } from './frame.tsx';

/** What stands in the list: an item, or in the place of one that was removed the way to bring it back. */
interface Place {
  identity: number;
  removed: Removed | null;
}

interface Removed {
  /** Its number when it was removed. */
  number: number;
  item: Answers;
}

/**
 * The same questions for several people or things. Each item keeps an identity of its own, so that what stands on its
 * inputs goes with it. Where an item stood that was removed, this is said and it can come back, as long as the page is
 * open. Focus goes to the new item, to what is said of the removed one, or to the one that came back.
 */
export function GroupInput(props: FieldProps & { ask: ComponentType<FieldProps> }) {
  const { field, path, value, change, asking, ask: Field } = props;
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

  const next = useRef(0);
  const places = useRef<Place[]>([]);
  places.current = fitted(places.current, shown.length, () => next.current++);

  useEffect(() => {
    if (focus.current === null) return;
    const target = document.getElementById(focus.current);
    focus.current = null;
    const goal = target?.matches('fieldset') ? target.querySelector<HTMLElement>('input, select, textarea') : null;
    (goal ?? target)?.focus();
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

  const put = (place: Place, removed: Removed | null) => {
    places.current = places.current.map((one) => (one === place ? { ...place, removed } : one));
  };

  const remove = (place: Place, index: number) => {
    const left = shown.filter((_, i) => i !== index);
    put(place, { number: index + 1, item: shown[index]! });
    focus.current = removedId(id, place);
    change(left.length > 0 ? left : undefined);
    asking.moved(path, index, -1);
  };

  const bringBack = (place: Place, index: number, item: Answers) => {
    put(place, null);
    focus.current = `${id}-${index}-item`;
    change(shown.slice(0, index).concat([item], shown.slice(index)));
    asking.moved(path, index, 1);
  };

  let count = 0;
  return (
    <FieldSet field={field} path={path} asking={asking}>
      {places.current.map((place) => {
        const index = count;
        const { removed, identity } = place;
        if (removed !== null) {
          return (
            <div class="group-removed" id={removedId(id, place)} key={identity} tabIndex={-1}>
              <p>{said(field, word, removed, say)}</p>
              {Object.keys(removed.item).length > 0 && shown.length < max && (
                <button type="button" class="button button-small" onClick={() => bringBack(place, index, removed.item)}>
                  {say('screen.undo')}
                </button>
              )}
            </div>
          );
        }
        count++;
        return (
          <fieldset class="group-item" id={`${id}-${index}-item`} key={identity}>
            <legend>
              {word} {index + 1}
            </legend>
            {asking.members(field, index).map((member) => (
              <Field
                key={member.id}
                field={member}
                path={`${path}[${index}].${member.id}`}
                value={own(shown[index]!, member.id)}
                change={(answer) => setItem(index, member, answer)}
                asking={asking}
              />
            ))}
            {shown.length > least && (
              <button type="button" class="button button-small" onClick={() => remove(place, index)}>
                {say('screen.remove', { item: word, number: index + 1 })}
              </button>
            )}
          </fieldset>
        );
      })}
      {shown.length < max ? (
        <button
          type="button"
          id={id + '-add'}
          class="button"
          onClick={() => {
            focus.current = `${id}-${shown.length}-item`;
            change(shown.concat([newItem(field, today())]));
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

/** As many items as there are answers; somebody else may have changed these. */
function fitted(places: Place[], items: number, identity: () => number): Place[] {
  let count = 0;
  const kept = places.filter(({ removed }) => removed !== null || count++ < items);
  while (count < items) {
    kept.push({ identity: identity(), removed: null });
    count++;
  }
  return kept;
}

function removedId(id: string, place: Place): string {
  return `${id}-removed-${place.identity}`;
}

/** Which one it was: its number then, and the name of the person where it has one. */
function said(field: FieldJson, word: string, { number, item }: Removed, say: FieldProps['asking']['say']): string {
  const named = (field.fields ?? []).filter(({ type }) => type === 'name')[0];
  const { family = '', given = '' } = ((named && own(item, named.id)) || {}) as { family?: string; given?: string };
  const name = `${family} ${given}`.trim();
  return name === ''
    ? say('screen.removed', { item: word, number })
    : say('screen.removed.named', { item: word, number, name });
}
