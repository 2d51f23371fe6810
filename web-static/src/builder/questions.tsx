import { useEffect, useRef, useState } from 'preact/hooks';
import type { Form, Page } from '../forms/index.ts';
import { addBlock } from './blocks.ts';
import { Adding } from './adding.tsx';
import { ConditionPanel } from './condition-panel.tsx';
import { addField, addPage, earlier, movePage, removePage, setPage } from './edit.ts';
import type { Place } from './outline.tsx';
import { QuestionList, type Act, type Removed } from './question-list.tsx';
import { TextInput, Tool } from '../console/inputs.tsx';

/** The page of a form that is being worked on: its questions to add, change, order, duplicate, remove. */
export function Questions(props: {
  form: Form;
  /** Number of the page. */
  page: number;
  open: string | null;
  onPlace: (place: Place) => void;
  onForm: (form: Form, about?: string) => void;
  onUndo: () => void;
}) {
  const { form, onForm } = props;
  const at = props.page;
  const page = form.pages[at]!;
  const [told, setTold] = useState('');
  // What was removed can be taken back at its place until something else is changed.
  const [removed, setRemoved] = useState<{ from: Form; to: Form; what: Removed } | null>(null);
  const focus = useRef<string | null>(null);
  useEffect(() => {
    if (focus.current === null) return;
    document.getElementById(focus.current)?.focus();
    focus.current = null;
  });
  const act: Act = (next, words, focusId, gone) => {
    focus.current = focusId;
    setTold(words);
    setRemoved(gone === undefined ? null : { from: form, to: next, what: gone });
    onForm(next);
  };
  const standing = removed !== null && removed.to === form ? removed.what : null;
  return (
    <>
      <p role="status" class="visually-hidden">
        {told}
      </p>
      <section key={page.id} class="b-page" aria-label={`${at + 1}ページ目`}>
        <TextInput
          id="b-page-title"
          label={`${at + 1}ページ目の見出し`}
          value={page.title}
          onText={(title) => onForm(setPage(form, at, { title: title || '' }), page.id)}
        />
        <PageSettings {...props} act={act} page={page} at={at} />
        <QuestionList
          form={form}
          spot={{ page: at, field: 0 }}
          list={page.id}
          fields={page.fields}
          open={props.open}
          removed={standing}
          onPlace={props.onPlace}
          onForm={onForm}
          onUndo={() => {
            focus.current = standing === null ? null : 'b-open-' + standing.id;
            setTold(standing === null ? '' : `「${standing.name}」を元に戻しました`);
            props.onUndo();
          }}
          act={act}
        />
        <Adding
          form={form}
          about={page.title}
          onAdd={(field) => {
            props.onPlace({ page: page.id, field: field.id });
            act(addField(form, { page: at, field: 0 }, field), '質問を加えました', 'b-label-' + field.id);
          }}
          onBlock={(block) => {
            const next = addBlock(form, at, block);
            act(next, 'まとまりを加えました', 'b-open-' + next.pages[at]!.fields[page.fields.length]!.id);
          }}
        />
      </section>
      <div class="b-tools">
        {at > 0 && (
          <Tool about={form.pages[at - 1]!.title} onPress={() => props.onPlace({ page: form.pages[at - 1]!.id, field: null })}>
            ← 前のページ
          </Tool>
        )}
        {at < form.pages.length - 1 && (
          <Tool about={form.pages[at + 1]!.title} onPress={() => props.onPlace({ page: form.pages[at + 1]!.id, field: null })}>
            次のページ →
          </Tool>
        )}
        <button
          type="button"
          class="button button-small"
          onClick={() => {
            const next = addPage(form);
            props.onPlace({ page: next.pages[next.pages.length - 1]!.id, field: null });
            act(next, 'ページを加えました', 'b-page-title');
          }}
        >
          ページを加える
        </button>
      </div>
    </>
  );
}

/** What is rarely needed of a page: when it is shown, its place among the others, and its end. */
function PageSettings(props: { form: Form; page: Page; at: number; act: Act; onPlace: (place: Place) => void; onForm: (form: Form, about?: string) => void }) {
  const { form, page, at, act } = props;
  const [shown, setShown] = useState(false);
  if (form.pages.length === 1) return null;
  return (
    <>
      <p class="b-page-settings">
        {page.visibleIf !== undefined && <span class="badge">条件つき</span>}
        <button type="button" class="as-link" aria-expanded={shown ? 'true' : 'false'} onClick={() => setShown(!shown)}>
          {at > 0 ? 'このページの条件・順番・削除' : 'このページの順番・削除'}
        </button>
      </p>
      {shown && (
        <>
          {at > 0 && (
            <ConditionPanel
              title="このページを出すとき"
              always="いつも出します。"
              expression={page.visibleIf}
              fields={earlier(form, { page: at, field: 0 })}
              onChange={(visibleIf) => props.onForm(setPage(form, at, { visibleIf } as object))}
            />
          )}
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
              onPress={() => {
                const next = removePage(form, at);
                props.onPlace({ page: next.pages[Math.min(at, next.pages.length - 1)]!.id, field: null });
                act(next, `「${page.title}」を消しました。「元に戻す」で戻せます`, 'b-undo');
              }}
            >
              ページを消す
            </Tool>
          </div>
        </>
      )}
    </>
  );
}
