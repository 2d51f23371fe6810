package jp.ishikari.link.blueprint;

import static jp.ishikari.link.blueprint.Table.Scope.GLOBAL;
import static jp.ishikari.link.blueprint.Table.Scope.REGIONAL;

import java.util.List;
import java.util.Optional;

/** Tables, their keys and indexes. What is read by which key, and why, is in docs/data.md. */
public enum Table implements Resource {
  /** Published versions of procedures with page data and form; only the newest one is listed. */
  PROCEDURES(
      GLOBAL,
      key("procedureId").then(number("version")),
      Feature.STREAM,
      index("listed", key("listed").then(text("procedureId")))),
  /** Divisions (課) with their contact. */
  DIVISIONS(GLOBAL, key("divisionId"), index("listed", key("listed").then(text("divisionId")))),
  /** Who changed what of which division, one row per change. */
  DIVISION_CHANGES(GLOBAL, key("scope").then(number("revision")), Feature.STREAM),
  /** Holidays of one calendar year. */
  CALENDAR(GLOBAL, new KeySchema(number("year"), null)),
  /** What staff are working on: the next version of a procedure. */
  DESIGNS(GLOBAL, key("procedureId"), index("byDivision", key("divisionId"))),
  /** What residents have begun and not sent in yet. */
  DRAFTS(
      GLOBAL,
      key("draftId"),
      Feature.EXPIRES,
      index("byAccount", key("accountId").then(text("savedAt"))),
      index("byProcedure", key("procedureId").then(text("savedAt")))),
  /** Files that residents send: whose, how far they are, and what was found out about them. */
  ATTACHMENTS(
      GLOBAL,
      key("fileId"),
      index("byApplication", key("applicationId").then(text("fileId"))),
      index("due", key("due").then(text("dueAt")))),
  /** What applicants and the city write to each other, and how far each side has read it. */
  CONVERSATIONS(GLOBAL, key("applicationId").then(text("entry"))),
  /** Sentences (定型文) that a division keeps ready; every revision is kept. */
  SENTENCES(GLOBAL, key("divisionId").then(number("revision"))),
  /**
   * Documents that the city makes for a case, and how far all of them are; {@code byCode} finds one
   * by the hash of its check code.
   */
  DOCUMENTS(GLOBAL, key("applicationId").then(text("entry")), index("byCode", key("codeHash"))),
  /**
   * Letters that go by post unless they are read in time: {@code due} until their day, {@code
   * waiting} at their division until somebody says that they are sent.
   */
  PRINT_LIST(
      GLOBAL,
      key("letterId"),
      index("due", key("due").then(text("dueAt"))),
      index("waiting", key("waiting").then(text("addedAt")))),
  /** Who of the staff works on which application, its labels, and the notes they leave. */
  ASSIGNMENTS(GLOBAL, key("applicationId").then(text("entry"))),
  /**
   * What an application costs and what became of it, one row per application; {@code due} holds
   * those that are to be looked at again, spread over slices.
   */
  PAYMENTS(
      GLOBAL,
      key("applicationId"),
      index("due", key("due").then(text("dueAt"))),
      index("needing", key("needing").then(text("needingSince")))),
  /** Which application a checkout at a gateway belongs to, under our own reference there. */
  CHECKOUTS(GLOBAL, key("reference")),
  /** Who may pay without an account, under the hash of the code. */
  PAYMENT_LINKS(GLOBAL, key("linkId"), Feature.EXPIRES),
  /** Links with which somebody else may pay; {@code byLink} finds one by the hash of its code. */
  PAYER_LINKS(GLOBAL, key("applicationId").then(number("number")), index("byLink", key("linkId"))),
  /** Which gateway each way to pay goes to; every revision is kept. */
  PAYMENT_WAYS(GLOBAL, key("ways").then(number("revision"))),
  /**
   * 収納: what came and went, by the day under which it is booked; never changed, never deleted.
   * {@code byGateway} holds what went through one, by the day on which it happened.
   */
  LEDGER(
      GLOBAL,
      key("day").then(text("line")),
      index("byGateway", key("gatewayDay").then(text("line")))),
  /** The cash of each division by day, and its closing; {@code open} holds those not closed. */
  CASH_DAYS(
      GLOBAL, key("day").then(text("divisionId")), index("open", key("open").then(text("day")))),
  /** What gateways' settlement files say, by gateway and day; each line once, never changed. */
  SETTLEMENTS(GLOBAL, key("gatewayDay").then(text("line"))),
  /**
   * In what those files and the ledger do not agree, by day; never deleted. {@code open} holds what
   * is not settled.
   */
  MISMATCHES(
      GLOBAL, key("day").then(text("mismatch")), index("open", key("open").then(text("day")))),
  /** What gateways said that fits no payment of ours, by month; never deleted. */
  PAYMENT_FINDINGS(GLOBAL, key("month").then(text("finding"))),
  /** The present state of every application. */
  APPLICATIONS(
      GLOBAL,
      key("applicationId"),
      index("byApplicant", key("accountId").then(text("submittedAt")))),
  /** What an application answered before each correction (補正), and what had been asked for. */
  EARLIER_ANSWERS(GLOBAL, key("applicationId").then(number("version"))),
  /**
   * What the clerks' list shows of each case, made of it by a consumer of the city's events; may be
   * dropped and made again at any time (docs/adr/0024). {@code overUnread} holds only what is over
   * and was written about since.
   */
  DESK(
      GLOBAL,
      key("divisionId").then(text("applicationId")),
      index("byState", key("divisionState").then(text("submittedAt"))),
      index("overUnread", key("overUnread").then(text("submittedAt")))),
  /** Decisions on many cases at once (一括処理), and what became of each case. */
  BULK_JOBS(
      GLOBAL,
      key("jobId").then(text("entry")),
      Feature.EXPIRES,
      index("byStaff", key("staffId").then(text("startedAt")))),
  /**
   * What happened, one row per version of its subject; the outbox of everybody. What happened to an
   * application itself is read by key; {@code byApplication} holds only what happened to its
   * facets.
   */
  EVENTS(
      GLOBAL,
      key("subject").then(number("sequence")),
      Feature.STREAM,
      index("byApplication", key("applicationId").then(text("at"))),
      index("unpublished", key("shard").then(text("at")))),
  /** When the clock of a case stood still and why; one row per hold, never deleted. */
  HOLDS(GLOBAL, key("applicationId").then(text("hold"))),
  /** Receipt numbers that are taken. */
  RECEIPTS(GLOBAL, key("receiptNumber")),
  /** Blind index: keyed hash of a folded name, kana, phone or birth date within a division. */
  PEOPLE(GLOBAL, key("term").then(text("applicationId"))),
  /** Places (定員) that are taken, by the round they are counted in. */
  PLACES(GLOBAL, key("round").then(number("number")), index("byApplication", key("applicationId"))),
  /** Who holds a place of a round, as a keyed hash: nobody holds two. */
  PLACE_HOLDERS(GLOBAL, key("round").then(text("holder"))),
  /** What residents are about to sign: answers as they stood, and what became of the signature. */
  SIGNING_REQUESTS(GLOBAL, key("accountId").then(text("matter")), Feature.EXPIRES),
  /** How ownerless applications may be taken into an account, under the hash of their code. */
  CLAIMS(GLOBAL, key("claimId"), Feature.EXPIRES),
  /** Which ownerless application whoever has its follow code may follow, under the code's hash. */
  FOLLOW_CODES(GLOBAL, key("followId")),
  /** 署名の証拠: what proves the signature on a version of an application. */
  SIGNATURES(GLOBAL, key("applicationId").then(number("version"))),
  /** Words that found no procedure, counted by month. */
  UNFOUND_WORDS(
      GLOBAL,
      key("month").then(text("wordId")),
      Feature.EXPIRES,
      index("byTimes", key("month").then(number("times")))),
  /** Idempotency tokens with the answer they earned. */
  TOKENS(REGIONAL, key("token"), Feature.EXPIRES),
  /** Residents' accounts under our own id. */
  ACCOUNTS(GLOBAL, key("accountId")),
  /** Residents' (provider, subject) pairs, hashed, and whose account they lead to. */
  IDENTITIES(GLOBAL, key("identity"), index("byAccount", key("accountId").then(text("identity")))),
  /** Accounts at the city's identity provider, hashed, and which member of staff has them. */
  STAFF_IDENTITIES(GLOBAL, key("identity")),
  /** Staff: roles, divisions, one-time-code state. */
  STAFF(GLOBAL, key("staffId"), index("listed", key("listed").then(text("staffId")))),
  /** Who changed what of whose registration, one row per revision. */
  STAFF_CHANGES(GLOBAL, key("staffId").then(number("revision"))),
  /** What one administrator did alone and another is to know of, and who has seen it. */
  OVERSIGHT(GLOBAL, key("list").then(text("noted"))),
  /** How staff sign in: limits, notice, networks; every revision is kept. */
  POLICIES(GLOBAL, key("policy").then(number("revision"))),
  /** Residents' sessions, at home and at the counter, under the hash of their cookie. */
  SESSIONS(
      REGIONAL,
      key("session"),
      Feature.EXPIRES,
      index("byPrincipal", key("principalId").then(text("startedAt")))),
  /** Sessions of staff under the hash of their cookie; no function that residents reach has it. */
  STAFF_SESSIONS(
      REGIONAL,
      key("session"),
      Feature.EXPIRES,
      index("byPrincipal", key("principalId").then(text("startedAt")))),
  /** When residents signed in, for themselves to look at. */
  SIGN_IN_RECORDS(GLOBAL, key("accountId").then(text("at")), Feature.EXPIRES),
  /** Residents' sign-ins under way, under the hash of their state. */
  SIGN_INS(REGIONAL, key("signIn"), Feature.EXPIRES),
  /** Sign-ins of staff under way, under the hash of their state. */
  STAFF_SIGN_INS(REGIONAL, key("signIn"), Feature.EXPIRES),
  /** Registered terminals (窓口の端末): their public key, state and history. */
  TERMINALS(
      GLOBAL,
      key("terminalId"),
      index("listed", key("listed").then(text("terminalId"))),
      index("byCode", key("codeHash"))),
  /** What a terminal is to sign, once, to prove that it has its key. */
  CHALLENGES(REGIONAL, key("challenge"), Feature.EXPIRES),
  /** Visits at terminals, under the hash of their cookie. */
  VISITS(
      REGIONAL,
      key("visit"),
      Feature.EXPIRES,
      index("waiting", key("waiting").then(text("waitingSince")))),
  /** How often residents' routes were asked of late, under a keyed hash of who asked. */
  BUDGETS(REGIONAL, key("budget"), Feature.EXPIRES),
  /** The same for routes of staff, who cannot be shut out by what residents reach. */
  STAFF_BUDGETS(REGIONAL, key("budget"), Feature.EXPIRES),
  /** Clients of the partner API; only staff's functions write them. */
  PARTNER_CLIENTS(GLOBAL, key("clientId"), index("listed", key("listed").then(text("clientId")))),
  /** How often each partner's client asked of late. */
  PARTNER_BUDGETS(REGIONAL, key("budget"), Feature.EXPIRES),
  /** Sign-ins that one device waits for and another proves, under the hash of their token. */
  PAIRINGS(REGIONAL, key("pairing"), Feature.EXPIRES),
  /** Codes by mail that wait to be entered, under the hash of the browser's cookie. */
  EMAIL_CODES(REGIONAL, key("browser"), Feature.EXPIRES),
  /**
   * Addresses that were confirmed by a code, under the hash of the browser's cookie and mailbox.
   */
  CONFIRMED_ADDRESSES(REGIONAL, key("proof"), Feature.EXPIRES),
  /**
   * Notices to residents, one per event and channel; {@code undelivered} holds those that did not
   * arrive.
   */
  DELIVERIES(
      GLOBAL, key("delivery"), index("undelivered", key("applicationId").then(text("delivery")))),
  /** Mail addresses that no notice is sent to any more, under a keyed hash, and why. */
  STOPPED_ADDRESSES(GLOBAL, key("address"));

