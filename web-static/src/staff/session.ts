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

/** Sign-in starts by navigation, and leads over the provider and the one-time code. */
export function staffSignInHref(): string {
  return staffRoutes.startStaffSignIn.path + '?returnTo=' + encodeURIComponent(wantedPath());
}

const WANTED = 'wanted';

/** Keeps where the clerk wanted to go (a path, nothing personal) for after the one-time code. */
export function rememberWanted(): void {
  try {
    sessionStorage.setItem(WANTED, wantedPath());
  } catch {
    // Without storage the list of cases opens.
  }
}

/** Opens what the clerk wanted before signing in, or the list of cases. */
export function goOn(): void {
  let wanted: string | null = null;
  try {
    wanted = sessionStorage.getItem(WANTED);
    sessionStorage.removeItem(WANTED);
  } catch {
    // As above.
  }
  navigate(wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : screens.CASES.path, {
    replace: true,
  });
}

function wantedPath(): string {
  const { path } = here();
  return path === screens.STAFF_HOME.path || path === screens.ONE_TIME_CODE.path
    ? screens.CASES.path
    : path;
}

function set(next: Known): void {
  known = next;
  listeners.forEach((listener) => listener());
}
