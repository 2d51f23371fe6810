import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldProblem } from '../app/api.ts';
import { today, yen } from '../app/words.ts';
import { firstAnswer } from '../apply/beginning.ts';
import type { Answers } from '../apply/definition.ts';
import { loadLanguage, openForm, type Mistake } from '../apply/engine.ts';
import type { Asking } from '../apply/asking.ts';
import { Field } from '../apply/fields.tsx';
import { own, readForm, type Example, type Field as FieldDefinition, type Form } from '../forms/index.ts';
import { Notice } from '../ui/notices.tsx';
import { staff } from '../console/api.ts';
import { Select, TextInput, Tool } from '../console/inputs.tsx';
import { LANGUAGES } from './languages.ts';
import type { Place } from './outline.tsx';
import { hiddenNow, outermost, shownForm } from './following.ts';

interface Trial {
  accepted: boolean;
  errors: FieldProblem[];
  fee?: number;
  pages: string[];
}

/** The form as a resident meets it, by the same renderer, and a trial that leaves no trace. */
export function Preview(props: {
  procedureId: string;
  form: Form;
  /** What is being edited: the preview goes along. */
  follow: Place;
  /** Puts what is on screen on record first; the server tries what is on record. */
  save: () => Promise<boolean>;
  /** With the id of one that is there already, it takes its place. */
  onExample: (example: Example) => void;
  /** What is put into the screen, to be changed or tried once more. */
  example: Example | null;
}) {
  const { form, example } = props;
  const [answers, setAnswers] = useState<Answers>({});
  const [page, setPage] = useState<string | null>(null);
  const [language, setLanguage] = useState('ja');
  const [ready, setReady] = useState('ja');
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const [trial, setTrial] = useState<Trial | null>(null);
  const [failed, setFailed] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (example === null) return;
    setAnswers(example.answers as Answers);
    setTrial(null);
    setMistakes([]);
    setPage(form.pages[0]!.id);
    heading.current?.focus();
  }, [example]);
  useEffect(() => {
    void loadLanguage(language).then(() => setReady(language));
  }, [language]);

  const { follow } = props;
  const screen = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (follow.page !== null) setPage(follow.page);
    setMistakes([]);
  }, [follow.page, follow.field]);
  useEffect(() => {
    const side = screen.current?.parentElement;
    const field = screen.current?.querySelector('.b-followed');
    if (side && field) side.scrollTop += field.getBoundingClientRect().top - side.getBoundingClientRect().top - 16;
  }, [follow.page, follow.field, page]);
  // While something is half written the preview stands as it was last, instead of going away.
  const readable = useRef<Form | null>(null);
  const reading = readForm(shownForm({ ...form, version: 1 }));
  if (reading.valid) readable.current = reading.form;
  if (readable.current === null) return <p>質問を加えると、ここに表示されます。</p>;
  const engine = openForm(readable.current, today(), ready);
  const pages = engine.pages(answers);
  const at = Math.max(0, pages.map((one) => one.id).indexOf(page || ''));
  const shown = pages[at];
  const followed = outermost(form, follow.field);
  const missing = hiddenNow(form, follow, followed, pages);
  const asking: Asking = {
    mistakes: mistakes.reduce<{ [path: string]: string }>((all, one) => ({ [one.path]: one.message, ...all }), {}),
    prefilled: () => null,
    returned: [],
    moved: () => {},
    members: (group, index) => engine.members(group, index, answers),
    computed: (path) => engine.computed(path, answers),
    language: engine.language,
    say: engine.say,
    partLabel: engine.partLabel,
  };
  const go = (to: number) => {
    setMistakes([]);
    setPage(pages[to]!.id);
  };
  const tryIt = async () => {
    setFailed('');
    const checked = engine.check(answers, today());
    if (!(await props.save())) return setFailed('保存してからためします。少し待って、もう一度押してください。');
    const outcome = await staff('tryDesign', {
      params: { procedureId: props.procedureId },
      body: { answers: checked.answers, today: today() },
    });
    if (outcome.ok) setTrial(outcome.value);
    else setFailed(outcome.problem.detail || outcome.problem.title);
  };
  return (
    <>
      <div class="b-adding">
        <Select
          label="表示することば"
          value={language}
          options={[{ value: 'ja', label: '日本語' }].concat(LANGUAGES.filter(({ value }) => (form.texts || {})[value] !== undefined))}
          onValue={setLanguage}
        />
        {pages.length > 1 && (
          <Select
            label="表示するページ"
            value={shown === undefined ? '' : shown.id}
            options={pages.map((one) => ({ value: one.id, label: one.title }))}
            onValue={setPage}
          />
        )}
      </div>
      {!reading.valid && <p class="hint">直すところがあるので、その前のようすを表示しています。</p>}
      {missing !== '' && <p class="hint">{missing}</p>}
      <div class="b-phone" ref={screen} lang={ready === 'en' ? 'en' : 'ja'}>
        {shown === undefined ? (
          <p>表示するページがありません。</p>
        ) : (
          <form
            noValidate
            class="form"
            onSubmit={(event) => {
              event.preventDefault();
              const found = engine.checkPage(shown.id, answers, today());
              // What was said of an answer before goes with it.
              setMistakes(found);
              setTrial(null);
              if (found.length > 0) return;
              if (at < pages.length - 1) go(at + 1);
              else void tryIt();
            }}
          >
            <p class="heading-caption">
              {engine.title}　{at + 1}/{pages.length}
            </p>
            <h3 ref={heading} tabIndex={-1}>
              {shown.title}
            </h3>
            <Beginning
              key={example === null ? '' : example.id}
              fields={shown.fields}
              example={example !== null}
              answers={answers}
              onAnswers={setAnswers}
            />
            {shown.fields.map((field) => (
              <div key={field.id} class={field.id === followed ? 'b-followed' : undefined}>
                <Field
                  field={field}
                  path={field.id}
                  value={answers[field.id]}
                  asking={asking}
                  change={(value) => {
                    const next = { ...answers };
                    if (value === undefined) delete next[field.id];
                    else next[field.id] = value;
                    setAnswers(next);
                    setTrial(null);
                  }}
                />
              </div>
            ))}
            <div class="form-actions">
              <button type="submit" class="button button-main">
                {at < pages.length - 1 ? '次へ' : '送信をためす'}
              </button>
              {at > 0 && (
                <button type="button" class="button" onClick={() => go(at - 1)}>
                  戻る
                </button>
              )}
            </div>
          </form>
        )}
      </div>
      {failed !== '' && <Notice kind="warning" title={failed} />}
      {trial !== null && <Outcome trial={trial} form={form} answers={engine.check(answers, today()).answers} example={example} onExample={props.onExample} />}
    </>
  );
}

