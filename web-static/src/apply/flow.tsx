import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../app/api.ts';
import { back, navigate, standAt, usePlace } from '../app/router.ts';
import { refreshSession, sessionEnded } from '../app/session.ts';
import type { Upload } from '../app/types.ts';
import { today } from '../app/words.ts';
import { own } from '../forms/index.ts';
import { begin } from './beginning.ts';
import { CheckPage } from './check-page.tsx';
import { rootOf, type FieldJson, type PageJson } from './definition.ts';
import { keep, keepNow, keyFor, type Draft } from './draft.ts';
import type { FormEngine, Mistake } from './engine.ts';
import { unfinished } from './files.ts';
import { focusOn, focusPath, pageOf } from './focus.ts';
import { FormPage } from './form-page.tsx';
import { movedMistakes } from './mistakes.ts';
import type { Purpose } from './purpose.ts';
import { settled } from './saving.ts';

export const CHECK = 'check';
export const DONE = 'done';
/** Sent, and a mail tells so: what a reload leaves to know of it. */
export const DONE_BY_MAIL = 'done-by-mail';

/** One page at a time, then the check page, then sending. Nothing typed is ever dropped on the way. */
export function Flow(props: { engine: FormEngine; draft: Draft; purpose: Purpose }) {
  const { engine, draft, purpose } = props;
  const place = usePlace();
  const [, redraw] = useState(0);
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const [tries, setTries] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState(0);
  const busy = useRef(false);

  let pages = engine.pages(draft.answers);
  const step = stepOf(place.state.step ?? (draft.restored ? draft.step : null) ?? undefined, pages, draft, purpose);
  const index = pages.map((page) => page.id).indexOf(step);
  // What a correction leaves out was left out on purpose. What is put in may show more questions of the page.
  while (index >= 0 && purpose.returned === undefined && begin(draft, pages[index]!, pages, today())) {
    pages = engine.pages(draft.answers);
  }

  useEffect(() => {
    const wanted = draft.wantedPath;
    draft.wantedPath = null;
    if (place.state.step !== step) standAt(step);
    // Back from signing in or from a reload: on with the field that had the focus.
    if (draft.step !== step) draft.field = null;
    const { field } = draft;
    if (draft.restored) setTimeout(() => focusOn(field === null ? null : document.getElementById(field)));
    draft.restored = false;
    draft.step = step;
    keep();
    setProblem(null);
    setMistakes(wanted === null || index < 0 ? [] : engine.checkPage(step, draft.answers, today()));
    if (wanted !== null) setTimeout(() => focusPath(wanted));
  }, [step]);

  useEffect(() => {
    const note = (event: FocusEvent) => {
      const { id } = event.target as HTMLElement;
      if (id.indexOf('f-') === 0) draft.field = id;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [draft]);

  // What only the city hall can tell is told where everything is looked at once more, not when it is sent.
  useEffect(() => {
    const checked = step === CHECK && purpose.trial !== undefined ? engine.check(draft.answers, today()) : null;
    if (checked === null || checked.mistakes.length > 0) return;
    let over = false;
    void purpose.trial!(checked.answers, checked.free || checked.fee === null ? undefined : checked.fee).then((outcome) => {
      if (over || outcome.ok || outcome.problem.status === 0) return;
      setTries((n) => n + 1);
      tell(outcome.problem);
    });
    return () => {
      over = true;
    };
  }, [step]);

  // In another language the mistakes that stand there are told anew.
  useEffect(() => {
    setMistakes((told) => {
      if (told.length === 0) return told;
      return index < 0 ? engine.check(draft.answers, today()).mistakes : engine.checkPage(step, draft.answers, today());
    });
  }, [engine]);

  const go = (to: string) => navigate(purpose.path, { step: to });

  const change = (field: FieldJson, value: unknown) => {
    const next = { ...draft.answers };
    if (value === undefined) delete next[field.id];
    else next[field.id] = value;
    draft.answers = next;
    draft.touched = true;
    keep();
    redraw((n) => n + 1);
  };

  const confirmed = () => redraw((n) => n + 1);

  const moved = (group: string, index: number, by: 1 | -1) => {
    const kept = movedMistakes(mistakes, group, index, by);
    const now = engine.checkPage(step, draft.answers, today());
    setMistakes(now.filter((one) => kept.some(({ path, code }) => path === one.path && code === one.code)));
  };

  /** Files of this page that did not arrive yet: going on would leave them behind. */
  const onTheirWay = (): Mistake[] =>
    unfinished(draft)
      .filter((path) => pageOf(pages, path) === step)
      .map((path) => ({ path, page: step, code: 'file-sending', message: engine.say('screen.file.unfinished') }));

  /** Files of this page that were looked at and not taken: the city hall would say so only when all is sent. */
  const notTaken = (): Mistake[] =>
    pages[index]!.fields
      .filter((field) => field.type === 'file')
      .reduce<Mistake[]>((all, field) => {
        const ids = own(draft.answers, field.id);
        const files = (Array.isArray(ids) ? (ids as string[]) : []).map((id) => own(draft.files ?? {}, id) as Upload | undefined);
        return all.concat(
          files
            .filter((file) => file?.message !== undefined)
            .map((file) => ({ path: field.id, page: step, code: file!.code!, message: `${file!.name}：${file!.message}` })),
        );
      }, []);

  const forward = () => {
    const found = onTheirWay().concat(notTaken(), engine.checkPage(step, draft.answers, today()));
    setMistakes(found);
    setTries(tries + 1);
    if (found.length > 0) return;
    go(after(engine.pages(draft.answers), index, draft, purpose));
  };

  const send = async () => {
    if (busy.current) return;
    const checked = engine.check(draft.answers, today());
    setMistakes(checked.mistakes);
    setTries(tries + 1);
    setProblem(null);
    if (checked.mistakes.length > 0) return;
    busy.current = true;
    setSending(true);
    await settled(draft);
    const fee = checked.free || checked.fee === null ? undefined : checked.fee;
    const key = keyFor(draft, purpose.body(checked.answers, fee));
    // The same key goes with a retry after this page was loaded anew.
    keepNow();
    const outcome = purpose.sign
      ? await purpose.sign(checked.answers, fee)
      : await purpose.submit(checked.answers, fee, key);
    busy.current = false;
    setSending(false);
    if (outcome.ok) {
      if (typeof outcome.value === 'string') {
        // The city hall holds it now: leaving the page to sign loses nothing.
        draft.touched = false;
        keepNow();
        navigate(outcome.value);
        return;
      }
      draft.receipt = outcome.value;
      draft.answers = {};
      keepNow();
      navigate(purpose.path, { replace: true, step: purpose.returned === undefined && outcome.value.byMail ? DONE_BY_MAIL : DONE });
      void refreshSession();
      return;
    }
    const told = outcome.problem;
    setTries((n) => n + 1);
    if (told.status === 401) {
      sessionEnded();
      setRefused((n) => n + 1);
    }
    // Signed in otherwise meanwhile, in another tab: the head of the page shall say so.
    if (told.code === 'proof-required') void refreshSession();
    if (told.status === 409 && purpose.onChanged(told)) return;
    tell(told);
  };

  /** What belongs to a question is shown there; what belongs to none (a state, the fee) is told as it is. */
  const tell = (told: Problem) => {
    const found = (told.errors ?? []).map((error) => ({ ...error, page: pageOf(pages, error.path) }));
    if (found.length > 0 && found.every((error) => error.page !== null)) setMistakes(found);
    else setProblem(told);
  };

  const toField = (mistake: Mistake) => {
    if (index >= 0) return focusPath(mistake.path);
    const page = mistake.page ?? pageOf(pages, mistake.path);
    if (page === null) return;
    draft.wantedPath = mistake.path;
    draft.fromCheck = true;
    go(page);
  };

  if (step === CHECK) {
    return (
      <CheckPage
        engine={engine}
        draft={draft}
        purpose={purpose}
        pages={pages}
        mistakes={mistakes}
        tries={tries}
        refused={refused}
        problem={problem}
        sending={sending}
        onMistake={toField}
        onChange={(page, path) => {
          draft.wantedPath = path;
          draft.fromCheck = true;
          go(page);
        }}
        onConfirmed={confirmed}
        onBack={back}
        onSend={() => void send()}
      />
    );
  }
  return (
    <FormPage
      key={step}
      engine={engine}
      draft={draft}
      purpose={purpose}
      page={pages[index]!}
      number={index + 1}
      total={pages.length}
      mistakes={mistakes}
      tries={tries}
      refused={refused}
      onMistake={toField}
      onAnswer={change}
      onMoved={moved}
      onConfirmed={confirmed}
      onForward={forward}
      onBack={index > 0 ? () => go(pages[index - 1]!.id) : null}
    />
  );
}

/** An unknown step (a reload, a page that is hidden now) becomes the first page that makes sense. */
function stepOf(wanted: string | undefined, pages: PageJson[], draft: Draft, purpose: Purpose): string {
  if (wanted === CHECK && Object.keys(draft.answers).length > 0) return CHECK;
  if (pages.some((page) => page.id === wanted)) return wanted!;
  const first = pages.filter((page) => holdsReturned(page, purpose))[0] ?? pages[0];
  return first === undefined ? CHECK : first.id;
}

/** The next step: the next page, or the check page when only something had to be changed. */
function after(pages: PageJson[], index: number, draft: Draft, purpose: Purpose): string {
  const rest = pages.slice(index + 1);
  if (draft.fromCheck) {
    draft.fromCheck = false;
    return CHECK;
  }
  const next = purpose.returned === undefined ? rest[0] : rest.filter((page) => holdsReturned(page, purpose))[0];
  return next === undefined ? CHECK : next.id;
}

function holdsReturned(page: PageJson, purpose: Purpose): boolean {
  const fields = purpose.returned?.fields ?? [];
  return page.fields.some((field) => fields.some((one) => rootOf(one) === field.id));
}
