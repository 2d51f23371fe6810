// Every kind of question on one page, asked by the resident's renderer, without a city hall behind it.
import '../../src/polyfills.ts';
import '../../src/portal/portal.css';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { followTranslation } from '../../src/app/translated.ts';
import { AnswerSections } from '../../src/apply/answers.tsx';
import { begin } from '../../src/apply/beginning.ts';
import type { FormJson } from '../../src/apply/definition.ts';
import { startDraft } from '../../src/apply/draft.ts';
import { movedMistakes } from '../../src/apply/mistakes.ts';
import { loadLanguage, openForm, type Mistake } from '../../src/apply/engine.ts';
import { FormPage } from '../../src/apply/form-page.tsx';
import { focusPath } from '../../src/apply/focus.ts';
import type { Purpose } from '../../src/apply/purpose.ts';
import { DayInput, type TypedDay } from '../../src/ui/day-input.tsx';
import { NumberInput, TextInput } from '../../src/console/inputs.tsx';
import { CaseSearch } from '../../src/staff/case-search.tsx';
import { CodeForm } from '../../src/ui/code-form.tsx';
import { SpokenCodeForm } from '../../src/ui/spoken-code-form.tsx';

followTranslation();

const asked = new URLSearchParams(location.search);
const language = asked.get('language') ?? 'ja';
const TODAY = '2026-11-23';

function Page(props: { form: FormJson }) {
  const { form } = props;
  const purpose = { path: '/', title: form.title, returned: undefined } as unknown as Purpose;
  const [engine] = useState(() => openForm(form, TODAY, language));
  const [draft] = useState(() => startDraft('kinds', {}, {}));
  const [index, setIndex] = useState(0);
  const [, redraw] = useState(0);
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const [tries, setTries] = useState(0);
  let pages = engine.pages(draft.answers);
  const page = pages[index];
  while (page !== undefined && begin(draft, page, pages, TODAY)) pages = engine.pages(draft.answers);
  if (page === undefined) {
    return (
      <main id="sent" data-sent={JSON.stringify(engine.check(draft.answers, TODAY).answers)}>
        <h1>確認</h1>
        <AnswerSections
          pages={pages}
          answers={engine.check(draft.answers, TODAY).whole}
          members={(group, at) => engine.members(group, at, draft.answers)}
          marked={[]}
        />
      </main>
    );
  }
  return (
    <main>
      <FormPage
        key={page.id}
        engine={engine}
        draft={draft}
        purpose={purpose}
        page={page}
        number={index + 1}
        total={pages.length}
        mistakes={mistakes}
        tries={tries}
        onMistake={(mistake) => focusPath(mistake.path)}
        onAnswer={(field, value) => {
          const next = { ...draft.answers };
          if (value === undefined) delete next[field.id];
          else next[field.id] = value;
          draft.answers = next;
          redraw((n) => n + 1);
        }}
        onMoved={(group, at, by) => {
          const kept = movedMistakes(mistakes, group, at, by);
          const now = engine.checkPage(page.id, draft.answers, TODAY);
          setMistakes(now.filter((one) => kept.some(({ path, code }) => path === one.path && code === one.code)));
        }}
        onForward={() => {
          const found = engine.checkPage(page.id, draft.answers, TODAY);
          setMistakes(found);
          setTries((n) => n + 1);
          if (found.length === 0) setIndex(index + 1);
        }}
        onBack={null}
      />
    </main>
  );
}

/** Every input of the console and of the portal outside of forms. */
function Inputs() {
  const [text, setText] = useState<string | undefined>('');
  const [lines, setLines] = useState<string | undefined>('');
  const [number, setNumber] = useState<number | undefined>(undefined);
  const [day, setDay] = useState<TypedDay>(undefined);
  const nothing = () => Promise.resolve(null);
  return (
    <main id="inputs" data-taken={JSON.stringify({ text, lines, number, day })}>
      <h1>入力欄</h1>
      <TextInput id="t-text" label="文" value={text} onText={setText} />
      <TextInput id="t-lines" label="長い文" lines={3} value={lines} onText={setLines} />
      <NumberInput label="数" value={number} onNumber={setNumber} />
      <DayInput id="day" label="日" value={undefined} onDay={setDay} />
      <CaseSearch onFound={() => {}} />
      {asked.get('console') === 'code' && <CodeForm label="確認番号" field="code" run="確認する" digits cancel={() => {}} send={nothing} />}
      {asked.get('console') === 'mail' && <CodeForm label="メール" field="email" run="送る" email cancel={() => {}} send={nothing} />}
      {asked.get('console') === 'spoken' && (
        <SpokenCodeForm label="コード" run="開く" running="…" send={nothing} onProblem={() => {}} />
      )}
    </main>
  );
}

if (asked.has('console')) render(<Inputs />, document.getElementById('root')!);
/** The forms of the shared vectors. */
else void fetch(`/form?form=${asked.get('form') ?? 'more'}`)
  .then((response) => response.json() as Promise<FormJson>)
  .then((form) => loadLanguage(language).then(() => render(<Page form={form} />, document.getElementById('root')!)));
