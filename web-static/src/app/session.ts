import { useLayoutEffect, useState } from 'preact/hooks';
import { resident, type Problem } from './api.ts';
import { href } from './router.ts';
import { site } from './site.ts';
import { residentRoutes, screens } from '../routes.generated.ts';
import type { Session, Way } from './types.ts';

/** `ended`: there was a session in this page and it is over, so input may wait for a new one. */
export type Known =
  | { status: 'loading' }
  | { status: 'failed'; problem: Problem }
  | { status: 'ready'; session: Session; ended: boolean };

let known: Known = { status: 'loading' };
const listeners = new Set<() => void>();

export function useSession(): Known {
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

export function isSignedIn(): boolean {
  return known.status === 'ready' && known.session.level === 'signed-in';
}

/** A mark that tells one account from another; null when nobody is signed in, as far as is known. */
export function accountMark(): string | null {
  return known.status === 'ready' && known.session.level === 'signed-in' ? known.session.mark : null;
}

/** Asks the server who we are; also keeps a living session alive. */
export async function refreshSession(): Promise<void> {
  const outcome = await resident('readSession');
  if (!outcome.ok) {
    if (known.status !== 'ready') set({ status: 'failed', problem: outcome.problem });
    return;
  }
  const session = outcome.value;
  if (session.siteName) site.name = session.siteName;
  const before = known.status === 'ready' ? known : null;
  const ended =
    session.level === 'guest' &&
    before !== null &&
    (before.ended || before.session.level === 'signed-in');
  set({ status: 'ready', session, ended });
}

/** The server said 401, or the idle time is over. */
export function sessionEnded(): void {
  if (known.status === 'ready' && known.session.level === 'signed-in') {
    set({ status: 'ready', session: { level: 'guest', ways: known.session.ways }, ended: true });
  }
}

const forgetting: (() => void)[] = [];
const holding: (() => boolean)[] = [];

/** Names something that signing out would take from a person. */
export function heldBySession(holds: () => boolean): void {
  holding.push(holds);
}

/** Whether signing out has to be asked about first. */
export function losesInput(): boolean {
  return holding.some((holds) => holds());
}

/** What is to be forgotten before somebody signs out, so that nothing holds the page back. */
export function beforeSignOut(forget: () => void): void {
  forgetting.push(forget);
}

/**
 * Signs out and leaves by a full page load, which empties this page's memory. A terminal waits for the server only so
 * long, and shows nothing of its visitor meanwhile.
 */
export async function signOut(): Promise<void> {
  forgetting.forEach((forget) => forget());
  const signedOut = site.kiosk ? resident('endVisit') : resident('signOut');
  if (site.kiosk) {
    document.body.textContent = '';
    history.replaceState(null, '', href('/'));
    await Promise.race([signedOut, new Promise((resolve) => setTimeout(resolve, 3000))]);
  } else await signedOut;
  location.replace(href('/?' + SIGNED_OUT + '=1'));
}

/** In the address of the first page that somebody sees who has signed out. */
export const SIGNED_OUT = 'signed-out';

/** The one way that is a screen of ours and leads to no provider. */
export const BY_EMAIL = 'email';

/** Address that starts sign-in by navigation (a form POST would be stopped by our policy) and returns to a screen. */
export function signInHref(returnTo: string, way: Pick<Way, 'provider'>, attach = false): string {
  if (way.provider === BY_EMAIL) {
    return href(screens.EMAIL.path) + (attach ? '?for=attach' : '?to=' + encodeURIComponent(returnTo));
  }
  const start = residentRoutes.startSignIn.path.replace('{provider}', way.provider);
  return start + '?returnTo=' + encodeURIComponent(href(returnTo)) + (attach ? '&attach=1' : '');
}

/** Where one signs in from a place that has no room for a choice: at once where there is none. */
export function signInPlace(returnTo: string): string {
  const ways = known.status === 'ready' ? known.session.ways : [];
  return ways.length === 1
    ? signInHref(returnTo, ways[0]!)
    : href(screens.SIGN_IN.path) + '?to=' + encodeURIComponent(returnTo);
}

function set(next: Known): void {
  known = next;
  listeners.forEach((listener) => listener());
}

// Whoever signed in again in another tab comes back here: the note that asks for it goes away by itself.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && known.status === 'ready' && known.ended) void refreshSession();
});
