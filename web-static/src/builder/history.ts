/** What was, what is, and what was taken back: for 元に戻す and やり直す. */
export interface History<V> {
  past: V[];
  now: V;
  future: V[];
  /** What the last change was about; typing on in the same place is one change. */
  about: string | null;
}

/** As far back as anyone goes. */
const STEPS = 200;

export function begin<V>(now: V): History<V> {
  return { past: [], now, future: [], about: null };
}

/** A change. With the same `about` as the last one it becomes part of it. */
export function change<V>(history: History<V>, now: V, about: string | null = null): History<V> {
  if (now === history.now) return history;
  const same = about !== null && about === history.about;
  return {
    past: same ? history.past : history.past.concat([history.now]).slice(-STEPS),
    now,
    future: [],
    about,
  };
}

export function undo<V>(history: History<V>): History<V> {
  if (history.past.length === 0) return history;
  return {
    past: history.past.slice(0, -1),
    now: history.past[history.past.length - 1]!,
    future: [history.now].concat(history.future),
    about: null,
  };
}

export function redo<V>(history: History<V>): History<V> {
  if (history.future.length === 0) return history;
  return {
    past: history.past.concat([history.now]),
    now: history.future[0]!,
    future: history.future.slice(1),
    about: null,
  };
}
