import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStaffLoad } from '../console/load.ts';
import { navigate, pathOf, usePlace } from '../app/router.ts';
import { screens } from '../staff-routes.generated.ts';
import { staff } from '../console/api.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, Show } from '../ui/notices.tsx';
import type { Example, Form } from '../forms/index.ts';
import { emptyForm } from './edit.ts';
import { FeePanel } from './fee-panel.tsx';
import { GuidePanel } from './guide-panel.tsx';
import { refusedInWords } from './guide-texts.ts';
import { Tool } from '../console/inputs.tsx';
import { stopsAtUnread } from '../console/whole-number.ts';
import { Examples } from './examples.tsx';
import { Findings, placeOf } from './findings.tsx';
import { LanguagesPanel } from './languages-panel.tsx';
import { LettersPanel } from './letters-panel.tsx';
import { outermost } from './following.ts';
import { Outline, type Place } from './outline.tsx';
import { Preview } from './preview.tsx';
import { PublishPanel } from './publish-panel.tsx';
import { Questions } from './questions.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { TemplatePanel } from './template-panel.tsx';
import type { Design } from '../console/design-types.ts';
import { useEditor } from './use-editor.ts';
import './builder.css';

const TABS = [
  { id: 'questions', name: '質問' },
  { id: 'fee', name: '手数料' },
  { id: 'rules', name: '決まり' },
  { id: 'guide', name: '手続の案内' },
  { id: 'letters', name: '文書' },
  { id: 'languages', name: 'ほかのことば' },
  { id: 'examples', name: '例' },
  { id: 'publish', name: '公開' },
];

const SAVING = {
  saved: '保存しました',
  waiting: '入力中…',
  saving: '保存しています…',
  offline: '通信できません。入力は残っています。つながったら保存します',
  conflict: '保存していません',
  removed: '削除されたため、保存できません',
  failed: '保存できませんでした',
};

/** One procedure being worked on: editor and preview side by side. */
export function Editor(props: { procedureId: string }) {
  const { procedureId } = props;
  const [opened, setOpened] = useState(0);
  const { loaded } = useStaffLoad(procedureId + opened, () => staff('readDesign', { params: { procedureId } }));
  return (
    <Show loaded={loaded} retry={() => setOpened(opened + 1)} title={screens.DESIGN.title}>
      {(design) => <Open key={String(opened)} design={design} reopen={() => setOpened(opened + 1)} />}
    </Show>
  );
}

