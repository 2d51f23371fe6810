import type { Form } from '../forms/index.ts';

/** What the editor edits of a procedure: its page and its form; what is not filled in yet is absent. */
export interface Doc {
  name?: string;
  kana?: string;
  /** What residents call it besides its name. */
  words: string[];
  summary?: string;
  category?: string;
  events: string[];
  audience?: string;
  needs: string[];
  feeText?: string;
  standardDays: number;
  level: 'GUEST' | 'ACCOUNT' | 'PROOFED' | 'SIGNATURE' | 'CONFIRMED_SIGNATURE';
  online: boolean;
  how?: string;
  law?: string;
  form?: Form;
}

/** Something to look at before publishing; `pointer` is a JSON pointer into the design. */
export interface Finding {
  severity: 'error' | 'warning';
  code: string;
  pointer: string;
  message: string;
}

/** What came of an example. */
export interface Tried {
  id: string;
  title: string;
  passed: boolean;
  mismatches: { what: string; expected?: unknown; actual?: unknown }[];
}

export interface Design extends Doc {
  procedureId: string;
  /** What the next save names; absent for a published version. */
  revision?: number;
  publishedVersion?: number;
  editedAt?: string;
  editedBy?: string;
  divisionId: string;
  findings: Finding[];
  examples: Tried[];
  /** What to know before publishing; absent for a published version. */
  publishing?: Publishing;
}

export interface Publishing {
  /** Whether the division wants a second person's approval. */
  secondPerson: boolean;
  /** The publication that waits for it, and whether the clerk asked for it themselves. */
  awaiting?: Publication;
  mine: boolean;
  /** Why the last one was sent back. */
  declined?: string;
  /** How many people are filling in the published version. */
  running: number;
  /** Places of the published version, and how many are taken. */
  capacity?: number;
  held?: number;
}

export interface Publication {
  change: 'MINOR' | 'MAJOR';
  note: string;
  opensOn?: string;
  closesOn?: string;
  capacity?: number;
  recount: boolean;
  at: string;
  byName: string;
}

export interface DesignRow {
  procedureId: string;
  name?: string;
  divisionId: string;
  draft?: { revision: number; editedAt: string; editedBy: string; awaiting: boolean };
  published?: {
    version: number;
    at?: string;
    by?: string;
    online: boolean;
    opensOn?: string;
    closesOn?: string;
    paused: boolean;
  };
}

export interface Version {
  version: number;
  at?: string;
  by?: string;
  approvedBy?: string;
  note?: string;
  change?: 'MINOR' | 'MAJOR';
  opensOn?: string;
  closesOn?: string;
  capacity?: number;
  paused: boolean;
}

/** One difference of two forms; `before` of a move is the id it stood behind. */
export interface Change {
  kind: 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED';
  part: 'FORM' | 'PAGE' | 'FIELD' | 'OPTION' | 'RULE' | 'TEXT' | 'EXAMPLE';
  id: string;
  property?: string;
  before?: unknown;
  after?: unknown;
}

export interface Compared {
  changes: Change[];
  page: { property: string; before?: unknown; after?: unknown }[];
  /** The forms; without pages where there was none. */
  before: Partial<Form>;
  after: Partial<Form>;
}

/** What residents looked for and found nothing, by month. */
export interface UnfoundWords {
  months: { month: string; words: { word: string; times: number }[] }[];
}

export interface OwnDivision {
  divisionId: string;
  name: string;
  /** Whether its publications need a second person. */
  secondPerson: boolean;
}
