import { useEffect } from 'preact/hooks';
import type { Outcome } from '../app/api.ts';
import { useLoad } from '../app/load.ts';
import { staffSessionEnded } from './session.ts';

/** As `useLoad`; whoever is told that their session is over is asked to sign in again. */
export function useStaffLoad<V>(key: string | null, ask: () => Promise<Outcome<V>>): ReturnType<typeof useLoad<V>> {
  const load = useLoad(key, ask);
  const { loaded } = load;
  useEffect(() => {
    if (loaded.status === 'failed' && loaded.problem.status === 401) staffSessionEnded();
  }, [loaded.status]);
  return load;
}
