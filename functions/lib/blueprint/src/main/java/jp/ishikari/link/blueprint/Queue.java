package jp.ishikari.link.blueprint;

import static jp.ishikari.link.blueprint.EventType.APPLICATION_ACCEPTED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_CLAIMED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_COMPLETED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_CORRECTED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_REJECTED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_RETURNED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_SIGNATURE_RESOLVED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_SUBMITTED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_WITHDRAWN;
import static jp.ishikari.link.blueprint.EventType.ASSIGNMENT_CHANGED;
import static jp.ishikari.link.blueprint.EventType.ASSIGNMENT_LABELLED;
import static jp.ishikari.link.blueprint.EventType.ASSIGNMENT_NOTED;
import static jp.ishikari.link.blueprint.EventType.BULK_JOB_STARTED;
import static jp.ishikari.link.blueprint.EventType.BULK_JOB_WENT_ON;
import static jp.ishikari.link.blueprint.EventType.CONVERSATION_QUESTION_WITHDRAWN;
import static jp.ishikari.link.blueprint.EventType.CONVERSATION_READ_BY_CITY;
import static jp.ishikari.link.blueprint.EventType.CONVERSATION_WRITTEN_BY_APPLICANT;
import static jp.ishikari.link.blueprint.EventType.CONVERSATION_WRITTEN_BY_CITY;
import static jp.ishikari.link.blueprint.EventType.DOCUMENT_ISSUED;
import static jp.ishikari.link.blueprint.EventType.DOCUMENT_REPLACED;
import static jp.ishikari.link.blueprint.EventType.DOCUMENT_REVOKED;
import static jp.ishikari.link.blueprint.EventType.FILE_INFECTED;
import static jp.ishikari.link.blueprint.EventType.FILE_REFUSED;
import static jp.ishikari.link.blueprint.EventType.PAYMENT_CANCELLED;
import static jp.ishikari.link.blueprint.EventType.PAYMENT_LAPSED;
import static jp.ishikari.link.blueprint.EventType.PAYMENT_OPENED;
import static jp.ishikari.link.blueprint.EventType.PAYMENT_PAID;
import static jp.ishikari.link.blueprint.EventType.PAYMENT_PRICED;
import static jp.ishikari.link.blueprint.EventType.PAYMENT_RECEIVED;
import static jp.ishikari.link.blueprint.EventType.PAYMENT_REDUCTION_GRANTED;
import static jp.ishikari.link.blueprint.EventType.PAYMENT_REFUNDED;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Queues, one per consumer, with what fills each ({@link Filling}). Each has a dead letter queue
 * and an alarm on it by rule.
 */
public enum Queue implements Resource {
  /** What residents are told of. */
  NOTICES(
      Topic.CITY_EVENTS,
      APPLICATION_SUBMITTED,
      APPLICATION_CORRECTED,
      APPLICATION_WITHDRAWN,
      APPLICATION_CLAIMED,
      APPLICATION_ACCEPTED,
      APPLICATION_RETURNED,
      APPLICATION_REJECTED,
      APPLICATION_COMPLETED,
      FILE_INFECTED,
      FILE_REFUSED,
      CONVERSATION_WRITTEN_BY_CITY,
      DOCUMENT_ISSUED,
      DOCUMENT_REPLACED,
      DOCUMENT_REVOKED,
      PAYMENT_PRICED,
      PAYMENT_PAID,
      PAYMENT_RECEIVED,
      PAYMENT_LAPSED,
      PAYMENT_REDUCTION_GRANTED,
      PAYMENT_REFUNDED),
  /**
   * What changes a line of the clerks' list: every version of an application, what starts or ends a
   * hold without a step of the application, and what is unread.
   */
  DESK(
      Topic.CITY_EVENTS,
      APPLICATION_SUBMITTED,
      APPLICATION_CORRECTED,
      APPLICATION_WITHDRAWN,
      APPLICATION_CLAIMED,
      APPLICATION_SIGNATURE_RESOLVED,
      APPLICATION_ACCEPTED,
      APPLICATION_RETURNED,
      APPLICATION_REJECTED,
      APPLICATION_COMPLETED,
      CONVERSATION_WRITTEN_BY_CITY,
      CONVERSATION_WRITTEN_BY_APPLICANT,
      CONVERSATION_READ_BY_CITY,
      CONVERSATION_QUESTION_WITHDRAWN,
      ASSIGNMENT_CHANGED,
      ASSIGNMENT_LABELLED,
      ASSIGNMENT_NOTED,
      PAYMENT_OPENED,
      PAYMENT_PRICED,
      PAYMENT_PAID,
      PAYMENT_RECEIVED,
      PAYMENT_LAPSED,
      PAYMENT_REDUCTION_GRANTED,
      PAYMENT_CANCELLED),
  /** What ends a case, and with it what is still to be paid. */
  PAYMENTS(Topic.CITY_EVENTS, APPLICATION_CORRECTED, APPLICATION_WITHDRAWN, APPLICATION_REJECTED),
  /** Decisions on many cases, some cases with each message. */
  BULK_JOBS(Topic.CITY_EVENTS, BULK_JOB_STARTED, BULK_JOB_WENT_ON),
  /** Work of an operator: the clerks' list is made anew (docs/runbooks/desk-rebuild.md). */
  DESK_REBUILD(new Filling.Jobs()),
  /** What the scan found out about each file that a resident sent. */
  VERDICTS(new Filling.Verdicts(Bucket.UPLOADS)),
  /** Mail of ours that did not arrive or was complained of. */
  MAIL_FEEDBACK(new Filling.MailFeedback(Mailer.CITY));

  /** How often a message is tried before it goes to the dead letter queue. */
  public static final int MAX_RECEIVES = 5;

  private final Filling filling;

  Queue(Topic topic, EventType... types) {
    this(
        new Filling.CityEvents(
            topic, Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(types)))));
  }

  Queue(Filling filling) {
    this.filling = filling;
  }

  /** What puts messages into it. */
  public Filling filling() {
    return filling;
  }

  /** The city's events that it takes; none where something else fills it. */
  public Set<EventType> types() {
    return filling instanceof Filling.CityEvents events ? events.types() : Set.of();
  }
}
