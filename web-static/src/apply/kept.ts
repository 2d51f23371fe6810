import { site } from '../app/site.ts';

const KEY = 'typed';
/** A tab that a browser opens again days later starts without. */
const LASTS = 12 * 3600 * 1000;

/** What decides whether a draft is kept; the rest of it is the draft's own. */
interface Keepable {
  touched: boolean;
  receipt: unknown;
  restored: boolean;
}

interface Kept<D> {
  at: number;
  drafts: [string, D][];
}

/**
 * What was typed in this tab and not sent, over a reload or a sign-in. The browser keeps it for this tab alone and forgets it
 * with it; a terminal, where the next visitor has the same tab, keeps nothing at all.
 */
export function readKept<D extends Keepable>(): Map<string, D> {
  const drafts = new Map<string, D>();
  if (site.kiosk) return drafts;
  try {
    const text = sessionStorage.getItem(KEY);
    const kept = text === null ? null : (JSON.parse(text) as Kept<D>);
    if (kept !== null && Date.now() - kept.at < LASTS) {
      kept.drafts.forEach(([name, draft]) => drafts.set(name, { ...draft, restored: true }));
    }
  } catch {
    // Storage is shut off, or holds something of another version: then there is nothing to go on with.
  }
  return drafts;
}

/** Keeps these and nothing else; false where the browser keeps nothing. */
export function writeKept<D extends Keepable>(drafts: Map<string, D>): boolean {
  if (site.kiosk) return false;
  const unsent = Array.from(drafts.entries()).filter(([, draft]) => draft.touched && draft.receipt === null);
  try {
    if (unsent.length === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify({ at: Date.now(), drafts: unsent }));
    return true;
  } catch {
    return false;
  }
}
