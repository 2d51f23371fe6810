import { page, resident, type Problem } from './api.ts';
import { observed } from './observed.ts';
import { ARRIVED, href } from './router.ts';
import { site } from './site.ts';
import { residentRoutes, screens } from '../routes.generated.ts';
import type { Session, Way } from './types.ts';

/** `ended`: there was a session in this page and it is over, so input may wait for a new one. */
export type Known =
  | { status: 'loading' }
  | { status: 'failed'; problem: Problem }
  | { status: 'ready'; session: Session; ended: boolean };

const known = observed<Known>({ status: 'loading' });

function know(next: Known): void {
  page.of = next.status === 'ready' && next.session.level === 'signed-in' ? next.session.mark : undefined;
  known.set(next);
}

export const useSession = known.use;

/** The session of who is signed in; null for a guest and while nothing is known. */
function signedIn(): Extract<Session, { level: 'signed-in' }> | null {
  const now = known.get();
  return now.status === 'ready' && now.session.level === 'signed-in' ? now.session : null;
}

export function isSignedIn(): boolean {
  return signedIn() !== null;
}

/** A mark that tells one account from another; null when nobody is signed in, as far as is known. */
export function accountMark(): string | null {
  return signedIn()?.mark ?? null;
}

/** Asks the server who we are; also keeps a living session alive. */
export async function refreshSession(): Promise<void> {
  const outcome = await resident('readSession');
  const now = known.get();
  if (!outcome.ok) {
    if (now.status !== 'ready') know({ status: 'failed', problem: outcome.problem });
    return;
  }
  const session = outcome.value;
  if (session.siteName) site.name = session.siteName;
  // Somebody else signed in from another tab: what stands on this page is not theirs.
  if (session.level === 'signed-in' && page.of !== undefined && session.mark !== page.of) return location.reload();
  const before = now.status === 'ready' ? now : null;
  const ended =
    session.level === 'guest' &&
    before !== null &&
    (before.ended || before.session.level === 'signed-in');
  know({ status: 'ready', session, ended });
}

/** The server said 401, or the idle time is over. */
export function sessionEnded(): void {
  const session = signedIn();
  if (session !== null) {
    know({ status: 'ready', session: { level: 'guest', ways: session.ways }, ended: true });
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
    return href(screens.EMAIL.path) + (attach ? '?for=attach' : '?to=' + encodeURIComponent(returnTo)) + ARRIVED;
  }
  const start = residentRoutes.startSignIn.path.replace('{provider}', way.provider);
  return start + '?returnTo=' + encodeURIComponent(href(returnTo)) + (attach ? '&attach=1' : '');
}

/** Where one signs in from a place that has no room for a choice: at once where there is none. */
export function signInPlace(returnTo: string): string {
  const now = known.get();
  const ways = now.status === 'ready' ? now.session.ways : [];
  return ways.length === 1
    ? signInHref(returnTo, ways[0]!)
    : href(screens.SIGN_IN.path) + '?to=' + encodeURIComponent(returnTo);
}

// Whoever signed in again in another tab comes back here: the note that asks for it goes away by itself. And a page shows nobody
// who is signed in no more.
document.addEventListener('visibilitychange', () => {
  const now = known.get();
  if (!document.hidden && now.status === 'ready' && (now.ended || page.of !== undefined)) void refreshSession();
});
