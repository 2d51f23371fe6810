import { newKey } from '../app/api.ts';
import { site } from '../app/site.ts';
import { accountMark, beforeSignOut, heldBySession } from '../app/session.ts';
import { newCode } from '../app/spoken-code.ts';
import type { Origin, Receipt, Upload } from '../app/types.ts';
import type { Answers } from './definition.ts';
import { readKept, writeKept } from './kept.ts';

/**
 * What a person has typed so far. It survives every move inside the page and, but on a terminal, a reload and a sign-in in
 * this tab (`kept.ts`); it ends when it is sent, with the tab, by signing out, and when somebody else signs in.
 */
export interface Draft {
  answers: Answers;
  /** Questions that were begun with something, see `beginning.ts`. */
  begun?: string[];
  /** Values that were filled in, by path, to mark what still is as given. */
  given: Record<string, Given>;
  touched: boolean;
  /** Came from the check page to change something: go back there. */
  fromCheck: boolean;
  /** Mark of the account that it was typed in; null when nobody was signed in. */
  owner: string | null;
  /** Where its author was last: the step, and the input that had the focus. */
  step: string | null;
  field: string | null;
  /** Read back after this page was loaded anew, and not gone on with yet. */
  restored: boolean;
  /** The field to go to on the page that opens next. */
  wantedPath: string | null;
  /** What was sent last, its key, and the code that whoever is not signed in takes it over with. */
  attempt: { body: string; key: string; code: string; followCode: string } | null;
  receipt: Receipt | null;
  /** Where a code was sent that waits to be entered. */
  codeSentTo: string | null;
  /** The address that was confirmed by one, and how long that stands. */
  confirmed: { address: string; until: string } | null;
  /** Where it is kept at the city hall; null when it is not. */
  saved: SavedDraft | null;
  /** The code that files were sent under before the draft is kept; it is kept under this one. */
  fileCode?: string;
  /** The same as the city hall keeps it. */
  fileDraftId?: string;
  /** Files that answers name, by id, as far as they are known. */
  files?: Record<string, Upload>;
  /** What became of the answers when the form was replaced by a newer one. */
  carried: Carried | null;
}

/** A value that was filled in, and where it came from. */
export interface Given {
  value: unknown;
  origin: Origin;
}

/** A draft as the city hall keeps it. */
export interface SavedDraft {
  draftId: string;
  revision: number;
  /** Whether it is in the account; otherwise `code` opens it. */
  yours: boolean;
  /** What a person types to go on elsewhere; null when this screen does not know it. */
  code: string | null;
  keptUntil: string;
  at: string;
  /** The answers that were saved, as JSON. */
  answers: string;
}

/** What a newer version of the form made of answers to an older one. */
export interface Carried {
  lost: { path: string; message: string; value?: unknown }[];
  /** Ids of questions that became others. */
  reconfirm: string[];
}

let read: Map<string, Draft> | null = null;

/** Read when first wanted: only then it is known whether this is a terminal. */
function all(): Map<string, Draft> {
  if (read === null) read = readKept();
  return read;
}

/** The draft of that name. What somebody else typed in this tab is forgotten as soon as another account is signed in. */
export function draftOf(name: string): Draft | undefined {
  const draft = all().get(name);
  const mark = accountMark();
  if (draft === undefined || mark === null) return draft;
  if (draft.owner !== null && draft.owner !== mark) {
    endDraft(name);
    return undefined;
  }
  draft.owner = mark;
  return draft;
}

/** The address that was confirmed last in this tab, which the city hall remembers for some hours. */
let confirmedHere: Draft['confirmed'] = null;

export function confirmHere(draft: Draft, confirmed: Draft['confirmed']): void {
  draft.confirmed = confirmed;
  // A terminal's next visitor is somebody else.
  if (!site.kiosk) confirmedHere = confirmed;
}

export function startDraft(name: string, answers: Answers, given: Record<string, Given>): Draft {
  const draft = looseDraft(answers, given);
  all().set(name, draft);
  return draft;
}

/** One that is kept nowhere: what files are sent for that belong to no form. */
export function looseDraft(answers: Answers, given: Record<string, Given>): Draft {
  return {
    answers,
    given,
    touched: false,
    fromCheck: false,
    owner: accountMark(),
    step: null,
    field: null,
    restored: false,
    wantedPath: null,
    attempt: null,
    receipt: null,
    codeSentTo: null,
    confirmed: confirmedHere,
    saved: null,
    carried: null,
  };
}

export function endDraft(name: string): void {
  all().delete(name);
  keepNow();
}

beforeSignOut(() => {
  confirmedHere = null;
  all().clear();
  keepNow();
});

heldBySession(hasUnsent);

let timer = 0;
let kept = true;
let leaving = false;

/** Soon: writing with every key would be felt. */
export function keep(): void {
  clearTimeout(timer);
  timer = window.setTimeout(keepNow, 300);
}

export function keepNow(): void {
  clearTimeout(timer);
  if (read !== null) kept = writeKept(read);
}

/** Whether this tab can be left to sign in and come back to. */
export function isKept(): boolean {
  keepNow();
  return kept && !site.kiosk;
}

/** Somebody leaves by a link that comes back here: nobody needs to be asked. */
export function leaveAndComeBack(): void {
  keepNow();
  leaving = kept;
}

window.addEventListener('pagehide', keepNow);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) keepNow();
});
window.addEventListener('pageshow', () => {
  leaving = false;
});

/** Whether leaving the page would lose something a person typed. */
export function hasUnsent(): boolean {
  return Array.from(all().values()).some((draft) => draft.touched && draft.receipt === null);
}

export function hasDrafts(): boolean {
  return all().size > 0;
}

/** The same key as long as the same thing is sent, so that a retry or a double click cannot apply twice. */
export function keyFor(draft: Draft, body: unknown): string {
  const text = JSON.stringify(body);
  if (draft.attempt === null || draft.attempt.body !== text) {
    draft.attempt = { body: text, key: newKey(), code: newCode(), followCode: newCode() };
  }
  return draft.attempt.key;
}

window.addEventListener('beforeunload', (event) => {
  if (leaving || !hasUnsent()) return;
  event.preventDefault();
  // Old browsers ask only when this is set.
  event.returnValue = '';
});
