import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStaffLoad } from '../console/load.ts';
import { navigate, pathOf, usePlace } from '../app/router.ts';
import { day, yen } from '../app/words.ts';
import { screens } from '../staff-routes.generated.ts';
import { staff } from '../console/api.ts';
import { Heading } from '../ui/heading.tsx';
import { Link } from '../ui/link.tsx';
import { Notice, Show } from '../ui/notices.tsx';
import type { Form } from '../forms/index.ts';
import { emptyForm } from './edit.ts';
import { FeePanel } from './fee-panel.tsx';
import { GuidePanel } from './guide-panel.tsx';
import { Tool } from '../console/inputs.tsx';
import { mismatchInWords } from './mismatches.ts';
import { LanguagesPanel } from './languages-panel.tsx';
import { Preview } from './preview.tsx';
import { PublishPanel } from './publish-panel.tsx';
import { Questions } from './questions.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { TemplatePanel } from './template-panel.tsx';
import type { Design, Finding } from '../console/design-types.ts';
import { useEditor, type Editing } from './use-editor.ts';

const TABS = [
  { id: 'questions', name: '質問' },
  { id: 'fee', name: '手数料' },
  { id: 'rules', name: '決まり' },
  { id: 'guide', name: '手続の案内' },
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
  const [field, setField] = useState<string | null>(null);
  const { doc } = editing;
  const form = doc.form || emptyForm(procedureId, doc.name || procedureId);
  const setForm = (next: Form, about?: string) => editing.edit({ ...doc, form: next }, about);
  const path = pathOf(screens.DESIGN.path, { procedureId });
  const conflict = editing.saving === 'conflict';
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
        <button type="button" id="b-undo" class="button button-small" aria-disabled={!editing.canUndo} onClick={editing.undo}>
          元に戻す
        </button>
        <button type="button" class="button button-small" aria-disabled={!editing.canRedo} onClick={editing.redo}>
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
      {editing.saving === 'failed' && editing.problem && (
        <Notice kind="error" title={editing.problem.title}>
          <ul>
            {(editing.problem.errors || []).map((error) => (
              <li key={error.path + error.code}>
                {error.path}：{error.message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <nav class="tabs" aria-label="編集するところ">
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
      <div class="b-columns">
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
          {tab.id === 'questions' && <Questions form={form} open={field} onOpen={setField} onForm={setForm} />}
          {tab.id === 'fee' && <FeePanel form={form} onForm={setForm} />}
          {tab.id === 'rules' && <RulesPanel form={form} onForm={setForm} />}
          {tab.id === 'guide' && <GuidePanel doc={doc} onDoc={editing.edit} />}
          {tab.id === 'languages' && <LanguagesPanel form={form} onForm={setForm} />}
          {tab.id === 'examples' && <Examples form={form} editing={editing} onForm={setForm} />}
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
              setField(there.field);
              setTimeout(() => document.getElementById(there.element)?.focus());
            }}
          />
          <section aria-labelledby="b-preview">
            <h2 id="b-preview">住民が見る画面</h2>
            <Preview
              procedureId={procedureId}
              form={form}
              save={editing.save}
              onExample={(example) => {
                setForm({ ...form, examples: (form.examples || []).concat([example]) });
                navigate(path + '?tab=examples');
              }}
            />
          </section>
        </div>
      </div>
    </div>
  );
}

/** What stands in the way, each with a way to its place. */
function Findings(props: { findings: Finding[]; onPlace: (finding: Finding) => void }) {
  const { findings } = props;
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  return (
    <section aria-labelledby="b-findings">
      <h2 id="b-findings">
        見直すところ <span class="count">{findings.length}件</span>
      </h2>
      {findings.length === 0 ? (
        <p>ありません。公開できます。</p>
      ) : (
        <>
          {errors > 0 && <p>「必ず」の{errors}件を直すと公開できます。</p>}
          <ul class="b-findings">
            {findings.map((finding) => (
              <li key={finding.pointer + finding.code + finding.message}>
                <span class={'badge b-' + finding.severity}>{finding.severity === 'error' ? '必ず' : 'できれば'}</span>
                <button type="button" class="as-link" onClick={() => props.onPlace(finding)}>
                  {finding.message}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Where a finding can be mended: tab, open question, element that takes the focus. */
function placeOf(finding: Finding, form: Form): { tab: string; field: string | null; element: string } {
  const at = /^\/form\/pages\/(\d+)(?:\/fields\/(\d+))?(?:\/fields\/(\d+))?/.exec(finding.pointer);
  if (at !== null) {
    const field = form.pages[Number(at[1])]?.fields[Number(at[2])];
    const member = at[3] === undefined ? undefined : field?.fields?.[Number(at[3])];
    const id = (member || field)?.id;
    return { tab: 'questions', field: id || null, element: id === undefined ? 'main' : 'b-label-' + id };
  }
  if (finding.pointer.indexOf('/form/fee') === 0) return { tab: 'fee', field: null, element: 'main' };
  if (finding.pointer.indexOf('/form/rules') === 0) return { tab: 'rules', field: null, element: 'main' };
  if (finding.pointer.indexOf('/form/texts') === 0) return { tab: 'languages', field: null, element: 'main' };
  if (finding.pointer.indexOf('/form/examples') === 0 || /example/.test(finding.code)) {
    return { tab: 'examples', field: null, element: 'main' };
  }
  if (finding.pointer.indexOf('/form') === 0) return { tab: 'questions', field: null, element: 'main' };
  return { tab: 'guide', field: null, element: 'b-guide-' + finding.pointer.slice(1) };
}

/** Applications with their expected outcome, run at each save. */
function Examples(props: { form: Form; editing: Editing; onForm: (form: Form) => void }) {
  const { form, editing } = props;
  const examples = form.examples || [];
  return (
    <section class="b-panel">
      <h2>例</h2>
      <p>「住民が見る画面」に入力して「送信をためす」を押すと、その入力と結果を例として残せます。保存のたびに、同じ結果になるかを確かめます。</p>
      {examples.length === 0 ? (
        <p>まだありません。</p>
      ) : (
        <ul class="b-examples">
          {examples.map((example) => {
            const tried = editing.examples.filter((one) => one.id === example.id)[0];
            return (
              <li key={example.id}>
                <p>
                  <strong>{example.title}</strong>
                  {tried !== undefined && (
                    <span class={'badge b-' + (tried.passed ? 'passed' : 'error')}>{tried.passed ? '期待どおり' : '期待とちがう'}</span>
                  )}
                </p>
                <p class="hint">
                  {day(example.today)}の申請。{example.expect.accepted ? '受け付ける' : '受け付けない'}
                  {example.expect.fee !== undefined && `、手数料 ${yen(example.expect.fee)}`}
                </p>
                {tried !== undefined && !tried.passed && (
                  <ul>
                    {tried.mismatches.map((one) => (
                      <li key={one.what}>
                        {mismatchInWords(one, form)}
                      </li>
                    ))}
                  </ul>
                )}
                <Tool
                  about={example.title}
                  onPress={() => {
                    const left = examples.filter((one) => one.id !== example.id);
                    const next = { ...form };
                    if (left.length === 0) delete next.examples;
                    else next.examples = left;
                    props.onForm(next);
                  }}
                >
                  例を消す
                </Tool>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
