import type { Answers, FormJson } from '../apply/definition.ts';

// What is null on the server is absent in its JSON.

/** States of an application as the API names them. */
export type State = 'SUBMITTED' | 'ACCEPTED' | 'RETURNED' | 'COMPLETED' | 'REJECTED' | 'WITHDRAWN';

/** Who sits at the screen. Times are RFC 3339 in UTC. */
export type Session =
  | { level: 'guest'; ways: Way[]; siteName?: string }
  | {
      level: 'signed-in';
      /** Whether this sign-in proofed who they are. */
      proven: boolean;
      ways: Way[];
      /** Absent where no way has told it. */
      name?: string;
      lastSignInAt?: string;
      idleSeconds: number;
      endsAt: string;
      siteName?: string;
    };

/** A way to sign in. */
export interface Way {
  provider: string;
  label: string;
  /** What it needs, in a sentence. */
  hint: string;
  /** Whether it proofs who somebody is. */
  proofs: boolean;
}

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
  /** What an applicant must have shown. A confirmed signature is one whose certificate was found good. */
  level: 'guest' | 'account' | 'proofed' | 'signature' | 'confirmed-signature';
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

/** A visit at a terminal at the counter. */
export interface Visit {
  terminalName: string;
  endsAt: string;
  /** Which the visitor waits under for staff to check who they are. */
  number?: number;
  /** Whether staff have checked. */
  attested: boolean;
}

/** Where a value comes from, and the day on which it was said. */
export interface Origin {
  source: string;
  asOf: string;
}

/** What can be filled in, by GIF vocabulary key. */
export interface Profile {
  values: Record<string, unknown>;
  origins: Record<string, Origin>;
}

/** Why somebody may not be able to sign; a day is YYYY-MM-DD. */
export interface SigningConcern {
  kind: 'UNDER_15' | 'MOVED' | 'EXPIRED' | 'EXPIRES_SOON' | 'REVOKED' | 'NOT_ON_CARD' | 'PASSWORD_LOCKED';
  on?: string;
}

/** How far a sign-in is that this device waits for and another one proves. */
export type PairingState = 'WAITING' | 'CONFIRMED' | 'PROVEN' | 'CANCELLED';

/** Where somebody is signed in, and when they signed in before. */
export interface SignIns {
  running: { sessionId: string; device: string; startedAt: string; lastSeenAt: string; current: boolean }[];
  past: { at: string; device: string; what: 'SIGNED_IN' | 'ATTACHED' | 'DETACHED'; label: string }[];
  /** Ways by which this account can be signed in to. */
  ways: { identity: string; way: string; label: string; since?: string }[];
  /** Whether the sign-in is so fresh that ways may be attached and detached. */
  recent: boolean;
}

export interface Receipt {
  applicationId: string;
  receiptNumber: string;
  state: State;
  arrivedAt: string;
  receivedOn: string;
  version: number;
  fee?: number;
  /** Until when whoever applied without signing in may take it into an account. */
  claimUntil?: string;
}

/** An application that was taken into the account. */
export interface Claimed {
  applicationId: string;
  receiptNumber: string;
  procedureName: string;
}

/** One of the four basic data of the card. */
export type CardItem = 'NAME' | 'ADDRESS' | 'BIRTH_DATE' | 'SEX';

/** What a resident is about to sign, and where it stands. */
export interface SigningRequest {
  signingRequestId: string;
  procedureId: string;
  procedureName: string;
  formVersion: number;
  form: FormJson;
  answers: Answers;
  fee?: number;
  draftId?: string;
  /** The application that it corrects; absent when it is a new one. */
  correction?: { applicationId: string; receiptNumber: string; version: number; changed: string[] };
  frozenAt: string;
  expiresAt: string;
  /** SHA-256 of what is signed, hexadecimal. */
  digest: string;
  state: 'OPEN' | 'SIGNED' | 'UNCONFIRMED' | 'REFUSED';
  /** Why the signature was not taken. */
  refusal?: string;
  /** What the card says otherwise than the answers. */
  different: CardItem[];
}

/** What the city knows of the signature on an application. */
export interface Signature {
  digest: string;
  revocation: 'GOOD' | 'UNKNOWN' | 'NOT_CHECKED';
  verifiedAt: string;
  /** As the card has it; substitutes (代替文字) stand in full-width brackets. */
  card: { name: string; address: string; birthDate?: string; sex: string };
  matches: { [item in CardItem]?: 'SAME' | 'DIFFERENT' | 'SUBSTITUTED' | 'NOT_ON_CARD' };
  /** The application was corrected after it was signed. */
  stale: boolean;
  resolution?: { by: string; at: string; reason: string };
  /** Of the application, that it signs. */
  version: number;
  /** On the answers before a correction. */
  earlier?: Signature;
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
  type:
    | 'SUBMITTED'
    | 'RETURNED'
    | 'CORRECTED'
    | 'ACCEPTED'
    | 'COMPLETED'
    | 'REJECTED'
    | 'WITHDRAWN'
    | 'CLAIMED'
    | 'SIGNATURE_RESOLVED';
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
  ApplicationBody & {
    actions: Array<'CORRECT' | 'WITHDRAW'>;
    /** Whether a correction is to be signed. */
    signs: boolean;
  };

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

export type CaseAction = 'RESOLVE_SIGNATURE' | 'ACCEPT' | 'RETURN' | 'REJECT' | 'COMPLETE';
export type Case = CaseRow & ApplicationBody & { actions: CaseAction[]; signature?: Signature; signatureOpen?: boolean; evidence: boolean; counter?: AtCounter };

/** How a case came in at the counter; documents where staff checked who it was. */
export interface AtCounter {
  terminalName: string;
  documents?: string[];
  by?: string;
  at?: string;
}

export interface Decision {
  applicationId: string;
  state: State;
  version: number;
}
