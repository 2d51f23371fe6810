import type { components } from '../staff-bodies.generated.ts';
import type { roles } from '../staff-routes.generated.ts';

// Names for the bodies of the staff API; their shapes are generated from the records of the server.

type Bodies = components['schemas'];

export type Role = keyof typeof roles;

export type DivisionName = Bodies['ListStaffDivisionName'];

/** A division (課) and how residents reach it. */
export type Division = Bodies['Division'];

export type DivisionChange = Bodies['DivisionChange'];

/** What an administrator did alone. */
export type Noted = Bodies['Noted'];

export type OversightShown = Bodies['ListOversightShown'];

export type DivisionsShown = Bodies['ListDivisionsShown'];

/** What divisions keep ready (定型文). */
export type SentencesShown = Bodies['ListSentencesShown'];

export type SentencesOfDivision = Bodies['ListSentencesOfDivision'];

export type Sentence = SentencesOfDivision['sentences'][number];

/** A visitor at a terminal who waits for staff to check who they are. */
export type WaitingVisit = Bodies['ListVisitsLine'];

/** A terminal at the counter. */
export type Terminal = Bodies['ListTerminalsLine'];

export type TerminalsShown = Bodies['ListTerminalsLines'];

export type TerminalSaved = Bodies['TerminalWriteSaved'];

/** A client of the partner API. */
export type Partner = Bodies['ListPartnersLine'];

export type PartnersShown = Bodies['ListPartnersLines'];

export type PartnerSaved = Bodies['PartnerWriteSaved'];

/** Standing in for a colleague who is away. */
export type Deputy = Bodies['RegistrationDeputy'];

/** A member of staff in the directory. */
export type StaffLine = Bodies['StaffLine'];

/** What became of a write; the enrolment code is told only once. */
export type Issued = Bodies['StaffWriteSaved'];

export type StaffChange = Bodies['StaffChange'];

export type StaffMember = Bodies['ReadStaffMemberShown'];

export type Directory = Bodies['ListStaffLines'];

/** What a file would change, line by line. */
export type ImportPlan = Bodies['ImportStaffPlan'];

/** What became of each line, as if it had been sent by itself. */
export interface ImportDone {
  lines: (Omit<Bodies['ImportStaffDone'], 'answer'> & { answer: Partial<Issued & Bodies['Problem']> })[];
}

/** What is sent of a registration. */
export type RegistrationBody = Omit<Bodies['AddStaffMemberAsked'], 'account' | 'roles'> & { roles: Role[] };

/** How staff sign in; revision 0 before anybody has set anything. */
export type SignInPolicy = Omit<Bodies['SignInPolicy'], 'networks' | 'withoutCode'> & {
  networks: Partial<Record<Role, string[]>>;
  withoutCode: Role[];
};

export type PolicyShown = Omit<Bodies['ReadSignInPolicyShown'], 'policy' | 'history'> & {
  policy: SignInPolicy;
  history: SignInPolicy[];
};

/** What is sent of it. */
export type PolicyBody = Bodies['ChangeSignInPolicySent'];

/** Which gateway each way to pay goes to. */
export type PaymentWaysShown = Bodies['ReadPaymentWaysShown'];