function Open(props: { design: Design; reopen: () => void }) {
  const { design } = props;
  const { procedureId } = design;
  const editing = useEditor(design);
  const { query } = usePlace();
  const asked = query.get('tab');
  const tab = TABS.filter((one) => one.id === asked)[0] || TABS[0]!;
  // An example that was put into the preview, each time anew.
  const [trying, setTrying] = useState<Example | null>(null);
  const [place, setPlace] = useState<Place>({ page: null, field: null });
  const { doc } = editing;
  const form = doc.form || emptyForm(procedureId, doc.name || procedureId);
  const setForm = (next: Form, about?: string) => editing.edit({ ...doc, form: next }, about);
  const path = pathOf(screens.DESIGN.path, { procedureId });
  const at = pageAt(form, place);
  const open = outermost(form, place.field) === null ? null : place.field;
  const conflict = editing.saving === 'conflict';
  const removed = editing.saving === 'removed';
  const work = useRef<HTMLElement>(null);
  const shown = useRef(tab.id);
  // Another tab is another place to work in, before whoever wants a certain element of it looks for that.
  useLayoutEffect(() => {
    if (shown.current !== tab.id) work.current?.focus();
    shown.current = tab.id;
  }, [tab.id]);
  return (
    <div class="b-editor">
      <Heading title={doc.name || procedureId} caption={`${screens.DESIGN.title}：${tab.name}`} typed />
      <div class="b-bar">
        <button type="button" id="b-undo" class="button button-small" aria-disabled={removed || !editing.canUndo} onClick={() => removed || editing.undo()}>
          元に戻す
        </button>
        <button type="button" class="button button-small" aria-disabled={removed || !editing.canRedo} onClick={() => removed || editing.redo()}>
          やり直す
        </button>
        <p role="status" class={'b-saving b-saving-' + editing.saving}>
          {SAVING[editing.saving]}
        </p>
        <Link to={pathOf(screens.DESIGN_VERSIONS.path, { procedureId })}>版の一覧</Link>
      </div>
      {conflict && (
        <Notice kind="warning" title={editing.problem?.detail || editing.problem?.title || ''} focus>
          <p>あなたの変更は、まだ保存されていません。必要なところを控えてから、最新の内容を開いてください。上書きはされません。</p>
          <Tool about={doc.name || procedureId} onPress={props.reopen}>
            最新の内容を開く
          </Tool>
        </Notice>
      )}
      {removed && (
        <Notice kind="warning" title={editing.problem?.detail || 'この手続は削除されたか、担当の課が変わりました。'} focus>
          <p>ここで変更しても、保存できません。必要なところがあれば控えてください。</p>
          <p>
            <Link to={screens.DESIGNS.path} class="button">
              手続の一覧へ
            </Link>
          </p>
        </Notice>
      )}
      {editing.saving === 'failed' && editing.problem && (
        <Notice kind="error" title={editing.problem.title}>
          <ul>
            {(editing.problem.errors || []).map((error) => (
              <li key={error.path + error.code}>{refusedInWords(error)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <nav
        class="tabs"
        aria-label="編集するところ"
        onClickCapture={(event) => {
          // Elsewhere nobody would see that a number was not taken over, least of all when publishing.
          if (!stopsAtUnread(work.current)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <ul>
          {TABS.map((one) => (
            <li key={one.id}>
              <Link to={path + '?tab=' + one.id} current={one.id === tab.id}>
                {one.name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Lock on={removed}>
        <section class="b-work" aria-label={tab.name} tabIndex={-1} ref={work}>
          {tab.id === 'questions' && form.pages.every((page) => page.fields.length === 0) && (
            <TemplatePanel
              doc={doc}
              formId={procedureId}
              onDoc={(next) => {
                editing.edit(next);
                // The panel goes: what it made takes its place.
                work.current?.focus();
              }}
            />
          )}
          {tab.id === 'questions' && (
            <div class="b-questions">
              <Outline
                form={form}
                page={at}
                open={open}
                onPlace={(there) => {
                  setPlace(there);
                  focusLater(there.field === null ? 'b-page-title' : 'b-open-' + there.field);
                }}
              />
              <div>
                <Questions
                  form={form}
                  page={at}
                  open={open}
                  onPlace={setPlace}
                  onForm={setForm}
                  onUndo={editing.undo}
                />
              </div>
            </div>
          )}
          {tab.id === 'fee' && <FeePanel form={form} onForm={setForm} />}
          {tab.id === 'rules' && <RulesPanel form={form} onForm={setForm} />}
          {tab.id === 'guide' && <GuidePanel doc={doc} onDoc={editing.edit} />}
          {tab.id === 'letters' && (
            <LettersPanel
              doc={doc}
              procedureId={procedureId}
              divisionId={design.divisionId}
              words={design.letterWords}
              findings={editing.findings}
              onDoc={editing.edit}
            />
          )}
          {tab.id === 'languages' && <LanguagesPanel doc={doc} onDoc={editing.edit} />}
          {tab.id === 'examples' && <Examples form={form} editing={editing} onForm={setForm} onTry={(example) => setTrying({ ...example })} />}
          {tab.id === 'publish' && (
            <PublishPanel
              procedureId={procedureId}
              editing={editing}
              publishedVersion={design.publishedVersion}
              onPublished={() => {
                navigate(path);
                props.reopen();
              }}
            />
          )}
        </section>
        <div class="b-side">
          <Findings
            findings={editing.findings}
            onPlace={(finding) => {
              const there = placeOf(finding, form);
              navigate(path + '?tab=' + there.tab);
              setPlace(there);
              focusLater(there.element);
            }}
          />
          <section aria-labelledby="b-preview">
            <h2 id="b-preview">住民が見る画面</h2>
            <Preview
              procedureId={procedureId}
              form={form}
              follow={{ page: form.pages[at]!.id, field: open }}
              save={editing.save}
              example={trying}
              onExample={(example) => {
                const others = form.examples || [];
                const there = others.some((one) => one.id === example.id);
                setForm({
                  ...form,
                  examples: there ? others.map((one) => (one.id === example.id ? example : one)) : others.concat([example]),
                });
                navigate(path + '?tab=examples');
              }}
            />
          </section>
        </div>
      </Lock>
    </div>
  );
}

/** Editor and preview; to be read only, once nothing can be kept any more. */
function Lock(props: { on: boolean; children: ComponentChildren }) {
  const columns = <div class="b-columns">{props.children}</div>;
  return props.on ? (
    <fieldset class="b-lock" disabled>
      <legend class="visually-hidden">削除された手続の内容</legend>
      {columns}
    </fieldset>
  ) : (
    columns
  );
}

/** Number of the page that is being worked on. */
function pageAt(form: Form, place: Place): number {
  const holding = outermost(form, place.field);
  const ids = form.pages.map((page) => (holding === null ? page.id === place.page : page.fields.some((field) => field.id === holding)));
  return Math.max(0, ids.indexOf(true));
}

/** Once it is on the screen. */
function focusLater(id: string) {
  setTimeout(() => document.getElementById(id)?.focus());
}
