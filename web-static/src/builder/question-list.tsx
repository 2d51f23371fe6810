import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { Field, Form } from '../forms/index.ts';
import { Select, Tool } from '../console/inputs.tsx';
import { Adding } from './adding.tsx';
import {
  addField, duplicateField, fieldAt, kindName, moveField, moveFieldTo, nameOf, removeField, type Spot,
} from './edit.ts';
import { FieldPanel } from './field-panel.tsx';
import type { Place } from './outline.tsx';

/** @param focusId of what takes the focus afterwards; '' leaves it where it is */
export type Act = (next: Form, words: string, focusId: string, removedAt?: Removed) => void;

/** Where a question stood that was just taken away; what takes it back stands there. */
export interface Removed {
  name: string;
  /** Of the page or group. */
  list: string;
  index: number;
  id: string;
}

interface About {
  form: Form;
  /** Of the page, or with `member` of the group. */
  spot: Spot;
  /** Id of the page or group whose questions these are. */
  list: string;
  fields: Field[];
  open: string | null;
  removed: Removed | null;
  onPlace: (place: Place) => void;
  onForm: (form: Form, about?: string) => void;
  onUndo: () => void;
  act: Act;
}

const holds = (field: Field, id: string | null) => field.id === id || (field.fields || []).some((member) => member.id === id);

/** The questions of a page or of a repeated group, a line each; the open one is edited in its place. */
export function QuestionList(props: About) {
  const { form, spot, fields, act, removed } = props;
  // By its number among these; what is dragged elsewhere is none of ours.
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const member = spot.member !== undefined;
  const at = (i: number): Spot => (member ? { ...spot, member: i } : { ...spot, field: i });
  const page = form.pages[spot.page]!;
  const drop = () => {
    if (dragged !== null && over !== null && dragged !== over) {
      const name = nameOf(fields[dragged]!);
      act(moveFieldTo(form, at(dragged), at(over)), `「${name}」を動かしました。${over + 1}番目です`, 'b-open-' + fields[dragged]!.id);
    }
    setDragged(null);
    setOver(null);
  };
  const gone = (i: number) =>
    removed !== null && removed.list === props.list && removed.index === i ? (
      <li class="b-removed">
        <span>「{removed.name}」を消しました。</span>
        <button type="button" id="b-take-back" class="button button-small" onClick={props.onUndo}>
          元に戻す
          <span class="visually-hidden">（{removed.name}）</span>
        </button>
      </li>
    ) : null;
  if (fields.length === 0 && gone(0) === null) return <p class="hint">まだ質問がありません。</p>;
  return (
    <ol class="b-fields">
      {fields.map((field, i) => {
        const here = at(i);
        const name = nameOf(field);
        const open = props.open === field.id;
        const within = holds(field, props.open);
        const move = (by: number) => {
          const to = moveField(form, here, by);
          const place = to.spot.member === undefined ? to.spot.field : to.spot.member;
          if (to.spot.page !== spot.page) props.onPlace({ page: form.pages[to.spot.page]!.id, field: open ? field.id : null });
          act(to.form, `「${name}」を${by < 0 ? '上' : '下'}へ動かしました。${place + 1}番目です`, `b-${by < 0 ? 'up' : 'down'}-${field.id}`);
        };
        const moved = (by: -1 | 1, off: boolean) => (
          <button
            type="button"
            id={`b-${by < 0 ? 'up' : 'down'}-${field.id}`}
            class="b-move"
            aria-disabled={off ? 'true' : undefined}
            onClick={() => {
              if (!off) move(by);
            }}
          >
            <span aria-hidden="true">{by < 0 ? '↑' : '↓'}</span>
            <span class="visually-hidden">
              {by < 0 ? '上へ' : '下へ'}（{name}）
            </span>
          </button>
        );
        return (
          <Fragment key={field.id}>
            {gone(i)}
            <li
              class={'b-field' + (open ? ' b-field-open' : '') + (over === i && dragged !== null && dragged !== i ? ' b-field-over' : '')}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                event.stopPropagation();
                setOver(i);
              }}
              onDrop={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                event.stopPropagation();
                drop();
              }}
            >
              <div
                class="b-line"
                draggable
                onDragStart={(event) => {
                  event.stopPropagation();
                  // Firefox drags only what carries something.
                  event.dataTransfer?.setData('text/plain', name);
                  setDragged(i);
                }}
                onDragEnd={() => {
                  setDragged(null);
                  setOver(null);
                }}
              >
                <button
                  type="button"
                  id={'b-open-' + field.id}
                  class="b-name"
                  aria-expanded={open ? 'true' : 'false'}
                  onClick={() => props.onPlace({ page: page.id, field: open ? null : field.id })}
                >
                  <span class="b-field-name">{name}</span>
                  <span class="b-kind">
                    {kindName(field.type)}
                    {field.type === 'group' && !within && `・${(field.fields || []).length}問`}
                  </span>
                  {field.required && <span class="required">※必須</span>}
                  {field.visibleIf !== undefined && <span class="badge">条件つき</span>}
                </button>
                {moved(-1, i === 0 && (spot.page === 0 || member))}
                {moved(1, i === fields.length - 1 && (spot.page === form.pages.length - 1 || member))}
              </div>
              {open && <FieldPanel form={form} spot={here} field={fieldAt(form, here)!} onForm={props.onForm} />}
              {field.type === 'group' && within && (
                <div class="b-group">
                  <QuestionList {...props} list={field.id} spot={{ ...here, member: 0 }} fields={field.fields || []} />
                  <Adding
                    form={form}
                    about={name}
                    members
                    onAdd={(added) => {
                      props.onPlace({ page: page.id, field: added.id });
                      act(addField(form, { ...here, member: 0 }, added), 'くり返しの中に質問を加えました', 'b-label-' + added.id);
                    }}
                  />
                </div>
              )}
              {open && (
                <div class="b-tools">
                  {!member && form.pages.length > 1 && (
                    <Select
                      label="ページ"
                      value={String(spot.page)}
                      options={form.pages.map((one, number) => ({ value: String(number), label: `${number + 1}　${one.title}` }))}
                      onValue={(to) => {
                        const target = form.pages[Number(to)]!;
                        props.onPlace({ page: target.id, field: field.id });
                        act(
                          moveFieldTo(form, here, { page: Number(to), field: target.fields.length }),
                          `「${name}」を「${target.title}」へ動かしました`,
                          'b-open-' + field.id,
                        );
                      }}
                    />
                  )}
                  <Tool
                    about={name}
                    onPress={() => {
                      const next = duplicateField(form, here);
                      const copy = fieldAt(next, at(i + 1))!;
                      props.onPlace({ page: page.id, field: copy.id });
                      act(next, `「${name}」を写しました`, 'b-label-' + copy.id);
                    }}
                  >
                    写す
                  </Tool>
                  <Tool
                    about={name}
                    onPress={() => {
                      props.onPlace({ page: page.id, field: null });
                      act(removeField(form, here), `「${name}」を消しました`, 'b-take-back', { name, list: props.list, index: i, id: field.id });
                    }}
                  >
                    消す
                  </Tool>
                </div>
              )}
            </li>
          </Fragment>
        );
      })}
      {gone(fields.length)}
    </ol>
  );
}
