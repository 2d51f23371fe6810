import { useEffect, useRef, useState } from 'preact/hooks';
import type { Field, FieldType, Form } from '../forms/index.ts';
import { BLOCKS, addBlock } from './blocks.ts';
import { ConditionPanel } from './condition-panel.tsx';
import {
  addField, addPage, duplicateField, earlier, fieldAt, KINDS, kindName, MEMBER_KINDS, moveField, movePage, newField,
  removeField, removePage, setPage, type Spot,
} from './edit.ts';
import { FieldPanel } from './field-panel.tsx';
import { Select, TextInput, Tool } from '../console/inputs.tsx';

/** The pages and questions of a form: add, change, order, duplicate, remove. */
export function Questions(props: {
  form: Form;
  open: string | null;
  onOpen: (fieldId: string | null) => void;
  onForm: (form: Form, about?: string) => void;
}) {
  const { form, onForm } = props;
  const [told, setTold] = useState('');
  const focus = useRef<string | null>(null);
  useEffect(() => {
    if (focus.current === null) return;
    document.getElementById(focus.current)?.focus();
    focus.current = null;
  });
  const act: Act = (next, words, focusId) => {
    focus.current = focusId;
    setTold(words);
    onForm(next);
  };
  return (
    <>
      <p role="status" class="visually-hidden">
        {told}
      </p>
      {form.pages.map((page, at) => (
        <section key={page.id} class="b-page" aria-label={`${at + 1}ページ目`}>
          <div class="b-page-head">
            <TextInput
              label={`${at + 1}ページ目の見出し`}
              value={page.title}
              onText={(title) => onForm(setPage(form, at, { title: title || '' }), page.id)}
            />
            <div class="b-tools">
              <Tool about={page.title} off={at === 0} onPress={() => act(movePage(form, at, -1), `「${page.title}」を前へ動かしました`, '')}>
                ページを前へ
              </Tool>
              <Tool
                about={page.title}
                off={at === form.pages.length - 1}
                onPress={() => act(movePage(form, at, 1), `「${page.title}」を後ろへ動かしました`, '')}
              >
                ページを後ろへ
              </Tool>
              <Tool
                about={page.title}
                off={form.pages.length === 1}
                onPress={() => act(removePage(form, at), `「${page.title}」を消しました。「元に戻す」で戻せます`, 'b-undo')}
              >
                ページを消す
              </Tool>
            </div>
          </div>
          {at > 0 && (
            <ConditionPanel
              title="このページを出すとき"
              always="いつも出します。"
              expression={page.visibleIf}
              fields={earlier(form, { page: at, field: 0 })}
              onChange={(visibleIf) => onForm(setPage(form, at, { visibleIf } as object))}
            />
          )}
          <Fields {...props} form={form} spot={{ page: at, field: 0 }} fields={page.fields} act={act} />
          <Adding
            form={form}
            about={page.title}
            onAdd={(field) => {
              props.onOpen(field.id);
              act(addField(form, { page: at, field: 0 }, field), '質問を加えました', 'b-label-' + field.id);
            }}
            onBlock={(block) => {
              const next = addBlock(form, at, block);
              act(next, 'まとまりを加えました', 'b-open-' + next.pages[at]!.fields[form.pages[at]!.fields.length]!.id);
            }}
          />
        </section>
      ))}
      <p>
        <button type="button" class="button" onClick={() => act(addPage(form), 'ページを加えました', '')}>
          ページを加える
        </button>
      </p>
    </>
  );
}

type Act = (next: Form, words: string, focusId: string) => void;

function Fields(props: {
  form: Form;
  /** Of the page, or with `member` of the group. */
  spot: Spot;
  fields: Field[];
  open: string | null;
  onOpen: (fieldId: string | null) => void;
  onForm: (form: Form, about?: string) => void;
  act: Act;
}) {
  const { form, spot, fields, act } = props;
  if (fields.length === 0) return <p class="hint">まだ質問がありません。</p>;
  return (
    <ol class="b-fields">
      {fields.map((field, i) => {
        const here: Spot = spot.member === undefined ? { ...spot, field: i } : { ...spot, member: i };
        const name = field.label || '（名前のない質問）';
        const open = props.open === field.id;
        const move = (by: number) => {
          const to = moveField(form, here, by);
          const place = to.spot.member === undefined ? to.spot.field : to.spot.member;
          act(to.form, `「${name}」を${by < 0 ? '上' : '下'}へ動かしました。${place + 1}番目です`, `b-${by < 0 ? 'up' : 'down'}-${field.id}`);
        };
        return (
          <li key={field.id} class={open ? 'b-field b-field-open' : 'b-field'}>
            <div class="b-field-head">
              <span class="b-field-name">
                {name}
                {field.required && <span class="required">※必須</span>}
                {field.visibleIf !== undefined && <span class="badge">条件つき</span>}
              </span>
              <span class="b-kind">{kindName(field.type)}</span>
              <span class="b-tools">
                <Tool about={name} id={'b-open-' + field.id} expanded={open} onPress={() => props.onOpen(open ? null : field.id)}>
                  {open ? '閉じる' : '編集'}
                </Tool>
                <Tool about={name} id={'b-up-' + field.id} off={i === 0 && (spot.page === 0 || spot.member !== undefined)} onPress={() => move(-1)}>
                  上へ
                </Tool>
                <Tool
                  about={name}
                  id={'b-down-' + field.id}
                  off={i === fields.length - 1 && (spot.page === form.pages.length - 1 || spot.member !== undefined)}
                  onPress={() => move(1)}
                >
                  下へ
                </Tool>
                <Tool about={name} onPress={() => act(duplicateField(form, here), `「${name}」を写しました`, 'b-open-' + field.id)}>
                  写す
                </Tool>
                <Tool about={name} onPress={() => act(removeField(form, here), `「${name}」を消しました。「元に戻す」で戻せます`, 'b-undo')}>
                  消す
                </Tool>
              </span>
            </div>
            {open && <FieldPanel form={form} spot={here} field={fieldAt(form, here)!} onForm={props.onForm} />}
            {field.type === 'group' && (
              <div class="b-group">
                <Fields {...props} spot={{ ...here, member: 0 }} fields={field.fields || []} />
                <Adding
                  form={form}
                  about={name}
                  members
                  onAdd={(member) => {
                    props.onOpen(member.id);
                    act(addField(form, { ...here, member: 0 }, member), 'くり返しの中に質問を加えました', 'b-label-' + member.id);
                  }}
                />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Adding(props: {
  form: Form;
  about: string;
  members?: boolean;
  onAdd: (field: Field) => void;
  onBlock?: (block: string) => void;
}) {
  const kinds = props.members ? MEMBER_KINDS : KINDS;
  const [kind, setKind] = useState<FieldType>('text');
  const [block, setBlock] = useState(BLOCKS[0]!.id);
  return (
    <div class="b-adding">
      <Select
        label={props.members ? 'くり返しの中に加える質問' : '加える質問'}
        value={kind}
        options={kinds.map((one) => ({ value: one.type, label: one.name }))}
        onValue={(value) => setKind(value as FieldType)}
      />
      <Tool about={props.about} onPress={() => props.onAdd(newField(props.form, kind))}>
        質問を加える
      </Tool>
      {props.onBlock && (
        <>
          <Select label="よく使うまとまり" value={block} options={BLOCKS.map((one) => ({ value: one.id, label: one.name }))} onValue={setBlock} />
          <Tool about={props.about} onPress={() => props.onBlock!(block)}>
            まとめて加える
          </Tool>
        </>
      )}
    </div>
  );
}
