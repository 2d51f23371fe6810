import type { Answers, FormJson } from '../apply/definition.ts';

// What is null on the server is absent in its JSON.

/** States of an application as the API names them. */
export type State = 'SUBMITTED' | 'ACCEPTED' | 'RETURNED' | 'COMPLETED' | 'REJECTED' | 'WITHDRAWN';

/** Who sits at the screen. Times are RFC 3339 in UTC. */
export type Session =
  | { level: 'guest'; siteName?: string }
  | {
      level: 'signed-in';
      name: string;
      lastSignInAt?: string;
      idleSeconds: number;
      endsAt: string;
      siteName?: string;
    };

export interface Division {
  divisionId: string;
  name: string;
  phone?: string;
  counter?: string;
}

export interface Procedure {
  procedureId: string;
  version: number;
  name: string;
  kana: string;
  summary: string;
  category: string;
  events: string[];
  audience: string;
  needs: string[];
  fee?: { text: string };
  /** Business days; 0 when there is no standard. */
  standardDays?: number;
  division?: Division;
  level: 'guest' | 'signed-in';
  online: boolean;
  sample: boolean;
  how?: string;
  law?: string;
  /** Whether it takes applications today; days as YYYY-MM-DD. */
  opening: {
    state: 'open' | 'not-yet' | 'over' | 'paused' | 'full';
    opensOn?: string;
    closesOn?: string;
    /** How many applications it takes, and how many more; absent for any number. */
    capacity?: number;
    left?: number;
  };
  form?: FormJson;
}

/** What the card told us, keyed by GIF vocabulary key. */
export interface Profile {
  values: Record<string, unknown>;
  source: string;
  asOf: string;
}

export interface Receipt {
  applicationId: string;
  receiptNumber: string;
  state: State;
  arrivedAt: string;
  receivedOn: string;
  version: number;
  fee?: number;
}

export interface DraftRow {
  draftId: string;
  procedureId: string;
  procedureName: string;
  savedAt: string;
  keptUntil: string;
}

export interface OpenedDraft extends DraftRow {
  revision: number;
  yours: boolean;
  formVersion: number;
  answers: Answers;
  step?: string;
  changed: boolean;
  lost: { path: string; message: string; value?: unknown }[];
  reconfirm: string[];
}

export interface ApplicationRow {
  applicationId: string;
  receiptNumber: string;
  procedureId: string;
  procedureName: string;
  state: State;
  arrivedAt: string;
  receivedOn: string;
  fee?: number;
}

export interface TimelineEntry {
  at: string;
  type: 'SUBMITTED' | 'RETURNED' | 'CORRECTED' | 'ACCEPTED' | 'COMPLETED' | 'REJECTED' | 'WITHDRAWN';
  reason?: string;
  by?: string;
}

interface ApplicationBody {
  version: number;
  formVersion: number;
  form: FormJson;
  answers: Answers;
  timeline: TimelineEntry[];
  returned?: { reason: string; fields: string[] };
}

export type Application = ApplicationRow &
  ApplicationBody & { actions: Array<'CORRECT' | 'WITHDRAW'> };

export type StaffSession =
  | { level: 'guest'; notice?: string }
  | { level: 'first-factor'; name: string; enrolled: boolean }
  | {
      level: 'signed-in';
      name: string;
      roles: string[];
      divisions: Array<{ divisionId: string; name: string }>;
      /** This sign-in, and the one before it with its end where the person ended it. */
      signedInAt?: string;
      lastSignInAt?: string;
      lastSignOutAt?: string;
      idleSeconds: number;
      endsAt: string;
    };

export interface CaseRow extends ApplicationRow {
  applicantName: string;
  divisionId: string;
  dueOn?: string;
  overdue: boolean;
}

export type CaseAction = 'ACCEPT' | 'RETURN' | 'REJECT' | 'COMPLETE';
export type Case = CaseRow & ApplicationBody & { actions: CaseAction[] };

export interface Decision {
  applicationId: string;
  state: State;
  version: number;
}
