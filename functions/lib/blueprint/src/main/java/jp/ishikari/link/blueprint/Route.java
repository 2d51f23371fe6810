package jp.ishikari.link.blueprint;

import static jp.ishikari.link.blueprint.Api.PARTNER;
import static jp.ishikari.link.blueprint.Api.RESIDENT;
import static jp.ishikari.link.blueprint.Api.STAFF;
import static jp.ishikari.link.blueprint.Capability.APPLICATIONS;
import static jp.ishikari.link.blueprint.Capability.ASSIGNMENTS;
import static jp.ishikari.link.blueprint.Capability.ATTACHMENTS;
import static jp.ishikari.link.blueprint.Capability.CASEWORK;
import static jp.ishikari.link.blueprint.Capability.CATALOGUE;
import static jp.ishikari.link.blueprint.Capability.CONVERSATIONS;
import static jp.ishikari.link.blueprint.Capability.COUNTER;
import static jp.ishikari.link.blueprint.Capability.DOCUMENTS;
import static jp.ishikari.link.blueprint.Capability.DRAFTS;
import static jp.ishikari.link.blueprint.Capability.FORM_DESIGN;
import static jp.ishikari.link.blueprint.Capability.IDENTITY;
import static jp.ishikari.link.blueprint.Capability.PAYMENTS;
import static jp.ishikari.link.blueprint.Capability.STAFF_DIRECTORY;
import static jp.ishikari.link.blueprint.Route.Method.GET;
import static jp.ishikari.link.blueprint.Route.Method.POST;

import java.util.List;

/**
 * Every HTTP route. The operation's class, its sample event and the constant in the portal are
 * derived from the constant's name ({@link Names}); the entry that serves it follows from
 * capability and API.
 */
public enum Route {
  READ_PROCEDURE(CATALOGUE, RESIDENT, GET, "/api/procedures/{procedureId}", Access.ANYONE),
  REPORT_UNFOUND_WORD(CATALOGUE, RESIDENT, POST, "/api/unfound-words", Access.ANYONE),
  LIST_PROCEDURES(CATALOGUE, PARTNER, GET, "/v1/procedures", Access.PROCEDURE_PARTNER),

  READ_SESSION(IDENTITY, RESIDENT, GET, "/api/session", Access.ANYONE),
  START_SIGN_IN(IDENTITY, RESIDENT, GET, "/api/sign-in/{provider}/start", Access.ANYONE),
  FINISH_SIGN_IN(IDENTITY, RESIDENT, GET, "/api/sign-in/{provider}/callback", Access.ANYONE),
  START_PAIRING(IDENTITY, RESIDENT, POST, "/api/pairings", Access.ANYONE),
  OPEN_PAIRING(IDENTITY, RESIDENT, POST, "/api/pairings/opening", Access.ANYONE),
  CONFIRM_PAIRING(IDENTITY, RESIDENT, POST, "/api/pairings/confirmation", Access.ANYONE),
  CANCEL_PAIRING(IDENTITY, RESIDENT, POST, "/api/pairings/cancellation", Access.ANYONE),
  COLLECT_PAIRING(IDENTITY, RESIDENT, POST, "/api/pairings/collection", Access.ANYONE),
  SEND_EMAIL_CODE(IDENTITY, RESIDENT, POST, "/api/email-codes", Access.ANYONE),
  ENTER_EMAIL_CODE(IDENTITY, RESIDENT, POST, "/api/email-codes/entry", Access.ANYONE),
  START_SIGNING(IDENTITY, RESIDENT, GET, "/api/signing/{matter}/start", Access.RESIDENT),
  FINISH_SIGNING(IDENTITY, RESIDENT, GET, "/api/signing/callback", Access.ANYONE),
  LIST_SIGNING_CONCERNS(IDENTITY, RESIDENT, GET, "/api/signing-concerns", Access.RESIDENT),
  LIST_CLIENT_KEYS(IDENTITY, RESIDENT, GET, "/api/sign-in/keys", Access.ANYONE),
  SIGN_OUT(IDENTITY, RESIDENT, POST, "/api/sign-out", Access.ANYONE),
  LIST_SIGN_INS(IDENTITY, RESIDENT, GET, "/api/sign-ins", Access.RESIDENT),
  END_SESSIONS(IDENTITY, RESIDENT, POST, "/api/sign-ins/ended", Access.RESIDENT),
  DETACH_WAY(IDENTITY, RESIDENT, POST, "/api/sign-ins/detachment", Access.RESIDENT),
  READ_PROFILE(IDENTITY, RESIDENT, GET, "/api/profile", Access.RESIDENT),

