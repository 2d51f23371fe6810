import type { roles } from '../staff-routes.generated.ts';

export type Role = keyof typeof roles;

export interface DivisionName {
  divisionId: string;
  name: string;
}

/** A division (課) and how residents reach it. */
export interface Division extends DivisionName {
  phone: string;
  counter: string;
}

export interface DivisionChange {
  revision: number;
  at: string;
  byName: string;
  divisionId: string;
  divisionName: string;
  what: StaffChange['what'];
}

export interface DivisionsShown {
  /** To be named by who changes something. */
  revision: number;
  divisions: Division[];
  history: DivisionChange[];
}

/** What is sent of a division. */
export interface DivisionBody {
  revision: number;
  name: string;
  phone: string;
  counter: string;
}

/** A visitor at a terminal who waits for staff to check who they are. */
export interface WaitingVisit {
  visitId: string;
  number: number;
  terminalName: string;
  procedureName: string;
  since: string;
}

/** A terminal at the counter. */
export interface Terminal {
  terminalId: string;
  revision: number;
  name: string;
  place: string;
  divisions: string[];
  state: 'WAITING' | 'IN_USE' | 'REVOKED';
  /** End of the code that waits to be entered. */
  codeUntil?: string;
  lastSeenAt?: string;
  /** Newest first; what the terminal did itself has no person. */
  history: { at: string; what: 'REGISTERED' | 'ENROLLED' | 'RENEWED' | 'REVOKED'; byName?: string }[];
}

export interface TerminalsShown {
  terminals: Terminal[];
  divisions: DivisionName[];
}

export interface TerminalSaved {
  terminalId: string;
  revision: number;
  /** Told once. */
  code?: string;
  codeUntil?: string;
}

/** Standing in for a colleague who is away. */
export interface Deputy {
  staffId: string;
  from: string;
  until: string;
}

/** A member of staff in the directory. */
export interface StaffLine {
  staffId: string;
  revision: number;
  account: string;
  name: string;
  roles: Role[];
  divisions: string[];
  from?: string;
  until?: string;
  deputyFor?: Deputy;
  /** Whether they may use the console today. */
  open: boolean;
  /** Whether their authenticator is registered. */
  enrolled: boolean;
  /** End of the enrolment code; absent when none is good. */
  enrolUntil?: string;
  /** How many recovery codes are left. */
  recoveryCodes: number;
  lockedUntil?: string;
  signedInAt?: string;
}

/** What became of a write; the enrolment code is told only once. */
export interface Issued {
  staffId: string;
  revision: number;
  enrolmentCode?: string;
  enrolUntil?: string;
}

export interface StaffChange {
  revision: number;
  at: string;
  byName: string;
  what: { field: string; before?: string; after?: string }[];
}

export interface StaffMember extends StaffLine {
  own: boolean;
  history: StaffChange[];
}

export interface Directory {
  staff: StaffLine[];
  divisions: DivisionName[];
}

/** What a file would change, line by line. */
export interface ImportPlan {
  lines: { line: number; account: string; name: string; added: boolean; what: StaffChange['what'] }[];
}

/** What became of each line, as if it had been sent by itself. */
export interface ImportDone {
  lines: {
    line: number;
    name: string;
    status: number;
    answer: { enrolmentCode?: string; title?: string; detail?: string; errors?: { message: string }[] };
  }[];
}

/** What is sent of a registration. */
export interface RegistrationBody {
  name: string;
  roles: Role[];
  divisions: string[];
  from?: string;
  until?: string;
  deputyFor?: string;
  deputyFrom?: string;
  deputyUntil?: string;
}

/** How staff sign in; revision 0 before anybody has set anything. */
export interface SignInPolicy {
  revision: number;
  notice?: string;
  attempts: number;
  idleMinutes: number;
  hours: number;
  networks: Partial<Record<Role, string[]>>;
  /** Roles of which no one-time code is asked. */
  withoutCode: Role[];
  at?: string;
  byName?: string;
}

export interface PolicyShown {
  policy: SignInPolicy;
  history: SignInPolicy[];
  /** Where the request came from, as the server saw it. */
  address: string;
}

export type PolicyBody = {
  revision: number;
  notice?: string;
  attempts: number;
  idleMinutes: number;
  hours: number;
  withoutCode: Role[];
} & { [K in Role as `networks${K}`]?: string[] };
