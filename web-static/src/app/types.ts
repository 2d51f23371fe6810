import type { Form, Json } from '../forms/index.ts';
import type { components } from '../bodies.generated.ts';
import type { components as staffComponents } from '../staff-bodies.generated.ts';

// Names for the bodies of the API. Their shapes are generated from the records of the server; what
// is null there is absent in its JSON.

type Bodies = components['schemas'];
type StaffBodies = staffComponents['schemas'];

/** A form and its answers have rules of their own, so their shapes come from the form language. */
type Formed<B> = Omit<B, 'form' | 'answers'> &
  ('form' extends keyof B ? { form: Form } : unknown) &
  ('answers' extends keyof B ? { answers: Json } : unknown);

/** States of an application as the API names them. */
export type State = Bodies['ApplicationState'];

/** What the city waits for, and since when. */
export type Waiting = Bodies['HoldWaiting'];

/** Who sits at the screen. Times are RFC 3339 in UTC. */
export type Session = Bodies['ReadSessionGuest'] | Bodies['ReadSessionSignedIn'];

/** A way to sign in. */
export type Way = Bodies['ReadSessionWay'];

export type Division = Bodies['Division'];

export type Procedure = Omit<Bodies['ProcedurePage'], 'form'> & { form?: Form };

/** A visit at a terminal at the counter. */
export type Visit = Bodies['ReadVisitShown'];

/** Where a value comes from, and the day on which it was said. */
export type Origin = Bodies['ReadProfileOrigin'];

/** What can be filled in, by GIF vocabulary key. */
export type Profile = Bodies['ReadProfileProfile'];

/** Why somebody may not be able to sign; a day is YYYY-MM-DD. */
export type SigningConcern = Bodies['SigningConcern'];

/** How far a sign-in is that this device waits for and another one proves. */
export type PairingState = Bodies['PairingState'];

/** Where somebody is signed in, and when they signed in before. */
export type SignIns = Bodies['ListSignInsShown'];

/** What a mail address was confirmed for, and how long that stands where it is for notices. */
export type EmailConfirmed = Bodies['EnterEmailCodeDone'];

export type Receipt = Bodies['ApplicationReceipt'];

/** One decision on many cases, and how far it is. */
export type BulkJob = StaffBodies['ReadBulkJobShown'];

export type BulkJobs = StaffBodies['ListBulkJobsJobs'];

/** What can be decided on many cases. */
export type BulkDecided = StaffBodies['StartBulkJobSent']['decision'];

/** Procedures that a clerk may enter papers of. */
export type EntryForms = StaffBodies['ListEntryFormsForms'];

/** The form that a clerk types a paper into. */
export type EntryForm = Formed<StaffBodies['ReadEntryFormEntryForm']>;

/** An application that was taken into the account. */
export type Claimed = Bodies['ClaimApplicationClaimed'];

/** One of the four basic data of the card. */
export type CardItem = Bodies['SignatureItem'];

/** What a resident is about to sign, and where it stands. */
export type SigningRequest = Formed<Bodies['ReadSigningRequestShown']>;

/** What the city knows of the signature on an application. */
export type Signature = StaffBodies['Signature'];

/** What clerks see of a payment. */
export type CasePayment = StaffBodies['CasePayment'];
export type LedgerShown = StaffBodies['ReadLedgerShown'];
export type LedgerTotal = StaffBodies['LedgerTotal'];
export type LedgerMissing = StaffBodies['LedgerFileMissing'];
export type SettlementsShown = StaffBodies['ReadSettlementsShown'];
export type MismatchShown = StaffBodies['ReadSettlementsMismatchShown'];
export type CashShown = StaffBodies['CashShown'];

/** A file of a case, as its clerk sees it. */
export type CaseFile = StaffBodies['ListCaseFilesLine'];

/** One page of a file, drawn. */
export type FilePage = StaffBodies['PreviewCaseFilePage'];

/** A document that the city made for a case, as its clerk sees it. */
/** A document that goes by post, for nobody opened it. */
export type PaymentTask = StaffBodies['ListPaymentTasksTask'];
export type LetterToPrint = StaffBodies['ListLettersToPrintLine'];

/** A letter of the procedure with the facts of the case in it. */
export type CaseLetter = StaffBodies['ListCaseDocumentsLetter'];

export type CaseDocument = StaffBodies['ListCaseDocumentsLine'];

/** A document that was handed over, as its applicant sees it. */
export type OwnDocument = Bodies['ListDocumentsLine'];

/** What anybody is told of a document whose code they have. */
/** What is to be paid for an application and what is known of it. */
export type Payment = Bodies['PaymentShown'];

/** What whoever was asked to pay sees. */
export type AskedPayment = Bodies['OpenPayerLinkShown'];

export type VerifiedDocument = Bodies['VerifyDocumentVerified'];

/** A file that was sent, and how far it is. */
export type Upload = Bodies['UploadState'];

export type DraftRow = Bodies['ListDraftsLine'];

export type OpenedDraft = Formed<Bodies['OpenDraftOpened']>;

export type ApplicationRow = Bodies['ListApplicationsLine'];

export type TimelineEntry = Bodies['ReadApplicationHappened'] & Partial<StaffBodies['ReadCaseHappened']>;

/** Mail about an application that did not arrive. */
export type MissedNotice = Bodies['MissedNotice'];

/** Who of the staff works on a case, its labels and notes. */
export type Assignment = StaffBodies['ReadAssignmentShown'];

/** What both sides wrote about an application, as one of them sees it. */
export type Conversation = Bodies['ConversationShown'];

export type Message = Bodies['ConversationShownLine'];

export type Application = Formed<Bodies['ReadApplicationDetail']>;

export type StaffSession =
  | StaffBodies['ReadStaffSessionGuest']
  | StaffBodies['ReadStaffSessionFirstFactor']
  | StaffBodies['ReadStaffSessionShown'];

export type CaseRow = StaffBodies['CaseLine'];

/** What is decided in the case itself; a correction has a screen of its own. */
export type CaseAction = Exclude<StaffBodies['Step'], 'SUBMIT' | 'CORRECT' | 'CLAIM'>;

export type Case = Omit<Formed<StaffBodies['ReadCaseDetail']>, 'actions'> & { actions: (CaseAction | 'CORRECT')[] };

/** What proves the signatures on a case. */
export type Evidence = StaffBodies['EvidenceFile'];

/** How a case came in at the counter; documents where staff checked who it was. */
export type AtCounter = StaffBodies['ReadCaseCounter'];

export type Decision = StaffBodies['DecisionDecided'];
