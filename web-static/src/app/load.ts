import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Outcome, Problem } from './api.ts';

/** What a screen knows of something it asked for. */
export type Loaded<V> =
  | { status: 'loading' }
  | { status: 'ready'; value: V }
  | { status: 'failed'; problem: Problem };

/**
 * Asks again whenever `key` changes. Answers that come after a newer question are ignored: old browsers cannot abort a
 * fetch.
 */
export function useLoad<V>(
  key: string | null,
  ask: () => Promise<Outcome<V>>,
): { loaded: Loaded<V>; reload: () => void; set: (value: V) => void } {
  const [loaded, setLoaded] = useState<Loaded<V> & { key?: string | null }>({ status: 'loading' });
  const newest = useRef(0);
  const load = useCallback(() => {
    if (key === null) return;
    const mine = ++newest.current;
    setLoaded({ status: 'loading', key });
    void ask().then((outcome) => {
      if (mine !== newest.current) return;
      setLoaded(
        outcome.ok
          ? { status: 'ready', value: outcome.value, key }
          : { status: 'failed', problem: outcome.problem, key },
      );
    });
  }, [key]);
  useEffect(() => {
    load();
    return () => {
      newest.current++;
    };
  }, [load]);
  const current: Loaded<V> = loaded.key === key ? loaded : { status: 'loading' };
  return {
    loaded: current,
    reload: load,
    set: (value) => setLoaded({ status: 'ready', value, key }),
  };
}