/** Puts what questions are begun with into the screen, and follows when the author changes it. An example stays as it was kept. */
function Beginning(props: {
  fields: FieldDefinition[];
  example: boolean;
  answers: Answers;
  onAnswers: (answers: Answers) => void;
}) {
  const put = useRef<{ [field: string]: string | undefined }>({});
  useEffect(() => {
    let next = props.answers;
    for (const field of props.fields) {
      const first = firstAnswer(field, today());
      const mark = JSON.stringify(first) as string | undefined;
      const before = put.current[field.id];
      const isNew = !(field.id in put.current);
      put.current[field.id] = mark;
      if (mark === before || (isNew && props.example)) continue;
      const standing = JSON.stringify(own(next, field.id)) as string | undefined;
      if (standing !== undefined && standing !== before) continue;
      next = { ...next };
      if (first === undefined) delete next[field.id];
      else next[field.id] = first;
    }
    if (next !== props.answers) props.onAnswers(next);
  });
  return null;
}

/** What the server says to the trial, and a way to keep it as an example. */
function Outcome(props: { trial: Trial; form: Form; answers: Answers; example: Example | null; onExample: (example: Example) => void }) {
  const { trial, form } = props;
  const examples = form.examples || [];
  const before = examples.filter((one) => one.id === props.example?.id)[0];
  const [title, setTitle] = useState(before === undefined ? 'ふつうの申請' : before.title);
  const keep = (id: string) => {
    const expect: Example['expect'] = { accepted: trial.accepted, pages: trial.pages };
    if (!trial.accepted) expect.errors = trial.errors.map(({ path, code }) => ({ path, code }));
    if (trial.fee !== undefined) expect.fee = trial.fee;
    props.onExample({ id, title: title || id, today: today(), answers: props.answers, expect });
  };
  return (
    <Notice kind={trial.accepted ? 'success' : 'warning'} title={trial.accepted ? 'この入力は受け付けられます。' : 'この入力は受け付けられません。'} focus>
      {trial.fee !== undefined && <p>手数料：{yen(trial.fee)}</p>}
      {trial.errors.length > 0 && (
        <ul>
          {trial.errors.map((error) => (
            <li key={error.path + error.code}>{error.message}</li>
          ))}
        </ul>
      )}
      <p>申請は作られていません。この入力と結果を例として残すと、様式を変えるたびに同じ結果になるかを確かめます。</p>
      <TextInput id="b-example-title" label="例の名前" value={title} onText={(text) => setTitle(text || '')} />
      {before !== undefined && (
        <Tool about={before.title} onPress={() => keep(before.id)}>
          この入力と結果に書きかえる
        </Tool>
      )}
      <Tool
        about={title}
        onPress={() => {
          let n = examples.length + 1;
          while (examples.some((one) => one.id === 'example' + n)) n++;
          keep('example' + n);
        }}
      >
        {before === undefined ? '例として残す' : '別の例として残す'}
      </Tool>
    </Notice>
  );
}
