import { useEffect, useRef, useState } from 'preact/hooks';
import { newKey, type Problem } from '../app/api.ts';
import { staff } from '../console/api.ts';
import { staffSessionEnded } from '../console/session.ts';
import { begin, change, redo, undo, type History } from './history.ts';
import type { Design, Doc, Finding, Tried } from '../console/design-types.ts';

/** Milliseconds without a key press after which the work is saved. */
const REST = 1200;
/** After a failed connection it is tried again. */
const AGAIN = 5000;

export type Saving = 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'removed' | 'failed';

export interface Editing {
  doc: Doc;
  /** What the next save names. */
  revision: number;
  saving: Saving;
  problem: Problem | null;
  findings: Finding[];
  examples: Tried[];
  canUndo: boolean;
  canRedo: boolean;
  /** With the same `about` as the change before, it is one step of 元に戻す. */
  edit: (doc: Doc, about?: string) => void;
  undo: () => void;
  redo: () => void;
  /** Saves at once; true when everything is on record. */
  save: () => Promise<boolean>;
  /** Something else of ours made this revision; one of a colleague's before it is told at the next save. */
  follow: (revision: number) => void;
}

/** Holds the document of an open editor and keeps it on record, never over a colleague's work. */
export function useEditor(design: Design): Editing {
  const [history, setHistory] = useState<History<Doc>>(() => begin(docOf(design)));
  const [saving, setSaving] = useState<Saving>('saved');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [findings, setFindings] = useState(design.findings);
  const [examples, setExamples] = useState(design.examples);
  const state = useRef({ doc: history.now, saved: history.now, revision: design.revision || 0, busy: false, timer: 0 });
  const now = state.current;
  now.doc = history.now;

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (now.doc === now.saved) return;
      event.preventDefault();
      event.returnValue = '';
    };
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      clearTimeout(now.timer);
      if (now.doc !== now.saved) void save();
    };
  }, []);

  const later = (ms: number) => {
    clearTimeout(now.timer);
    now.timer = window.setTimeout(() => void save(), ms);
  };

  const save = async (): Promise<boolean> => {
    clearTimeout(now.timer);
    if (now.busy) return false;
    const doc = now.doc;
    if (doc === now.saved) return true;
    now.busy = true;
    setSaving('saving');
    const outcome = await staff('saveDesign', {
      params: { procedureId: design.procedureId },
      body: { ...doc, revision: now.revision },
      key: newKey(),
    });
    now.busy = false;
    if (!outcome.ok) {
      const { status } = outcome.problem;
      if (status === 401) staffSessionEnded();
      setProblem(outcome.problem);
      setSaving(status === 0 ? 'offline' : status === 409 ? 'conflict' : status === 404 ? 'removed' : 'failed');
      // Nothing can be kept any more, so nobody is held back for it.
      if (status === 404) now.saved = now.doc;
      if (status === 0) later(AGAIN);
      return false;
    }
    now.saved = doc;
    now.revision = outcome.value.revision;
    setProblem(null);
    setFindings(outcome.value.findings);
    setExamples(outcome.value.examples);
    if (now.doc === doc) {
      setSaving('saved');
      return true;
    }
    return save();
  };

  const set = (next: History<Doc>) => {
    setHistory(next);
    if (next.now === now.doc) return;
    now.doc = next.now;
    if (saving === 'conflict' || saving === 'removed') return;
    setSaving('waiting');
    later(REST);
  };

  return {
    doc: history.now,
    get revision() {
      return now.revision;
    },
    saving,
    problem,
    findings,
    examples,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    edit: (doc, about) => set(change(history, doc, about === undefined ? null : about)),
    undo: () => set(undo(history)),
    redo: () => set(redo(history)),
    save,
    follow: (revision) => {
      if (revision === now.revision + 1) now.revision = revision;
    },
  };
}

function docOf(design: Design): Doc {
  const doc: Doc = {
    words: design.words || [],
    events: design.events || [],
    needs: design.needs || [],
    standardDays: design.standardDays,
    level: design.level,
    online: design.online,
  };
  (['name', 'kana', 'summary', 'category', 'audience', 'feeText', 'how', 'law'] as const).forEach((key) => {
    if (design[key] !== undefined) doc[key] = design[key];
  });
  if (Object.keys(design.texts).length > 0) doc.texts = design.texts;
  if (design.form !== undefined) doc.form = design.form;
  if (design.issuer !== 'ANYBODY') doc.issuer = design.issuer;
  if (design.letters.length > 0) doc.letters = design.letters;
  if (design.payWhen !== undefined) doc.payWhen = design.payWhen;
  if (design.revenue !== undefined) doc.revenue = design.revenue;
  if (design.payDays !== undefined) doc.payDays = design.payDays;
  if (design.reductions.length > 0) doc.reductions = design.reductions;
  if (design.reductionTakesTwo) doc.reductionTakesTwo = true;
  return doc;
}