  /** Attribute that holds the expiry in epoch seconds where {@link #expires()}. */
  public static final String EXPIRY_ATTRIBUTE = "expiresAt";

  /** Where rows live: replicated to both regions, or only in the region that wrote them. */
  public enum Scope {
    GLOBAL,
    REGIONAL
  }

  /** Type of a key attribute: text or number. */
  public enum KeyType {
    S,
    N
  }

  /** One key attribute. */
  public record KeyAttribute(String name, KeyType type) {}

  /** Partition key and, perhaps, sort key. */
  public record KeySchema(KeyAttribute partition, KeyAttribute sortOrNull) {
    public Optional<KeyAttribute> sort() {
      return Optional.ofNullable(sortOrNull);
    }

    KeySchema then(KeyAttribute sort) {
      return new KeySchema(partition, sort);
    }
  }

  private sealed interface Part permits Feature, Index {}

  private enum Feature implements Part {
    STREAM,
    EXPIRES
  }

  /** A global secondary index; all attributes are projected. */
  public record Index(String name, KeySchema key) implements Part {}

  private final Scope scope;
  private final KeySchema key;
  private final List<Part> parts;

  Table(Scope scope, KeySchema key, Part... parts) {
    this.scope = scope;
    this.key = key;
    this.parts = List.of(parts);
  }

  public Scope scope() {
    return scope;
  }

  public KeySchema key() {
    return key;
  }

  public List<Index> indexes() {
    return parts.stream().filter(Index.class::isInstance).map(Index.class::cast).toList();
  }

  /** Whether changes are streamed (new image). */
  public boolean streams() {
    return parts.contains(Feature.STREAM);
  }

  /** Whether rows carry {@link #EXPIRY_ATTRIBUTE}; readers refuse expired rows themselves. */
  public boolean expires() {
    return parts.contains(Feature.EXPIRES);
  }

  private static KeySchema key(String partition) {
    return new KeySchema(text(partition), null);
  }

  private static KeyAttribute text(String name) {
    return new KeyAttribute(name, KeyType.S);
  }

  private static KeyAttribute number(String name) {
    return new KeyAttribute(name, KeyType.N);
  }

  private static Index index(String name, KeySchema key) {
    return new Index(name, key);
  }
}