  READ_STAFF_SESSION(IDENTITY, STAFF, GET, "/api/session", Access.ANYONE),
  START_STAFF_SIGN_IN(IDENTITY, STAFF, GET, "/api/sign-in/staff/start", Access.ANYONE),
  FINISH_STAFF_SIGN_IN(IDENTITY, STAFF, GET, "/api/sign-in/staff/callback", Access.ANYONE),
  LIST_STAFF_CLIENT_KEYS(IDENTITY, STAFF, GET, "/api/sign-in/keys", Access.ANYONE),
  ENTER_ONE_TIME_CODE(
      IDENTITY, STAFF, POST, "/api/sign-in/one-time-code", Access.STAFF_FIRST_FACTOR),
  BEGIN_CODE_ENROLMENT(
      IDENTITY, STAFF, POST, "/api/sign-in/one-time-code/enrolment", Access.STAFF_FIRST_FACTOR),
  CONFIRM_CODE_ENROLMENT(
      IDENTITY, STAFF, POST, "/api/sign-in/one-time-code/confirmation", Access.STAFF_FIRST_FACTOR),
  ENTER_RECOVERY_CODE(
      IDENTITY, STAFF, POST, "/api/sign-in/recovery-code", Access.STAFF_FIRST_FACTOR),
  SIGN_OUT_STAFF(IDENTITY, STAFF, POST, "/api/sign-out", Access.ANYONE),

  SUBMIT_APPLICATION(APPLICATIONS, RESIDENT, POST, "/api/applications", Access.ANYONE),
  TRY_APPLICATION(APPLICATIONS, RESIDENT, POST, "/api/applications/trial", Access.VISITOR),
  FREEZE_APPLICATION(APPLICATIONS, RESIDENT, POST, "/api/signing-requests", Access.RESIDENT),
  READ_SIGNING_REQUEST(
      APPLICATIONS, RESIDENT, GET, "/api/signing-requests/{matter}", Access.RESIDENT),
  LIST_APPLICATIONS(APPLICATIONS, RESIDENT, GET, "/api/applications", Access.RESIDENT),
  READ_APPLICATION(
      APPLICATIONS, RESIDENT, GET, "/api/applications/{applicationId}", Access.RESIDENT),
  CORRECT_APPLICATION(
      APPLICATIONS,
      RESIDENT,
      POST,
      "/api/applications/{applicationId}/correction",
      Access.RESIDENT),
  FREEZE_CORRECTION(
      APPLICATIONS,
      RESIDENT,
      POST,
      "/api/applications/{applicationId}/correction/signing-request",
      Access.RESIDENT),
  CLAIM_APPLICATION(APPLICATIONS, RESIDENT, POST, "/api/claims", Access.RESIDENT),
  WITHDRAW_APPLICATION(
      APPLICATIONS,
      RESIDENT,
      POST,
      "/api/applications/{applicationId}/withdrawal",
      Access.RESIDENT),
  FOLLOW_APPLICATION(APPLICATIONS, RESIDENT, POST, "/api/following", Access.ANYONE),
  CORRECT_FOLLOWED(APPLICATIONS, RESIDENT, POST, "/api/following/correction", Access.ANYONE),

  LIST_ENTRY_FORMS(APPLICATIONS, STAFF, GET, "/api/entries", Access.REVIEWER),
  READ_ENTRY_FORM(APPLICATIONS, STAFF, GET, "/api/entries/{procedureId}", Access.REVIEWER),
  ENTER_APPLICATION(APPLICATIONS, STAFF, POST, "/api/entries", Access.REVIEWER),
  ENTER_CORRECTION(
      APPLICATIONS, STAFF, POST, "/api/cases/{applicationId}/correction", Access.REVIEWER),

