import { send, type BodyOf, type Call, type FieldProblem, type Outcome, type Sent } from '../app/api.ts';
import type * as T from '../app/types.ts';
import type { operations } from '../staff-bodies.generated.ts';
import { staffRoutes } from '../staff-routes.generated.ts';
import type * as B from './design-types.ts';
import type * as D from './directory-types.ts';

/** What each operation of the staff host gives, and what its path names. Method and path come from the blueprint. */
export interface Operations {
  readStaffSession: Call<T.StaffSession>;
  enterOneTimeCode: Call<{ level: string }>;
  beginCodeEnrolment: Call<{ secret: string; uri: string }>;
  confirmCodeEnrolment: Call<{ recoveryCodes: string[] }>;
  enterRecoveryCode: Call<{ level: string }>;
  signOutStaff: Call<null>;
  listCases: Call<{ cases: T.CaseRow[]; cursor?: string }>;
  searchCases: Call<{ cases: T.CaseRow[] }>;
  readCase: Call<T.Case, 'applicationId'>;
  readCasePayment: Call<{ payment?: T.CasePayment }, 'applicationId'>;
  readLedger: Call<T.LedgerShown>;
  exportLedger: Call<{ fileName: string; content: string; missing: T.LedgerMissing[] }>;
  readSettlements: Call<T.SettlementsShown>;
  recordSettlement: Call<{ lines: number; fresh: number; first?: string; last?: string }>;
  compareSettlements: Call<T.SettlementsShown>;
  changeMismatch: Call<T.MismatchShown>;
  closeCashDay: Call<T.CashShown>;
  askReopening: Call<T.CashShown>;
  decideReopening: Call<T.CashShown>;
  pricePayment: Call<T.CasePayment, 'applicationId'>;
  receivePayment: Call<T.CasePayment, 'applicationId'>;
  cancelPayment: Call<T.CasePayment, 'applicationId'>;
  askReduction: Call<T.CasePayment, 'applicationId'>;
  askRefund: Call<T.CasePayment, 'applicationId'>;
  settleMisfit: Call<T.CasePayment, 'applicationId'>;
  decideReduction: Call<T.CasePayment, 'applicationId'>;
  decideRefund: Call<T.CasePayment, 'applicationId'>;
  readAssignment: Call<T.Assignment, 'applicationId'>;
  assignCase: Call<{ version: number }, 'applicationId'>;
  labelCase: Call<{ version: number }, 'applicationId'>;
  noteCase: Call<{ version: number }, 'applicationId'>;
  listCaseMessages: Call<T.Conversation, 'applicationId'>;
  sendCaseMessage: Call<{ number: number; at: string }, 'applicationId'>;
  seeCaseMessages: Call<null, 'applicationId'>;
  withdrawQuestion: Call<{ message: number }, 'applicationId'>;
  listCaseSentences: Call<{ sentences: { name: string; text: string }[] }, 'applicationId'>;
  listSentences: Call<D.SentencesShown>;
  saveSentence: Call<{ revision: number }, 'divisionId'>;
  removeSentence: Call<{ revision: number }, 'divisionId'>;
  listCaseFiles: Call<{ files: T.CaseFile[] }, 'applicationId'>;
  openCaseFile: Call<{ url: string }, 'applicationId'>;
  previewCaseFile: Call<T.FilePage, 'applicationId'>;
  listCaseDocuments: Call<
    { documents: T.CaseDocument[]; words: string[]; letters: T.CaseLetter[]; kinds: { value: string; label: string }[]; reachable: boolean },
    'applicationId'
  >;
  listPaymentTasks: Call<{ tasks: T.PaymentTask[] }>;
  listLettersToPrint: Call<{ letters: T.LetterToPrint[] }>;
  finishLetter: Call<{ documentId: string; at: string }, 'applicationId'>;
  previewLetter: Call<{ name: string; pdf: string }>;
  printCase: Call<{ name: string; pdf: string }, 'applicationId'>;
  makeDocument: Call<{ documentId: string }, 'applicationId'>;
  openCaseDocument: Call<{ url: string }, 'applicationId'>;
  issueDocument: Call<{ documentId: string; issuedAt: string }, 'applicationId'>;
  discardDocument: Call<null, 'applicationId'>;
  revokeDocument: Call<{ documentId: string; revokedAt: string }, 'applicationId'>;
  exportEvidence: Call<T.Evidence, 'applicationId'>;
  acceptCase: Call<T.Decision, 'applicationId'>;
  returnCase: Call<T.Decision, 'applicationId'>;
  resolveSignature: Call<T.Decision, 'applicationId'>;
  rejectCase: Call<T.Decision, 'applicationId'>;
  completeCase: Call<T.Decision, 'applicationId'>;

