package jp.ishikari.link.blueprint;

import static jp.ishikari.link.blueprint.Capability.APPLICATIONS;
import static jp.ishikari.link.blueprint.Capability.ASSIGNMENTS;
import static jp.ishikari.link.blueprint.Capability.ATTACHMENTS;
import static jp.ishikari.link.blueprint.Capability.CASEWORK;
import static jp.ishikari.link.blueprint.Capability.CONVERSATIONS;
import static jp.ishikari.link.blueprint.Capability.DOCUMENTS;
import static jp.ishikari.link.blueprint.Capability.PAYMENTS;
import static jp.ishikari.link.blueprint.EventField.DIVISION_ID;
import static jp.ishikari.link.blueprint.EventField.FIRST_DAY;
import static jp.ishikari.link.blueprint.EventField.LAST_DAY;
import static jp.ishikari.link.blueprint.EventField.PROCEDURE_ID;
import static jp.ishikari.link.blueprint.EventField.STAFF_ID;
import static jp.ishikari.link.blueprint.EventField.STATE;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that is announced on a topic: who says it, about what, and what it carries. The name
 * of a constant is its subject and what happened to it. Filter policies, schemas, samples and
 * docs/generated/events.md follow from here.
 */
public enum EventType {
  APPLICATION_SUBMITTED(APPLICATIONS),
  APPLICATION_CORRECTED(APPLICATIONS),
  APPLICATION_WITHDRAWN(APPLICATIONS),
  /** Taken into an account by whoever had applied without one. */
  APPLICATION_CLAIMED(APPLICATIONS),
  APPLICATION_SIGNATURE_RESOLVED(CASEWORK),
  APPLICATION_ACCEPTED(CASEWORK),
  APPLICATION_RETURNED(CASEWORK),
  APPLICATION_REJECTED(CASEWORK),
  APPLICATION_COMPLETED(CASEWORK),
  /** The scan found something in it; nobody can open it. */
  FILE_INFECTED(Subject.FILE, ATTACHMENTS),
  /** It can't be opened or is none of the kinds that are taken; told of those that were sent in. */
  FILE_REFUSED(Subject.FILE, ATTACHMENTS),
  /** The applicant has a message; it may ask for an answer, which stops the clock. */
  CONVERSATION_WRITTEN_BY_CITY(Subject.CONVERSATION, CONVERSATIONS),
  /** The city has a message, which answers whatever was asked. */
  CONVERSATION_WRITTEN_BY_APPLICANT(Subject.CONVERSATION, CONVERSATIONS),
  CONVERSATION_READ_BY_CITY(Subject.CONVERSATION, CONVERSATIONS),
  /** The city waits for no answer any more. */
  CONVERSATION_QUESTION_WITHDRAWN(Subject.CONVERSATION, CONVERSATIONS),
  /** The applicant can open a document that was not there before. */
  DOCUMENT_ISSUED(Subject.DOCUMENT, DOCUMENTS),
  /** The applicant can open a document that takes the place of another, which no longer holds. */
  DOCUMENT_REPLACED(Subject.DOCUMENT, DOCUMENTS),
  /** A document does not hold any more. */
  DOCUMENT_REVOKED(Subject.DOCUMENT, DOCUMENTS),
  /** The applicant has opened a document for the first time. */
  DOCUMENT_OPENED(Subject.DOCUMENT, DOCUMENTS),
  /** Somebody else, or nobody any more, works on it. */
  ASSIGNMENT_CHANGED(Subject.ASSIGNMENT, ASSIGNMENTS),
  ASSIGNMENT_LABELLED(Subject.ASSIGNMENT, ASSIGNMENTS),
  ASSIGNMENT_NOTED(Subject.ASSIGNMENT, ASSIGNMENTS),
  /** An application that costs something was sent in. */
  PAYMENT_OPENED(Subject.PAYMENT, APPLICATIONS, STATE),
  /** The amount was fixed, or another one was. */
  PAYMENT_PRICED(Subject.PAYMENT, PAYMENTS, STATE),
  /** Less is to be asked for, or nothing, once a second person says so. */
  PAYMENT_REDUCTION_ASKED(Subject.PAYMENT, PAYMENTS, STATE),
  PAYMENT_REDUCTION_GRANTED(Subject.PAYMENT, PAYMENTS, STATE),
  PAYMENT_REDUCTION_DECLINED(Subject.PAYMENT, PAYMENTS, STATE),
  /** Somebody went to a gateway to pay. */
  PAYMENT_BEGUN(Subject.PAYMENT, PAYMENTS, STATE),
  /** A slip for a convenience store was drawn up; it is paid later, or never. */
  PAYMENT_SLIP_ISSUED(Subject.PAYMENT, PAYMENTS, STATE),
  /** A checkout came to nothing. */
  PAYMENT_BROKEN_OFF(Subject.PAYMENT, PAYMENTS, STATE),
  /** Money came through a gateway. */
  PAYMENT_PAID(Subject.PAYMENT, PAYMENTS, STATE),
  /** Money came over the counter. */
  PAYMENT_RECEIVED(Subject.PAYMENT, PAYMENTS, STATE),
  /** A gateway took something else than was asked for; a person has to look. */
  PAYMENT_MISFITTED(Subject.PAYMENT, PAYMENTS, STATE),
  /** Somebody has looked at that: it counts as it is, or not at all. */
  PAYMENT_MISFIT_SETTLED(Subject.PAYMENT, PAYMENTS, STATE),
  /** The day by which it was to be paid has passed. */
  PAYMENT_LAPSED(Subject.PAYMENT, PAYMENTS, STATE),
  /** It need not be paid any more. */
  PAYMENT_CANCELLED(Subject.PAYMENT, PAYMENTS, STATE),
  /** Somebody, or the city by itself, wants money to be given back. */
  PAYMENT_REFUND_ASKED(Subject.PAYMENT, PAYMENTS, STATE),
  PAYMENT_REFUND_DECLINED(Subject.PAYMENT, PAYMENTS, STATE),
  /** A second person said yes to it. */
  PAYMENT_REFUND_APPROVED(Subject.PAYMENT, PAYMENTS, STATE),
  PAYMENT_REFUNDED(Subject.PAYMENT, PAYMENTS, STATE),
  /** The gateway could not give it back. */
  PAYMENT_REFUND_FAILED(Subject.PAYMENT, PAYMENTS, STATE),
  /** An applicant asked somebody else to pay. */
  PAYER_LINK_MADE(Subject.PAYER_LINK, PAYMENTS),
  /** They took it back. */
  PAYER_LINK_ENDED(Subject.PAYER_LINK, PAYMENTS),
  /** Money went back to the payer that nobody of the city had decided on: a charge-back. */
  PAYMENT_TAKEN_BACK(Subject.PAYMENT, PAYMENTS, STATE),
  /** It came back to the city after all. */
  PAYMENT_RESTORED(Subject.PAYMENT, PAYMENTS, STATE),
  /** Somebody looked at what came and went. */
  LEDGER_READ(Subject.LEDGER, PAYMENTS, STAFF_ID, FIRST_DAY, LAST_DAY),
  /** Somebody took it out as a file. */
  LEDGER_EXPORTED(Subject.LEDGER, PAYMENTS, STAFF_ID, FIRST_DAY, LAST_DAY),
  /** Somebody compared it with a gateway's files. */
  LEDGER_COMPARED(Subject.LEDGER, PAYMENTS, STAFF_ID, FIRST_DAY, LAST_DAY),
  /** A gateway's file and the ledger do not agree in something. */
  MISMATCH_FOUND(Subject.MISMATCH, PAYMENTS, STAFF_ID),
  /** Somebody looks after it. */
  MISMATCH_TAKEN(Subject.MISMATCH, PAYMENTS, STAFF_ID),
  MISMATCH_NOTED(Subject.MISMATCH, PAYMENTS, STAFF_ID),
  /** Somebody wrote down why it is settled, or both sides came to say the same. */
  MISMATCH_RESOLVED(Subject.MISMATCH, PAYMENTS, STAFF_ID),
  /** The cash of a day was counted and closed (日締め). */
  CASH_DAY_CLOSED(Subject.CASH_DAY, PAYMENTS, DIVISION_ID, STAFF_ID),
  /** Somebody wants it open again; another one decides. */
  CASH_DAY_REOPENING_ASKED(Subject.CASH_DAY, PAYMENTS, DIVISION_ID, STAFF_ID),
  CASH_DAY_REOPENED(Subject.CASH_DAY, PAYMENTS, DIVISION_ID, STAFF_ID),
  CASH_DAY_KEPT_CLOSED(Subject.CASH_DAY, PAYMENTS, DIVISION_ID, STAFF_ID),
  BULK_JOB_STARTED(Subject.BULK_JOB, CASEWORK),
  /** Some of its cases have come to their end; others may be left. */
  BULK_JOB_WENT_ON(Subject.BULK_JOB, CASEWORK);