  SAVE_DRAFT(DRAFTS, RESIDENT, POST, "/api/drafts", Access.ANYONE),
  LIST_DRAFTS(DRAFTS, RESIDENT, GET, "/api/drafts", Access.RESIDENT),
  OPEN_DRAFT(DRAFTS, RESIDENT, POST, "/api/drafts/opening", Access.ANYONE),
  DELETE_DRAFT(DRAFTS, RESIDENT, POST, "/api/drafts/deletion", Access.ANYONE),

  BEGIN_UPLOAD(ATTACHMENTS, RESIDENT, POST, "/api/attachments", Access.ANYONE),
  PERMIT_PARTS(ATTACHMENTS, RESIDENT, POST, "/api/attachments/parts", Access.ANYONE),
  COMPLETE_UPLOAD(ATTACHMENTS, RESIDENT, POST, "/api/attachments/completion", Access.ANYONE),
  CHECK_UPLOAD(ATTACHMENTS, RESIDENT, POST, "/api/attachments/state", Access.ANYONE),
  DELETE_UPLOAD(ATTACHMENTS, RESIDENT, POST, "/api/attachments/deletion", Access.ANYONE),
  LIST_CASE_FILES(ATTACHMENTS, STAFF, GET, "/api/cases/{applicationId}/files", Access.CASE_READER),
  OPEN_CASE_FILE(
      ATTACHMENTS, STAFF, POST, "/api/cases/{applicationId}/files/opening", Access.CASE_READER),
  PREVIEW_CASE_FILE(
      ATTACHMENTS, STAFF, POST, "/api/cases/{applicationId}/files/preview", Access.CASE_READER),

  LIST_MESSAGES(CONVERSATIONS, RESIDENT, GET, "/api/messages/{applicationId}", Access.RESIDENT),
  SEND_MESSAGE(CONVERSATIONS, RESIDENT, POST, "/api/messages/{applicationId}", Access.RESIDENT),
  SEE_MESSAGES(
      CONVERSATIONS, RESIDENT, POST, "/api/messages/{applicationId}/seen", Access.RESIDENT),
  LIST_FOLLOWED_MESSAGES(CONVERSATIONS, RESIDENT, POST, "/api/following/messages", Access.ANYONE),
  SEND_FOLLOWED_MESSAGE(
      CONVERSATIONS, RESIDENT, POST, "/api/following/messages/new", Access.ANYONE),
  SEE_FOLLOWED_MESSAGES(
      CONVERSATIONS, RESIDENT, POST, "/api/following/messages/seen", Access.ANYONE),
  LIST_CASE_MESSAGES(
      CONVERSATIONS, STAFF, GET, "/api/messages/{applicationId}", Access.CASE_READER),
  SEND_CASE_MESSAGE(CONVERSATIONS, STAFF, POST, "/api/messages/{applicationId}", Access.REVIEWER),
  SEE_CASE_MESSAGES(
      CONVERSATIONS, STAFF, POST, "/api/messages/{applicationId}/seen", Access.REVIEWER),
  WITHDRAW_QUESTION(
      CONVERSATIONS, STAFF, POST, "/api/messages/{applicationId}/withdrawal", Access.REVIEWER),
  LIST_CASE_SENTENCES(
      CONVERSATIONS, STAFF, GET, "/api/messages/{applicationId}/sentences", Access.REVIEWER),
  LIST_SENTENCES(CONVERSATIONS, STAFF, GET, "/api/sentences", Access.DIVISION_KEEPER),
  SAVE_SENTENCE(CONVERSATIONS, STAFF, POST, "/api/sentences/{divisionId}", Access.DIVISION_KEEPER),
  REMOVE_SENTENCE(
      CONVERSATIONS, STAFF, POST, "/api/sentences/{divisionId}/removal", Access.DIVISION_KEEPER),

