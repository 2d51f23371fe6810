import { tabMemory } from '../app/tab-memory.ts';
import { beforeStaffSignOut, staffId, whenStaffSignedIn } from './session.ts';

const memory = tabMemory('staff-typed:');

/**
 * What a member of staff has typed into a form of the console and not sent, kept by the browser for this tab alone, so that neither
 * 戻る nor a session that ends nor a colleague who was first takes it from anybody. It ends when it is sent or given up, by signing
 * out, and when somebody else signs in.
 *
 * @param form names the form and what it is about, without a word of what is typed
 */
export function keepTyped(form: string, typed: object): void {
  const by = staffId();
  if (by !== '') memory.keep(form, by, typed);
}

export function forgetTyped(form: string): void {
  memory.forget(form);
}

/** What the same person had typed there; anybody else's is forgotten. */
export function keptTyped<T extends object>(form: string): T | null {
  const typed = memory.kept(form, staffId()) as Record<string, unknown> | null;
  if (typed === null) return null;
  Object.keys(typed).forEach((name) => {
    if (typed[name] === null) typed[name] = undefined;
  });
  return typed as T;
}

/** Names of the forms of one kind that something is kept for, of who is signed in or was. */
export function keptForms(kind: string, by = staffId()): string[] {
  return memory.names(kind, by);
}

beforeStaffSignOut(() => memory.forgetOthers());
whenStaffSignedIn((id) => memory.forgetOthers(id));
