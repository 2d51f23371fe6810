import { beforeStaffSignOut, staffId, whenStaffSignedIn } from './session.ts';

const PREFIX = 'staff-typed:';
/** A tab that a browser opens again days later starts without. */
const LASTS = 12 * 3600 * 1000;

interface Kept {
  /** Id of the member of staff. */
  by: string;
  at: number;
  typed: object;
}

/**
 * What a member of staff has typed into a form of the console and not sent, kept by the browser for this tab alone, so that neither
 * 戻る nor a session that ends nor a colleague who was first takes it from anybody. It ends when it is sent or given up, by signing
 * out, and when somebody else signs in.
 *
 * @param form names the form and what it is about, without a word of what is typed
 */
export function keepTyped(form: string, typed: object): void {
  const by = staffId();
  if (by === '') return;
  try {
    const kept: Kept = { by, at: Date.now(), typed };
    // What was emptied is kept as such.
    sessionStorage.setItem(PREFIX + form, JSON.stringify(kept, (_, value: unknown) => (value === undefined ? null : value)));
  } catch {
    // Storage is shut off: then it lives as long as the page.
  }
}

export function forgetTyped(form: string): void {
  try {
    sessionStorage.removeItem(PREFIX + form);
  } catch {
    // Nothing was kept.
  }
}

/** What the same person had typed there; anybody else's is forgotten. */
export function keptTyped<T extends object>(form: string): T | null {
  try {
    const text = sessionStorage.getItem(PREFIX + form);
    const kept = text === null ? null : (JSON.parse(text) as Kept);
    if (kept === null) return null;
    if (kept.by === staffId() && Date.now() - kept.at < LASTS) {
      const typed = kept.typed as Record<string, unknown>;
      Object.keys(typed).forEach((name) => {
        if (typed[name] === null) typed[name] = undefined;
      });
      return typed as T;
    }
  } catch {
    // Shut off, or of another version.
  }
  forgetTyped(form);
  return null;
}

/** Names of the forms of one kind that something is kept for. */
export function keptForms(kind: string): string[] {
  try {
    return Object.keys(sessionStorage)
      .filter((key) => key.indexOf(PREFIX + kind) === 0)
      .map((key) => key.slice(PREFIX.length))
      .filter((form) => keptTyped(form) !== null);
  } catch {
    return [];
  }
}

function forgetUnless(stays: (kept: Kept) => boolean): void {
  try {
    Object.keys(sessionStorage)
      .filter((key) => key.indexOf(PREFIX) === 0 && !stays(JSON.parse(sessionStorage.getItem(key)!) as Kept))
      .forEach((key) => sessionStorage.removeItem(key));
  } catch {
    // Nothing was kept.
  }
}

beforeStaffSignOut(() => forgetUnless(() => false));
whenStaffSignedIn((id) => forgetUnless(({ by }) => by === id));