  LIST_DOCUMENTS(DOCUMENTS, RESIDENT, GET, "/api/documents/{applicationId}", Access.RESIDENT),
  OPEN_DOCUMENT(
      DOCUMENTS, RESIDENT, POST, "/api/documents/{applicationId}/opening", Access.RESIDENT),
  PRINT_APPLICATION(
      DOCUMENTS, RESIDENT, GET, "/api/documents/{applicationId}/application", Access.RESIDENT),
  LIST_FOLLOWED_DOCUMENTS(DOCUMENTS, RESIDENT, POST, "/api/following/documents", Access.ANYONE),
  OPEN_FOLLOWED_DOCUMENT(
      DOCUMENTS, RESIDENT, POST, "/api/following/documents/opening", Access.ANYONE),
  VERIFY_DOCUMENT(DOCUMENTS, RESIDENT, POST, "/api/verification", Access.ANYONE),
  PREVIEW_LETTER(DOCUMENTS, STAFF, POST, "/api/letters/preview", Access.DESIGNER),
  LIST_LETTERS_TO_PRINT(DOCUMENTS, STAFF, GET, "/api/print-list", Access.CASE_READER),
  FINISH_LETTER(DOCUMENTS, STAFF, POST, "/api/print-list/{applicationId}", Access.REVIEWER),
  LIST_CASE_DOCUMENTS(DOCUMENTS, STAFF, GET, "/api/documents/{applicationId}", Access.CASE_READER),
  MAKE_DOCUMENT(DOCUMENTS, STAFF, POST, "/api/documents/{applicationId}", Access.REVIEWER),
  OPEN_CASE_DOCUMENT(
      DOCUMENTS, STAFF, POST, "/api/documents/{applicationId}/opening", Access.CASE_READER),
  PRINT_CASE(
      DOCUMENTS, STAFF, GET, "/api/documents/{applicationId}/application", Access.CASE_READER),
  ISSUE_DOCUMENT(DOCUMENTS, STAFF, POST, "/api/documents/{applicationId}/issue", Access.REVIEWER),
  DISCARD_DOCUMENT(
      DOCUMENTS, STAFF, POST, "/api/documents/{applicationId}/discard", Access.REVIEWER),
  REVOKE_DOCUMENT(
      DOCUMENTS, STAFF, POST, "/api/documents/{applicationId}/revocation", Access.REVIEWER),
  READ_ASSIGNMENT(ASSIGNMENTS, STAFF, GET, "/api/assignments/{applicationId}", Access.CASE_READER),
  ASSIGN_CASE(
      ASSIGNMENTS, STAFF, POST, "/api/assignments/{applicationId}/assignee", Access.REVIEWER),
  LABEL_CASE(ASSIGNMENTS, STAFF, POST, "/api/assignments/{applicationId}/labels", Access.REVIEWER),
  NOTE_CASE(ASSIGNMENTS, STAFF, POST, "/api/assignments/{applicationId}/notes", Access.REVIEWER),

