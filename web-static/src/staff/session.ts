import { useLayoutEffect, useState } from 'preact/hooks';
import { staff, type Problem } from '../app/api.ts';
import { here, navigate } from '../app/router.ts';
import { staffRoutes, screens } from '../routes.generated.ts';
import type { StaffSession } from '../app/types.ts';

export type Known =
  | { status: 'loading' }
  | { status: 'failed'; problem: Problem }
  | { status: 'ready'; session: StaffSession };

let known: Known = { status: 'loading' };
const listeners = new Set<() => void>();

export function useStaffSession(): Known {
  const [, redraw] = useState(0);
  // Before the browser does anything else: an answer between drawing and listening would be missed.
  useLayoutEffect(() => {
    const listener = () => redraw((n) => n + 1);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return known;
}

export async function refreshStaffSession(): Promise<void> {
  const outcome = await staff('readStaffSession');
  if (outcome.ok) setStaffSession(outcome.value);
  else if (known.status !== 'ready') set({ status: 'failed', problem: outcome.problem });
}

export function setStaffSession(session: StaffSession): void {
  set({ status: 'ready', session });
}

/** After a 401 or the idle end: ask the server, which knows. */
export function staffSessionEnded(): void {
  setStaffSession({ level: 'guest' });
}

export async function signOutStaff(): Promise<void> {
  await staff('signOutStaff');
  location.replace('/');
}

/** Sign-in starts by navigation and comes back to where the clerk wanted to go. */
export function staffSignInHref(): string {
  const { path } = here();
  const wanted = path === '/' || path === screens.ONE_TIME_CODE.path ? screens.CASES.path : path;
  return staffRoutes.startStaffSignIn.path + '?returnTo=' + encodeURIComponent(wanted);
}

/** Where to go after the one-time code: the address travels as returnTo, which must be a path of ours. */
export function goOn(): void {
  const wanted = here().query.get('returnTo');
  const local = wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : screens.CASES.path;
  navigate(local, { replace: true });
}

function set(next: Known): void {
  known = next;
  listeners.forEach((listener) => listener());
}
