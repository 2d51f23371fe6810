import { useLayoutEffect, useState } from 'preact/hooks';

/** Something that the page knows once, and that screens are drawn anew with. */
export interface Observed<V> {
  get: () => V;
  set: (next: V) => void;
  /** The same as `get`, in a component that follows what is set. */
  use: () => V;
}

export function observed<V>(first: V): Observed<V> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      listeners.forEach((listener) => listener());
    },
    use: () => {
      const [, redraw] = useState(0);
      // Before the browser does anything else: an answer between drawing and listening would be missed.
      useLayoutEffect(() => {
        const listener = () => redraw((n) => n + 1);
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      }, []);
      return value;
    },
  };
}