  READ_PAYMENT(PAYMENTS, RESIDENT, GET, "/api/payments/{applicationId}", Access.RESIDENT),
  BEGIN_CHECKOUT(PAYMENTS, RESIDENT, POST, "/api/payments/{applicationId}", Access.RESIDENT),
  OPEN_PAYMENT_LINK(PAYMENTS, RESIDENT, POST, "/api/payment-links/opening", Access.ANYONE),
  BEGIN_LINKED_CHECKOUT(PAYMENTS, RESIDENT, POST, "/api/payment-links/checkout", Access.ANYONE),
  MAKE_PAYER_LINK(PAYMENTS, RESIDENT, POST, "/api/payments/{applicationId}/links", Access.RESIDENT),
  END_PAYER_LINK(
      PAYMENTS, RESIDENT, POST, "/api/payments/{applicationId}/links/end", Access.RESIDENT),
  MAKE_FOLLOWED_PAYER_LINK(PAYMENTS, RESIDENT, POST, "/api/payment-links/links", Access.ANYONE),
  END_FOLLOWED_PAYER_LINK(PAYMENTS, RESIDENT, POST, "/api/payment-links/links/end", Access.ANYONE),
  OPEN_PAYER_LINK(PAYMENTS, RESIDENT, POST, "/api/payer-links/opening", Access.ANYONE),
  BEGIN_PAYER_CHECKOUT(PAYMENTS, RESIDENT, POST, "/api/payer-links/checkout", Access.ANYONE),
  HEAR_KOMOJU(PAYMENTS, RESIDENT, POST, "/api/gateways/komoju", Access.MACHINE),
  HEAR_GMO(PAYMENTS, RESIDENT, POST, "/api/gateways/gmo", Access.MACHINE),
  LIST_PAYMENT_TASKS(PAYMENTS, STAFF, GET, "/api/payment-tasks", Access.CASE_READER),
  READ_CASE_PAYMENT(PAYMENTS, STAFF, GET, "/api/payments/{applicationId}", Access.CASE_READER),
  PRICE_PAYMENT(PAYMENTS, STAFF, POST, "/api/payments/{applicationId}/amount", Access.REVIEWER),
  ASK_REDUCTION(PAYMENTS, STAFF, POST, "/api/payments/{applicationId}/reductions", Access.REVIEWER),
  DECIDE_REDUCTION(PAYMENTS, STAFF, POST, "/api/reductions/{applicationId}", Access.REVIEWER),
  SETTLE_MISFIT(PAYMENTS, STAFF, POST, "/api/payments/{applicationId}/misfits", Access.REVIEWER),
  RECEIVE_PAYMENT(PAYMENTS, STAFF, POST, "/api/payments/{applicationId}/receipts", Access.REVIEWER),
  CANCEL_PAYMENT(PAYMENTS, STAFF, POST, "/api/payments/{applicationId}/end", Access.REVIEWER),
  ASK_REFUND(PAYMENTS, STAFF, POST, "/api/payments/{applicationId}/refunds", Access.REVIEWER),
  READ_PAYMENT_WAYS(
      PAYMENTS, STAFF, GET, "/api/settings/payment-ways", Access.SYSTEM_ADMINISTRATOR),
  CHANGE_PAYMENT_WAYS(
      PAYMENTS, STAFF, POST, "/api/settings/payment-ways", Access.SYSTEM_ADMINISTRATOR),
  DECIDE_REFUND(PAYMENTS, STAFF, POST, "/api/refunds/{applicationId}", Access.REVIEWER),
  READ_LEDGER(PAYMENTS, STAFF, GET, "/api/ledger", Access.ACCOUNTANT),
  EXPORT_LEDGER(PAYMENTS, STAFF, POST, "/api/ledger/files", Access.ACCOUNTANT),
  CLOSE_CASH_DAY(PAYMENTS, STAFF, POST, "/api/ledger/closings", Access.ACCOUNTANT),
  ASK_REOPENING(PAYMENTS, STAFF, POST, "/api/ledger/reopenings", Access.ACCOUNTANT),
  DECIDE_REOPENING(PAYMENTS, STAFF, POST, "/api/ledger/reopenings/decisions", Access.ACCOUNTANT),
  READ_SETTLEMENTS(PAYMENTS, STAFF, GET, "/api/settlements", Access.ACCOUNTANT),
  RECORD_SETTLEMENT(PAYMENTS, STAFF, POST, "/api/settlements", Access.ACCOUNTANT),
  COMPARE_SETTLEMENTS(PAYMENTS, STAFF, POST, "/api/settlements/comparisons", Access.ACCOUNTANT),
  CHANGE_MISMATCH(PAYMENTS, STAFF, POST, "/api/settlements/mismatches", Access.ACCOUNTANT),
  DRAW_CHALLENGE(COUNTER, RESIDENT, POST, "/api/counter/challenges", Access.ANYONE),
  ENROL_TERMINAL(COUNTER, RESIDENT, POST, "/api/counter/enrolment", Access.ANYONE),
  BEGIN_VISIT(COUNTER, RESIDENT, POST, "/api/counter/visits", Access.ANYONE),
  READ_VISIT(COUNTER, RESIDENT, GET, "/api/counter/visit", Access.VISITOR),
  AWAIT_CHECK(COUNTER, RESIDENT, POST, "/api/counter/visit/check", Access.VISITOR),
  END_VISIT(COUNTER, RESIDENT, POST, "/api/counter/visit/end", Access.ANYONE),
  LIST_VISITS(COUNTER, STAFF, GET, "/api/visits", Access.REVIEWER),
  ATTEST_VISIT(COUNTER, STAFF, POST, "/api/visits/{visitId}/attestation", Access.REVIEWER),
  LIST_TERMINALS(COUNTER, STAFF, GET, "/api/terminals", Access.SYSTEM_ADMINISTRATOR),
  REGISTER_TERMINAL(COUNTER, STAFF, POST, "/api/terminals", Access.SYSTEM_ADMINISTRATOR),
  RENEW_TERMINAL(
      COUNTER, STAFF, POST, "/api/terminals/{terminalId}/renewal", Access.SYSTEM_ADMINISTRATOR),
  REVOKE_TERMINAL(
      COUNTER, STAFF, POST, "/api/terminals/{terminalId}/revocation", Access.SYSTEM_ADMINISTRATOR),

