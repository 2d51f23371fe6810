package jp.ishikari.link.blueprint;

import static jp.ishikari.link.blueprint.Grant.Use.ABORT_PARTS;
import static jp.ishikari.link.blueprint.Grant.Use.ANNOUNCE;
import static jp.ishikari.link.blueprint.Grant.Use.CHECK;
import static jp.ishikari.link.blueprint.Grant.Use.DECRYPT;
import static jp.ishikari.link.blueprint.Grant.Use.DELETE;
import static jp.ishikari.link.blueprint.Grant.Use.DELETE_OBJECT;
import static jp.ishikari.link.blueprint.Grant.Use.ENCRYPT;
import static jp.ishikari.link.blueprint.Grant.Use.GET_OBJECT;
import static jp.ishikari.link.blueprint.Grant.Use.LIST_PARTS;
import static jp.ishikari.link.blueprint.Grant.Use.MAC;
import static jp.ishikari.link.blueprint.Grant.Use.PUT;
import static jp.ishikari.link.blueprint.Grant.Use.PUT_OBJECT;
import static jp.ishikari.link.blueprint.Grant.Use.READ;
import static jp.ishikari.link.blueprint.Grant.Use.SCAN;
import static jp.ishikari.link.blueprint.Grant.Use.SEND;
import static jp.ishikari.link.blueprint.Grant.Use.SEND_MAIL;
import static jp.ishikari.link.blueprint.Grant.Use.SIGN;
import static jp.ishikari.link.blueprint.Grant.Use.UPDATE;
import static jp.ishikari.link.blueprint.Grant.hashing;
import static jp.ishikari.link.blueprint.Grant.putting;
import static jp.ishikari.link.blueprint.Grant.reading;
import static jp.ishikari.link.blueprint.Grant.readingAndPutting;
import static jp.ishikari.link.blueprint.Grant.to;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One Lambda function each, with a role of its own. HTTP entries of the same caller share a
 * function.
 */
