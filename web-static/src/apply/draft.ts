import { newKey } from '../app/api.ts';
import { beforeSignOut } from '../app/session.ts';
import { newCode } from '../app/spoken-code.ts';
import type { Origin, Receipt } from '../app/types.ts';
import type { Answers } from './definition.ts';

/**
 * What a person has typed so far. Kept in this page's memory only (never in storage: the machine may be shared), so it
 * survives every move inside the page and ends with it.
 */
export interface Draft {
  answers: Answers;
  /** Values that were filled in, by path, to mark what still is as given. */
  given: Record<string, Given>;
  touched: boolean;
  /** Came from the check page to change something: go back there. */
  fromCheck: boolean;
  /** The field to go to on the page that opens next. */
  wantedPath: string | null;
  /** What was sent last, its key, and the code that whoever is not signed in takes it over with. */
  attempt: { body: string; key: string; code: string } | null;
  receipt: Receipt | null;
  /** Where it is kept at the city hall; null when it is not. */
  saved: SavedDraft | null;
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

const drafts = new Map<string, Draft>();

export function draftOf(name: string): Draft | undefined {
  return drafts.get(name);
}

export function startDraft(name: string, answers: Answers, given: Record<string, Given>): Draft {
  const draft: Draft = {
    answers,
    given,
    touched: false,
    fromCheck: false,
    wantedPath: null,
    attempt: null,
    receipt: null,
    saved: null,
    carried: null,
  };
  drafts.set(name, draft);
  return draft;
}

export function endDraft(name: string): void {
  drafts.delete(name);
}

beforeSignOut(() => drafts.clear());

/** Whether leaving the page would lose something a person typed. */
export function hasUnsent(): boolean {
  return Array.from(drafts.values()).some((draft) => draft.touched && draft.receipt === null);
}

export function hasDrafts(): boolean {
  return drafts.size > 0;
}

/** The same key as long as the same thing is sent, so that a retry or a double click cannot apply twice. */
export function keyFor(draft: Draft, body: unknown): string {
  const text = JSON.stringify(body);
  if (draft.attempt === null || draft.attempt.body !== text) {
    draft.attempt = { body: text, key: newKey(), code: newCode() };
  }
  return draft.attempt.key;
}

window.addEventListener('beforeunload', (event) => {
  if (!hasUnsent()) return;
  event.preventDefault();
  // Old browsers ask only when this is set.
  event.returnValue = '';
});