  LIST_CASES(CASEWORK, STAFF, GET, "/api/cases", Access.CASE_READER),
  SEARCH_CASES(CASEWORK, STAFF, POST, "/api/cases/search", Access.CASE_READER),
  READ_CASE(CASEWORK, STAFF, GET, "/api/cases/{applicationId}", Access.CASE_READER),
  ACCEPT_CASE(CASEWORK, STAFF, POST, "/api/cases/{applicationId}/acceptance", Access.REVIEWER),
  RESOLVE_SIGNATURE(CASEWORK, STAFF, POST, "/api/cases/{applicationId}/signature", Access.REVIEWER),
  EXPORT_EVIDENCE(
      CASEWORK, STAFF, GET, "/api/cases/{applicationId}/evidence", Access.EVIDENCE_READER),
  RETURN_CASE(CASEWORK, STAFF, POST, "/api/cases/{applicationId}/return", Access.REVIEWER),
  REJECT_CASE(CASEWORK, STAFF, POST, "/api/cases/{applicationId}/rejection", Access.REVIEWER),
  WITHDRAW_CASE(CASEWORK, STAFF, POST, "/api/cases/{applicationId}/withdrawal", Access.REVIEWER),
  START_BULK_JOB(CASEWORK, STAFF, POST, "/api/bulk-jobs", Access.REVIEWER),
  LIST_BULK_JOBS(CASEWORK, STAFF, GET, "/api/bulk-jobs", Access.REVIEWER),
  READ_BULK_JOB(CASEWORK, STAFF, GET, "/api/bulk-jobs/{jobId}", Access.REVIEWER),
  COMPLETE_CASE(CASEWORK, STAFF, POST, "/api/cases/{applicationId}/completion", Access.REVIEWER),

  LIST_DESIGNS(FORM_DESIGN, STAFF, GET, "/api/designs", Access.DESIGNER),
  LIST_UNFOUND_WORDS(FORM_DESIGN, STAFF, GET, "/api/unfound-words", Access.WORD_READER),
  CREATE_DESIGN(FORM_DESIGN, STAFF, POST, "/api/designs", Access.DESIGNER),
  READ_DESIGN(FORM_DESIGN, STAFF, GET, "/api/designs/{procedureId}", Access.DESIGNER),
  SAVE_DESIGN(FORM_DESIGN, STAFF, POST, "/api/designs/{procedureId}/draft", Access.DESIGNER),
  REMOVE_DESIGN(FORM_DESIGN, STAFF, POST, "/api/designs/{procedureId}/removal", Access.DESIGNER),
  TRY_DESIGN(FORM_DESIGN, STAFF, POST, "/api/designs/{procedureId}/trial", Access.DESIGNER),
  PUBLISH_DESIGN(
      FORM_DESIGN, STAFF, POST, "/api/designs/{procedureId}/publication", Access.DESIGNER),
  DECIDE_PUBLICATION(
      FORM_DESIGN, STAFF, POST, "/api/designs/{procedureId}/approval", Access.DESIGNER),
  RULE_PUBLICATIONS(
      FORM_DESIGN, STAFF, POST, "/api/publication-rules/{divisionId}", Access.DESIGNER),
  PAUSE_PROCEDURE(FORM_DESIGN, STAFF, POST, "/api/designs/{procedureId}/pause", Access.DESIGNER),
  LIST_VERSIONS(FORM_DESIGN, STAFF, GET, "/api/designs/{procedureId}/versions", Access.DESIGNER),
  READ_VERSION(
      FORM_DESIGN, STAFF, GET, "/api/designs/{procedureId}/versions/{version}", Access.DESIGNER),
  COMPARE_VERSIONS(
      FORM_DESIGN, STAFF, GET, "/api/designs/{procedureId}/difference", Access.DESIGNER),
  RESTORE_VERSION(
      FORM_DESIGN, STAFF, POST, "/api/designs/{procedureId}/restoration", Access.DESIGNER),
  EXPORT_DESIGN(FORM_DESIGN, STAFF, GET, "/api/designs/{procedureId}/package", Access.DESIGNER),