public enum Entry {
  CATALOGUE_RESIDENT(
      Capability.CATALOGUE,
      new Trigger.Http(Api.RESIDENT),
      reading(Table.PROCEDURES, Table.PLACES, Table.DIVISIONS),
      to(Table.UNFOUND_WORDS, UPDATE)),
  CATALOGUE_PARTNER(
      Capability.CATALOGUE,
      new Trigger.Http(Api.PARTNER),
      reading(Table.PROCEDURES, Table.DIVISIONS)),
  CATALOGUE_INDEX(
      Capability.CATALOGUE,
      new Trigger.Stream(Table.PROCEDURES, 100),
      reading(Table.PROCEDURES, Table.DIVISIONS),
      to(Bucket.CATALOGUE, PUT_OBJECT)),
  /** Names of divisions stand in the catalogue too. */
  CATALOGUE_DIVISIONS(
      Capability.CATALOGUE,
      new Trigger.Stream(Table.DIVISION_CHANGES, 100),
      reading(Table.PROCEDURES, Table.DIVISIONS),
      to(Bucket.CATALOGUE, PUT_OBJECT)),
  IDENTITY_RESIDENT(Capability.IDENTITY, new Trigger.Http(Api.RESIDENT), IdentityGrants.resident()),
  IDENTITY_STAFF(
      Capability.IDENTITY,
      new Trigger.Http(Api.STAFF),
      reading(Table.POLICIES, Table.DIVISIONS),
      to(Table.STAFF_SIGN_INS, READ, PUT, DELETE),
      to(Table.STAFF_SESSIONS, READ, PUT, UPDATE, DELETE),
      to(Table.STAFF_IDENTITIES, READ, PUT),
      to(Table.STAFF, READ, PUT, UPDATE),
      to(Table.OVERSIGHT, PUT),
      hashing(Key.STAFF_IDENTITIES, Key.ENROLMENT_CODES),
      to(Key.ONE_TIME_CODES, ENCRYPT, DECRYPT),
      to(Key.STAFF_CLIENT, SIGN)),
  IDENTITY_RESIDENT_AUTHORIZER(
      Capability.IDENTITY,
      new Trigger.Authorizer(Api.RESIDENT),
      to(Table.SESSIONS, READ, UPDATE),
      to(Table.TERMINALS, READ),
      to(Table.VISITS, READ, UPDATE)),
  IDENTITY_STAFF_AUTHORIZER(
      Capability.IDENTITY,
      new Trigger.Authorizer(Api.STAFF),
      reading(Table.POLICIES, Table.STAFF),
      to(Table.STAFF_SESSIONS, READ, UPDATE)),
  IDENTITY_PARTNER_AUTHORIZER(
      Capability.IDENTITY,
      new Trigger.Authorizer(Api.PARTNER),
      to(Table.PARTNER_CLIENTS, READ),
      to(Key.PARTNER_SECRETS, MAC)),
  APPLICATIONS_RESIDENT(
      Capability.APPLICATIONS,
      new Trigger.Http(Api.RESIDENT),
      reading(Table.PROCEDURES, Table.CALENDAR, Table.CONVERSATIONS, Table.CONFIRMED_ADDRESSES),
      reading(Table.ACCOUNTS, Table.DELIVERIES, Table.STOPPED_ADDRESSES, Table.DOCUMENTS),
      readingAndPutting(Table.APPLICATIONS, Table.EVENTS, Table.TOKENS),
      to(Table.HOLDS, READ, PUT, UPDATE),
      putting(Table.RECEIPTS, Table.EARLIER_ANSWERS, Table.SIGNATURES),
      to(Table.FOLLOW_CODES, READ, PUT),
      putting(Table.PAYMENTS, Table.PAYMENT_LINKS),
      to(Table.PEOPLE, PUT, DELETE),
      to(Table.DRAFTS, READ, DELETE),
      to(Table.ATTACHMENTS, READ, UPDATE),
      to(Table.SIGNING_REQUESTS, READ, PUT, DELETE),
      to(Table.CLAIMS, READ, PUT, DELETE),
      to(Table.VISITS, READ, CHECK),
      to(Table.PLACES, READ, PUT, DELETE),
      to(Table.PLACE_HOLDERS, PUT, DELETE),
      hashing(Key.PLACE_HOLDERS, Key.MAIL_ADDRESSES, Key.PEOPLE_INDEX)),
  APPLICATIONS_STAFF(
      Capability.APPLICATIONS,
      new Trigger.Http(Api.STAFF),
      reading(Table.PROCEDURES, Table.CALENDAR),
      readingAndPutting(Table.APPLICATIONS, Table.EVENTS, Table.TOKENS),
      to(Table.HOLDS, READ, PUT, UPDATE),
      putting(Table.RECEIPTS, Table.EARLIER_ANSWERS, Table.PAYMENTS, Table.PAYMENT_LINKS),
      to(Table.PEOPLE, PUT, DELETE),
      to(Table.CLAIMS, READ, PUT),
      to(Table.PLACES, READ, PUT),
      to(Table.PLACE_HOLDERS, PUT),
      hashing(Key.PLACE_HOLDERS, Key.PEOPLE_INDEX)),
  DRAFTS_RESIDENT(
      Capability.DRAFTS,
      new Trigger.Http(Api.RESIDENT),
      to(Table.PROCEDURES, READ),
      to(Table.DRAFTS, READ, PUT, DELETE),
      to(Table.TOKENS, READ, PUT)),
  ATTACHMENTS_RESIDENT(
      Capability.ATTACHMENTS,
      new Trigger.Http(Api.RESIDENT),
      to(Table.ATTACHMENTS, READ, PUT, UPDATE, DELETE),
      to(Table.DRAFTS, READ),
      to(Table.TOKENS, READ, PUT),
      to(Bucket.UPLOADS, GET_OBJECT, PUT_OBJECT, DELETE_OBJECT, LIST_PARTS, ABORT_PARTS),
      to(Bucket.FILES, DELETE_OBJECT)),
  ATTACHMENTS_STAFF(
      Capability.ATTACHMENTS,
      new Trigger.Http(Api.STAFF),
      to(Table.APPLICATIONS, READ),
      to(Table.ATTACHMENTS, READ, UPDATE),
      to(Bucket.FILES, GET_OBJECT)),
  ATTACHMENTS_VERDICTS(
      Capability.ATTACHMENTS,
      new Trigger.Messages(Queue.VERDICTS, 1),
      to(Table.ATTACHMENTS, READ, UPDATE),
      to(Table.EVENTS, PUT),
      to(Bucket.UPLOADS, GET_OBJECT, DELETE_OBJECT),
      to(Bucket.FILES, PUT_OBJECT, DELETE_OBJECT)),
  /** Files that nobody sent in, uploads that broke off, scans that did not come. */
  ATTACHMENTS_SWEEP(
      Capability.ATTACHMENTS,
      new Trigger.Schedule(Duration.ofMinutes(1)),
      to(Table.ATTACHMENTS, READ, UPDATE, DELETE),
      to(Table.DRAFTS, READ),
      to(Bucket.UPLOADS, GET_OBJECT, PUT_OBJECT, DELETE_OBJECT, ABORT_PARTS),
      to(Bucket.FILES, DELETE_OBJECT)),
  CONVERSATIONS_RESIDENT(
      Capability.CONVERSATIONS,
      new Trigger.Http(Api.RESIDENT),
      reading(Table.APPLICATIONS, Table.PROCEDURES, Table.FOLLOW_CODES, Table.DRAFTS),
      to(Table.ATTACHMENTS, READ, UPDATE),
      to(Table.CONVERSATIONS, READ, PUT, UPDATE),
      to(Table.HOLDS, READ, UPDATE),
      readingAndPutting(Table.EVENTS, Table.TOKENS)),
  CONVERSATIONS_STAFF(
      Capability.CONVERSATIONS,
      new Trigger.Http(Api.STAFF),
      reading(Table.APPLICATIONS, Table.DIVISIONS, Table.ATTACHMENTS),
      to(Table.SENTENCES, READ, PUT),
      to(Table.CONVERSATIONS, READ, PUT, UPDATE),
      to(Table.HOLDS, READ, PUT, UPDATE),
      readingAndPutting(Table.EVENTS, Table.TOKENS)),
  DOCUMENTS_RESIDENT(
      Capability.DOCUMENTS,
      new Trigger.Http(Api.RESIDENT),
      to(Table.FOLLOW_CODES, READ),
      reading(Table.APPLICATIONS, Table.PROCEDURES, Table.DIVISIONS, Table.ATTACHMENTS),
      to(Table.DOCUMENTS, READ, UPDATE),
      to(Table.EVENTS, PUT),
      to(Bucket.PRINTED_DOCUMENTS, GET_OBJECT)),
  DOCUMENTS_STAFF(
      Capability.DOCUMENTS,
      new Trigger.Http(Api.STAFF),
      reading(Table.APPLICATIONS, Table.PROCEDURES, Table.DIVISIONS, Table.ATTACHMENTS),
      to(Table.DOCUMENTS, READ, PUT, UPDATE),
      readingAndPutting(Table.PRINT_LIST),
      to(Table.EVENTS, PUT),
      to(Table.TOKENS, READ, PUT),
      to(Bucket.PRINTED_DOCUMENTS, GET_OBJECT, PUT_OBJECT, DELETE_OBJECT),
      to(Key.DOCUMENT_SEAL, SIGN)),
  /** Letters whose day has come go onto the print list, unless they were read. */
  DOCUMENTS_UNREAD(
      Capability.DOCUMENTS,
      new Trigger.Schedule(Duration.ofMinutes(5)),
      to(Table.DOCUMENTS, READ),
      to(Table.PRINT_LIST, READ, PUT, DELETE)),
  ASSIGNMENTS_STAFF(
      Capability.ASSIGNMENTS,
      new Trigger.Http(Api.STAFF),
      reading(Table.APPLICATIONS, Table.STAFF),
      to(Table.ASSIGNMENTS, READ, PUT, UPDATE),
      to(Table.EVENTS, PUT),
      to(Table.TOKENS, READ, PUT)),
  PAYMENTS_RESIDENT(Capability.PAYMENTS, new Trigger.Http(Api.RESIDENT), PaymentGrants.resident()),
  PAYMENTS_STAFF(Capability.PAYMENTS, new Trigger.Http(Api.STAFF), PaymentGrants.staff()),
  /** What no gateway told of: asked for, until it is settled. */
  PAYMENTS_POLL(
      Capability.PAYMENTS, new Trigger.Schedule(Duration.ofMinutes(1)), PaymentGrants.poll()),
  PAYMENTS_CASES(
      Capability.PAYMENTS, new Trigger.Messages(Queue.PAYMENTS, 10), PaymentGrants.cases()),
  CASEWORK_STAFF(
      Capability.CASEWORK,
      new Trigger.Http(Api.STAFF),
      reading(Table.PROCEDURES, Table.CALENDAR, Table.DESK, Table.CONVERSATIONS, Table.RECEIPTS),
      reading(Table.PEOPLE, Table.SIGNATURES, Table.DELIVERIES, Table.EARLIER_ANSWERS),
      to(Table.ASSIGNMENTS, READ),
      readingAndPutting(Table.APPLICATIONS, Table.EVENTS, Table.TOKENS),
      to(Table.HOLDS, READ, PUT, UPDATE),
      readingAndPutting(Table.BULK_JOBS),
      to(Table.PLACES, READ, DELETE),
      to(Table.PLACE_HOLDERS, DELETE),
      to(Key.EVIDENCE, DECRYPT),
      to(Key.PEOPLE_INDEX, MAC)),
  /** The clerks' list follows what happens. */
  CASEWORK_DESK(
      Capability.CASEWORK,
      new Trigger.Messages(Queue.DESK, 10),
      reading(Table.APPLICATIONS, Table.HOLDS, Table.CONVERSATIONS, Table.ASSIGNMENTS),
      to(Table.DESK, PUT)),
  /** Decisions on many cases, carried out while nobody waits. */
  CASEWORK_BULK_JOBS(
      Capability.CASEWORK,
      new Trigger.Messages(Queue.BULK_JOBS, 1),
      reading(Table.CALENDAR, Table.STAFF),
      readingAndPutting(Table.APPLICATIONS, Table.EVENTS, Table.TOKENS),
      to(Table.BULK_JOBS, READ, PUT, UPDATE),
      to(Table.HOLDS, READ, PUT, UPDATE),
      to(Table.PLACES, READ, DELETE),
      to(Table.PLACE_HOLDERS, DELETE)),
  /** The clerks' list anew and what cases are found by, of every case there is. */
  CASEWORK_DESK_REBUILD(
      Capability.CASEWORK,
      new Trigger.Messages(Queue.DESK_REBUILD, 1),
      reading(Table.APPLICATIONS, Table.HOLDS, Table.CONVERSATIONS, Table.ASSIGNMENTS),
      to(Table.PROCEDURES, READ),
      to(Table.RECEIPTS, SCAN),
      putting(Table.DESK, Table.PEOPLE),
      to(Key.PEOPLE_INDEX, MAC),
      to(Queue.DESK_REBUILD, SEND)),
  FORM_DESIGN_STAFF(
      Capability.FORM_DESIGN,
      new Trigger.Http(Api.STAFF),
      reading(Table.CALENDAR, Table.DRAFTS, Table.PLACES, Table.UNFOUND_WORDS),
      readingAndPutting(Table.DESIGNS, Table.PROCEDURES, Table.DIVISION_CHANGES, Table.TOKENS),
      to(Table.DIVISIONS, READ, UPDATE),
      to(Table.OVERSIGHT, PUT)),
  STAFF_DIRECTORY_STAFF(
      Capability.STAFF_DIRECTORY,
      new Trigger.Http(Api.STAFF),
      readingAndPutting(Table.STAFF_CHANGES, Table.STAFF_IDENTITIES, Table.DIVISION_CHANGES),
      readingAndPutting(Table.POLICIES, Table.PARTNER_CLIENTS, Table.TOKENS),
      to(Table.STAFF, READ, PUT, UPDATE, CHECK),
      to(Table.OVERSIGHT, READ, PUT, UPDATE),
      to(Table.DIVISIONS, READ, UPDATE),
      hashing(Key.STAFF_IDENTITIES, Key.PARTNER_SECRETS, Key.ENROLMENT_CODES)),
  COUNTER_RESIDENT(
      Capability.COUNTER,
      new Trigger.Http(Api.RESIDENT),
      to(Table.TERMINALS, READ, UPDATE),
      to(Table.CHALLENGES, PUT, DELETE),
      to(Table.VISITS, READ, PUT, UPDATE, DELETE),
      to(Table.SESSIONS, DELETE),
      to(Table.PROCEDURES, READ)),
  COUNTER_STAFF(
      Capability.COUNTER,
      new Trigger.Http(Api.STAFF),
      to(Table.TERMINALS, READ, UPDATE),
      to(Table.VISITS, READ, UPDATE),
      to(Table.DIVISIONS, READ),
      to(Table.TOKENS, READ, PUT)),
  PUBLISH_EVENTS(
      Capability.PUBLISH,
      new Trigger.Stream(Table.EVENTS, 100),
      to(Table.EVENTS, UPDATE),
      to(Topic.CITY_EVENTS, ANNOUNCE)),
  PUBLISH_SWEEP(
      Capability.PUBLISH,
      new Trigger.Schedule(Duration.ofMinutes(1)),
      to(Table.EVENTS, READ, UPDATE),
      to(Topic.CITY_EVENTS, ANNOUNCE)),
  NOTICES_CITY_EVENTS(
      Capability.NOTICES,
      new Trigger.Messages(Queue.NOTICES, 10),
      to(Table.APPLICATIONS, READ),
      to(Table.DELIVERIES, READ, PUT, UPDATE),
      to(Table.STOPPED_ADDRESSES, CHECK),
      to(Key.MAIL_ADDRESSES, MAC),
      to(Mailer.CITY, SEND_MAIL)),
  NOTICES_MAIL_FEEDBACK(
      Capability.NOTICES,
      new Trigger.Messages(Queue.MAIL_FEEDBACK, 10),
      to(Table.DELIVERIES, UPDATE),
      to(Table.STOPPED_ADDRESSES, PUT),
      to(Key.MAIL_ADDRESSES, MAC));

  private final Capability capability;
  private final Trigger trigger;
  private final List<Grant> grants;

  Entry(Capability capability, Trigger trigger, Grants... grants) {
    this.capability = capability;
    this.trigger = trigger;
    this.grants = Stream.of(grants).flatMap(some -> some.each().stream()).toList();
  }

  public Capability capability() {
    return capability;
  }

  public Trigger trigger() {
    return trigger;
  }

  /** What it may touch beyond reading its own trigger; counting follows from its budgets. */
  public List<Grant> grants() {
    return Stream.concat(grants.stream(), CountedTries.grants(this).stream()).toList();
  }
}
