package jp.ishikari.link.blueprint;

/** What something can happen to. Each belongs to one capability, whose word counts about it. */
public enum Subject {
  /** A case, from the moment it is sent in. */
  APPLICATION("applications", Capability.APPLICATIONS),
  /** A file that a resident has sent. */
  FILE("files", Capability.ATTACHMENTS),
  /** What is written about one application, under the application's id. */
  CONVERSATION("conversations", Capability.CONVERSATIONS),
  /** What the city hands out for one application, under the application's id. */
  DOCUMENT("documents", Capability.DOCUMENTS),
  /** Who works on one application and how it is marked, under the application's id. */
  ASSIGNMENT("assignments", Capability.ASSIGNMENTS),
  /** What one application costs, under the application's id. */
  PAYMENT("payments", Capability.PAYMENTS),
  /** A link for somebody else to pay with, under the application's id and its number. */
  PAYER_LINK("payer-links", Capability.PAYMENTS),
  /** One look at what came and went, under an id of its own. */
  LEDGER("ledger-looks", Capability.PAYMENTS),
  /** The cash of one division on one day, under both. */
  CASH_DAY("cash-days", Capability.PAYMENTS),
  /** Something in which a gateway's file and the ledger do not agree. */
  MISMATCH("mismatches", Capability.PAYMENTS),
  /** One decision on many cases. */
  BULK_JOB("bulk-jobs", Capability.CASEWORK);

  private final String collection;
  private final Capability capability;

  Subject(String collection, Capability capability) {
    this.collection = collection;
    this.capability = capability;
  }

  /** First part of the subject of an event, before the thing's id. */
  public String collection() {
    return collection;
  }

  /** Whose thing it is; others may tell what they did to it too ({@link EventType#emitters}). */
  public Capability capability() {
    return capability;
  }

  /** {@code applications/3f0c…}: what an event is about, and the partition it is kept in. */
  public String of(String id) {
    return collection + "/" + id;
  }

  /** The thing's id in what {@link #of} made. */
  public String id(String subject) {
    if (!subject.startsWith(of(""))) {
      throw new IllegalArgumentException(subject + " is not one of " + collection);
    }
    return subject.substring(collection.length() + 1);
  }
}
