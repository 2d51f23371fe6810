import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { newKey, type Outcome, type Problem } from '../app/api.ts';
import type { Asking } from '../apply/asking.ts';
import { begin } from '../apply/beginning.ts';
import type { Answers, FormJson } from '../apply/definition.ts';
import { openForm, type Mistake } from '../apply/engine.ts';
import { Field } from '../apply/fields.tsx';
import { focusPath, pageOf } from '../apply/focus.ts';
import { movedMistakes } from '../apply/mistakes.ts';
import { MistakeSummary } from '../apply/mistake-summary.tsx';
import { own } from '../forms/index.ts';
import { Check } from '../console/inputs.tsx';
import { staffSessionEnded } from '../console/session.ts';
import { ProblemBox, type Inputs } from '../ui/notices.tsx';

/** What is sent of a paper. */
export interface Paper {
  answers: Answers;
  /** Whether it is taken with what is lacking. */
  lacking: boolean;
}

/**
 * A form all on one page, as staff type a paper into it. What is wrong is told when it is sent, all at once; from then on it can
 * be taken as it is.
 */
export function PaperForm<V>(props: {
  form: FormJson;
  /** The day by which ages and the like count. */
  day: string;
  answers: Answers;
  onAnswers: (answers: Answers) => void;
  /** What stands above the questions. */
  above: ComponentChildren;
  inputs?: Inputs;
  /** What is wrong with what stands above, by paths of `inputs`. */
  aboveWrong?: () => Mistake[];
  verb: string;
  send: (paper: Paper, key: string) => Promise<Outcome<V>>;
  onDone: (value: V) => void;
}) {
  const { form, day, answers, onAnswers } = props;
  const engine = useMemo(() => openForm(form, day), [form, day]);
  const pages = engine.pages(answers);
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const [tries, setTries] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [offered, setOffered] = useState(false);
  const [lacking, setLacking] = useState(false);
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const attempt = useRef({ body: '', key: '' });
  const latest = useRef(answers);
  latest.current = answers;

  useEffect(() => {
    const held = { answers, begun: [], touched: false };
    const put = pages.map((page) => begin(held, page, pages, day));
    if (put.some((one) => one)) onAnswers(held.answers);
  }, []);

  const change = (id: string, value: unknown) => {
    const next = { ...latest.current };
    if (value === undefined) delete next[id];
    else next[id] = value;
    latest.current = next;
    onAnswers(next);
  };
  const byPath: Record<string, string> = {};
  for (const one of mistakes) if (!(one.path in byPath)) byPath[one.path] = one.message;
  const asking: Asking = {
    mistakes: byPath,
    prefilled: () => null,
    returned: [],
    members: (group, index) => engine.members(group, index, answers),
    moved: (group, index, by) => setMistakes(movedMistakes(mistakes, group, index, by)),
    computed: (path) => engine.computed(path, answers),
    language: engine.language,
    say: engine.say,
    partLabel: engine.partLabel,
  };
  /** Ids of questions for files: those go with the paper. */
  const onPaper = pages.reduce<string[]>(
    (ids, page) => ids.concat(page.fields.filter((field) => field.type === 'file').map((field) => field.id)),
    [],
  );

  const send = async () => {
    if (busy.current) return;
    setProblem(null);
    const above = props.aboveWrong === undefined ? [] : props.aboveWrong();
    const checked = engine.check(latest.current, day);
    const wrong = checked.mistakes.filter((one) => onPaper.indexOf(one.path) < 0);
    setMistakes(above.concat(wrong));
    setOffered(wrong.length > 0);
    if (above.length > 0 || (wrong.length > 0 && !lacking)) {
      setTries(tries + 1);
      return;
    }
    const paper: Paper = { answers: wrong.length > 0 ? checked.typed : checked.answers, lacking: wrong.length > 0 };
    const body = JSON.stringify(paper);
    if (attempt.current.body !== body) attempt.current = { body, key: newKey() };
    busy.current = true;
    setSending(true);
    const outcome = await props.send(paper, attempt.current.key);
    busy.current = false;
    setSending(false);
    if (outcome.ok) return props.onDone(outcome.value);
    const told = outcome.problem;
    if (told.status === 401) staffSessionEnded();
    const found = (told.errors ?? []).map((error) => ({ ...error, page: pageOf(pages, error.path) }));
    const here = found.filter((error) => error.page !== null);
    if (here.length > 0) setMistakes(here);
    const rest = (told.errors ?? []).filter((error) => pageOf(pages, error.path) === null);
    setTries((n) => n + 1);
    if (here.length < found.length || found.length === 0) setProblem({ ...told, errors: rest });
  };

  const toMistake = (one: Mistake) => {
    const input = (props.inputs ?? {})[one.path];
    if (input === undefined) focusPath(one.path);
    else document.getElementById(input.id)?.focus();
  };

  return (
    <form
      noValidate
      class="form paper-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {problem && <ProblemBox problem={problem} focus {...(props.inputs && { inputs: props.inputs })} />}
      <MistakeSummary mistakes={mistakes} tries={tries} words={engine} onMistake={toMistake} />
      {props.above}
      {pages.map((page) => (
        <section key={page.id} aria-labelledby={'paper-' + page.id}>
          <h2 id={'paper-' + page.id}>{page.title}</h2>
          {page.fields.map((field) =>
            field.type === 'file' ? (
              <p key={field.id} class="form-note">
                「{field.label}」は、紙のまま受け取ります。ここでの入力はいりません。
              </p>
            ) : (
              <Field key={field.id} field={field} path={field.id} value={own(answers, field.id)} change={(value) => change(field.id, value)} asking={asking} />
            ),
          )}
        </section>
      ))}
      {(offered || lacking) && (
        <div class="paper-lacking">
          <Check
            label="足りない・読み取れないところがあるまま受け付ける"
            hint="読み取れなかったところは、書かれているとおりに残ります。あとから、この申請の画面で直すか、申請者に補正を依頼してください。"
            checked={lacking}
            onCheck={setLacking}
          />
        </div>
      )}
      <div class="form-actions">
        <button type="submit" class="button button-main" aria-disabled={sending}>
          {sending ? '送信しています…' : props.verb}
        </button>
      </div>
    </form>
  );
}