  withdrawCase: Call<T.Decision, 'applicationId'>;
  startBulkJob: Call<{ jobId: string }>;
  listBulkJobs: Call<T.BulkJobs>;
  readBulkJob: Call<T.BulkJob, 'jobId'>;
  listEntryForms: Call<T.EntryForms>;
  readEntryForm: Call<T.EntryForm, 'procedureId'>;
  enterApplication: Call<T.Receipt>;
  enterCorrection: Call<T.Receipt, 'applicationId'>;

  listDesigns: Call<B.DesignList>;
  listUnfoundWords: Call<B.UnfoundWords>;
  createDesign: Call<{ procedureId: string; revision: number }>;
  readDesign: Call<B.Design, 'procedureId'>;
  saveDesign: Call<{ revision: number; findings: B.Finding[]; examples: B.Tried[] }, 'procedureId'>;
  removeDesign: Call<{ procedureId: string }, 'procedureId'>;
  tryDesign: Call<{ accepted: boolean; errors: FieldProblem[]; fee?: number; pages: string[] }, 'procedureId'>;
  publishDesign: Call<{ version?: number; revision: number }, 'procedureId'>;
  decidePublication: Call<{ version?: number; revision: number }, 'procedureId'>;
  rulePublications: Call<B.OwnRule, 'divisionId'>;
  pauseProcedure: Call<{ version: number; revision: number }, 'procedureId'>;
  listVersions: Call<{ versions: B.Version[] }, 'procedureId'>;
  compareVersions: Call<B.Compared, 'procedureId'>;
  restoreVersion: Call<{ revision: number }, 'procedureId'>;
  exportDesign: Call<unknown, 'procedureId'>;

  listStaff: Call<D.Directory>;
  readStaffMember: Call<D.StaffMember, 'staffId'>;
  importStaff: Call<D.ImportPlan | D.ImportDone>;
  listVisits: Call<{ visits: D.WaitingVisit[] }>;
  attestVisit: Call<{ number: number }, 'visitId'>;
  listTerminals: Call<D.TerminalsShown>;
  registerTerminal: Call<D.TerminalSaved>;
  renewTerminal: Call<D.TerminalSaved, 'terminalId'>;
  revokeTerminal: Call<D.TerminalSaved, 'terminalId'>;
  listPartners: Call<D.PartnersShown>;
  addPartner: Call<D.PartnerSaved>;
  renewPartner: Call<D.PartnerSaved, 'clientId'>;
  revokePartner: Call<D.PartnerSaved, 'clientId'>;
  readPaymentWays: Call<D.PaymentWaysShown>;
  changePaymentWays: Call<{ revision: number }>;
  /** What other administrators did alone. */
  listOversight: Call<D.OversightShown>;
  seeOversight: Call<null, 'notedId'>;
  readSignInPolicy: Call<D.PolicyShown>;
  changeSignInPolicy: Call<{ revision: number }>;
  releaseStaffLock: Call<D.Issued, 'staffId'>;
  resetOneTimeCode: Call<D.Issued, 'staffId'>;
  addStaffMember: Call<D.Issued>;
  listDivisions: Call<D.DivisionsShown>;
  addDivision: Call<{ divisionId: string; revision: number }>;
  changeDivision: Call<{ divisionId: string; revision: number }, 'divisionId'>;
  changeStaffMember: Call<{ staffId: string; revision: number }, 'staffId'>;
}

type StaffOperation = keyof Operations & keyof typeof staffRoutes;

/** Calls an operation of the staff host. Apart from the residents', who need not load its routes. */
export function staff<O extends StaffOperation>(
  operation: O,
  sent: Sent<BodyOf<operations, O>, Operations[O]['params']> = {},
): Promise<Outcome<Operations[O]['out']>> {
  return send(staffRoutes[operation], sent);
}