  LIST_STAFF(STAFF_DIRECTORY, STAFF, GET, "/api/staff", Access.STAFF_READER),
  ADD_STAFF_MEMBER(STAFF_DIRECTORY, STAFF, POST, "/api/staff", Access.USER_ADMINISTRATOR),
  READ_STAFF_MEMBER(STAFF_DIRECTORY, STAFF, GET, "/api/staff/{staffId}", Access.STAFF_READER),
  CHANGE_STAFF_MEMBER(
      STAFF_DIRECTORY, STAFF, POST, "/api/staff/{staffId}/registration", Access.USER_ADMINISTRATOR),
  IMPORT_STAFF(STAFF_DIRECTORY, STAFF, POST, "/api/staff-file", Access.USER_ADMINISTRATOR),
  RELEASE_STAFF_LOCK(
      STAFF_DIRECTORY, STAFF, POST, "/api/staff/{staffId}/lock-release", Access.USER_ADMINISTRATOR),
  RESET_ONE_TIME_CODE(
      STAFF_DIRECTORY, STAFF, POST, "/api/staff/{staffId}/code-reset", Access.USER_ADMINISTRATOR),
  LIST_DIVISIONS(STAFF_DIRECTORY, STAFF, GET, "/api/divisions", Access.SYSTEM_ADMINISTRATOR),
  ADD_DIVISION(STAFF_DIRECTORY, STAFF, POST, "/api/divisions", Access.SYSTEM_ADMINISTRATOR),
  CHANGE_DIVISION(
      STAFF_DIRECTORY, STAFF, POST, "/api/divisions/{divisionId}", Access.SYSTEM_ADMINISTRATOR),
  LIST_PARTNERS(STAFF_DIRECTORY, STAFF, GET, "/api/partners", Access.SYSTEM_ADMINISTRATOR),
  ADD_PARTNER(STAFF_DIRECTORY, STAFF, POST, "/api/partners", Access.SYSTEM_ADMINISTRATOR),
  RENEW_PARTNER(
      STAFF_DIRECTORY,
      STAFF,
      POST,
      "/api/partners/{clientId}/renewal",
      Access.SYSTEM_ADMINISTRATOR),
  REVOKE_PARTNER(
      STAFF_DIRECTORY,
      STAFF,
      POST,
      "/api/partners/{clientId}/revocation",
      Access.SYSTEM_ADMINISTRATOR),
  LIST_OVERSIGHT(STAFF_DIRECTORY, STAFF, GET, "/api/oversight", Access.OVERSEER),
  SEE_OVERSIGHT(STAFF_DIRECTORY, STAFF, POST, "/api/oversight/{notedId}/seen", Access.OVERSEER),
  READ_SIGN_IN_POLICY(
      STAFF_DIRECTORY, STAFF, GET, "/api/settings/sign-in", Access.SYSTEM_ADMINISTRATOR),
  CHANGE_SIGN_IN_POLICY(
      STAFF_DIRECTORY, STAFF, POST, "/api/settings/sign-in", Access.SYSTEM_ADMINISTRATOR);

  /** HTTP methods in use. POST is unsafe: it needs an origin of ours and an Idempotency-Key. */
  public enum Method {
    GET,
    POST
  }

  private final Capability capability;
  private final Api api;
  private final Method method;
  private final String path;
  private final Access access;

  Route(Capability capability, Api api, Method method, String path, Access access) {
    this.capability = capability;
    this.api = api;
    this.method = method;
    this.path = path;
    this.access = access;
  }

  public Capability capability() {
    return capability;
  }

  public Api api() {
    return api;
  }

  public Method method() {
    return method;
  }

  /** Path template; parameters in braces are one segment each. */
  public String path() {
    return path;
  }

  public Access access() {
    return access;
  }

  /** How large a body it reads. */
  public BodySize bodySize() {
    return BodySize.of(this);
  }

  /**
   * How often it may be asked; each is counted. Whoever is over the first is not counted in the
   * next, and so cannot use up somebody else's.
   */
  public List<Budget> budgets() {
    return RouteBudgets.of(this);
  }

  /** The function that serves it. */
  public Entry entry() {
    return Serving.entry(capability, api);
  }
}
