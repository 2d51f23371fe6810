import { useEffect, useRef, useState } from 'preact/hooks';
import { standAt, usePlace } from '../app/router.ts';
import { beforeStaffSignOut } from './session.ts';

/** Step of an entry of the browser's history where a list was shown. */
export const RETURNED = 'list';

/** Of each list, what was asked of it and where it stood. In this page's memory alone: it names people. */
const places = new Map<string, object>();

beforeStaffSignOut(() => places.clear());

/** What every list remembers. */
interface Stood {
  /** How far down it was when something was opened. */
  y?: number;
  /** Address of what was opened. */
  opened?: string;
}

/**
 * A list as it was for whoever comes back to it from what they opened there, and a fresh one for everybody else.
 *
 * @param shown whether the list stands there
 * @param arriving false when something else stood there since somebody came back
 */
export function useReturning<T extends object>(name: string, fresh: T, shown: boolean, arriving = true) {
  const { state } = usePlace();
  const [back] = useState(() => arriving && state.step === RETURNED && places.has(name));
  const kept = useRef<T & Stood>(null!);
  if (kept.current === null) kept.current = back ? (places.get(name) as T & Stood) : { ...fresh };
  useEffect(() => {
    places.set(name, kept.current);
    if (state.step !== RETURNED) standAt(RETURNED);
  });
  const stood = useRef(!back);
  useEffect(() => {
    if (!shown || stood.current) return;
    stood.current = true;
    const { y, opened } = kept.current;
    const link = opened === undefined ? null : document.querySelector<HTMLElement>('main td a[href="' + opened + '"]');
    link?.focus();
    if (y !== undefined) window.scrollTo(0, y);
  }, [shown]);
  return {
    kept: kept.current,
    back,
    keep: (some: Partial<T>) => {
      Object.assign(kept.current, some);
    },
    /** For what holds the rows: something is about to be opened. */
    onClickCapture: (event: Event) => {
      const link = (event.target as HTMLElement).closest('td a');
      if (link !== null) Object.assign(kept.current, { y: window.scrollY, opened: link.getAttribute('href')! });
    },
  };
}