  /** The message attribute that a subscription is filtered by; the CloudEvents type. */
  public static final String ATTRIBUTE = "type";

  private final Subject subject;
  private final List<Capability> emitters;
  private final Set<EventField> carries;

  /** An event of an application itself. */
  EventType(Capability emitter) {
    this(Subject.APPLICATION, emitter, PROCEDURE_ID, DIVISION_ID, STATE);
  }

  EventType(Subject subject, Capability emitter, EventField... carries) {
    if (!name().startsWith(subject.name() + "_")) {
      throw new IllegalStateException(name() + " does not begin with " + subject);
    }
    this.subject = subject;
    this.emitters = List.of(emitter);
    Set<EventField> fields = EnumSet.noneOf(EventField.class);
    Collections.addAll(fields, carries);
    this.carries = Collections.unmodifiableSet(fields);
  }

  /** What it happened to. */
  public Subject subject() {
    return subject;
  }

  /** Who writes it, each in a transaction of its own. */
  public List<Capability> emitters() {
    return emitters;
  }

  /** What every event of this type carries, no more and no less. */
  public Set<EventField> carries() {
    return carries;
  }

  /** What happened, without the subject, e.g. {@code SUBMITTED}. */
  public String happened() {
    return name().substring(subject.name().length() + 1);
  }
}
