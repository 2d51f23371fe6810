import type { Problem } from '../app/api.ts';
import { observed } from '../app/observed.ts';
import { here, navigate } from '../app/router.ts';
import { access, screens, staffRoutes } from '../staff-routes.generated.ts';
import type { StaffSession } from '../app/types.ts';
import { staff } from './api.ts';

export type Known =
  | { status: 'loading' }
  | { status: 'failed'; problem: Problem }
  | { status: 'ready'; session: StaffSession; /** Whose session ended here. */ ended?: string };

const known = observed<Known>({ status: 'loading' });

export const useStaffSession = known.use;

export async function refreshStaffSession(): Promise<void> {
  const outcome = await staff('readStaffSession');
  if (outcome.ok) setStaffSession(outcome.value);
  else if (known.get().status !== 'ready') known.set({ status: 'failed', problem: outcome.problem });
}

export function setStaffSession(session: StaffSession): void {
  known.set({ status: 'ready', session });
  if (session.level === 'signed-in') coming.forEach((forget) => forget(session.staffId));
}

/** After a 401 or the idle end: whoever worked here is told so. */
export function staffSessionEnded(): void {
  const now = known.get();
  const who = staffId() || (now.status === 'ready' ? now.ended : undefined) || '';
  known.set({ status: 'ready', session: { level: 'guest' }, ended: who });
}

const forgetting: (() => void)[] = [];

/** What is to be forgotten with whoever signs out. */
export function beforeStaffSignOut(forget: () => void): void {
  forgetting.push(forget);
}

const coming: ((staffId: string) => void)[] = [];

/** What of others is to be forgotten when somebody has signed in. */
export function whenStaffSignedIn(forget: (staffId: string) => void): void {
  coming.push(forget);
  if (staffId() !== '') forget(staffId());
}

/** Who is signed in; empty when nobody is. A name would not do: two people may have one. */
export function staffId(): string {
  const now = known.get();
  return now.status === 'ready' && now.session.level === 'signed-in' ? now.session.staffId : '';
}

export async function signOutStaff(): Promise<void> {
  forgetting.forEach((forget) => forget());
  await staff('signOutStaff');
  location.replace('/');
}

/** Whether one of the roles of who is signed in suffices; the server decides again. */
export function may(what: keyof typeof access): boolean {
  const now = known.get();
  if (now.status !== 'ready' || now.session.level !== 'signed-in') return false;
  return now.session.roles.some((role) => access[what].some((one) => one === role));
}

/** What the menu offers, by who may open it; the work of who is signed in begins with the first. */
export const MENU = [
  { screen: screens.CASES, access: 'CASE_READER' },
  { screen: screens.ENTRIES, access: 'REVIEWER' },
  { screen: screens.VISITS, access: 'REVIEWER' },
  { screen: screens.PAYMENT_TASKS, access: 'CASE_READER' },
  { screen: screens.PRINT_LIST, access: 'CASE_READER' },
  { screen: screens.SENTENCES, access: 'DIVISION_KEEPER' },
  { screen: screens.LEDGER, access: 'ACCOUNTANT' },
  { screen: screens.SETTLEMENTS, access: 'ACCOUNTANT' },
  { screen: screens.DESIGNS, access: 'DESIGNER' },
  { screen: screens.STAFF_LIST, access: 'STAFF_READER' },
  { screen: screens.SIGN_IN_POLICY, access: 'SYSTEM_ADMINISTRATOR' },
  { screen: screens.DIVISIONS, access: 'SYSTEM_ADMINISTRATOR' },
  { screen: screens.TERMINALS, access: 'SYSTEM_ADMINISTRATOR' },
  { screen: screens.PARTNERS, access: 'SYSTEM_ADMINISTRATOR' },
  { screen: screens.PAYMENT_WAYS, access: 'SYSTEM_ADMINISTRATOR' },
] as const;

/** Where the work of who is signed in begins. */
export function workScreen(): { path: string; title: string } | undefined {
  return MENU.filter((one) => may(one.access))[0]?.screen;
}

/** Sign-in starts by navigation, and leads over the provider and the one-time code back to this screen. */
export function staffSignInHref(): string {
  return staffRoutes.startStaffSignIn.path + '?returnTo=' + encodeURIComponent(here().path);
}

/** After the one-time code: the screen that was wanted, or where the work begins. */
export function goOn(): void {
  const { path } = here();
  const wanted = path !== screens.STAFF_HOME.path && path !== screens.ONE_TIME_CODE.path;
  navigate(wanted ? path : (workScreen() ?? screens.STAFF_HOME).path, { replace: true });
}
