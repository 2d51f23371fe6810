package jp.ishikari.link.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.domain.counter.AtCounter;
import jp.ishikari.link.domain.signing.Signature;

/**
 * One application as it stands now (GIF DS-451-1: A票 and B票 together): the legal core. Everything
 * else about a case is a facet, which is kept by its own capability under the application's id
 * (docs/adr/0017).
 *
 * @param version counts up with each step; the lock against two people at once
 */
public record Application(
    String applicationId,
    int version,
    Arrival arrival,
    Matter matter,
    Standing standing,
    Clock clock) {

  /**
   * Who it came from, and when and how it came in.
   *
   * @param accountId whose it is; null when a guest applied
   * @param arrivedAt 到達: when the city received it; of what staff entered, when they did: the paper
   *     itself came on {@code receivedOn}
   * @param receivedOn 受付日: the business day from which it counts
   * @param counter how it came in at the counter; null when it came from elsewhere
   * @param entered how staff entered it; null when the applicant did
   */
  public record Arrival(
      String accountId,
      String receiptNumber,
      Instant arrivedAt,
      LocalDate receivedOn,
      AtCounter counter,
      EnteredByStaff entered) {

    private Arrival of(String newAccountId) {
      return new Arrival(newAccountId, receiptNumber, arrivedAt, receivedOn, counter, entered);
    }
  }

  /**
   * What is asked for, of whom, and with which answers.
   *
   * @param procedureName as it was called then
   * @param divisionId the division that decides
   */
  public record Matter(
      String procedureId, String procedureName, String divisionId, Answered answered) {

    private Matter with(Answered other) {
      return new Matter(procedureId, procedureName, divisionId, other);
    }
  }

  /**
   * The answers, and what follows from them.
   *
   * @param formVersion the version of the form they were given to
   * @param answers exactly what was submitted, code point for code point
   * @param fee integer yen, computed by the server; null when free
   * @param notifyAddress e-mail address for notices; null when none was confirmed
   * @param signature null where the procedure asks for none
   * @param proven whom the session of who gave them showed them to be: then they may hold what the
   *     card filled in; null where it showed nothing. The answers may be of somebody else
   * @param lacking what the form asks and staff found nothing fitting for on the paper
   */
  public record Answered(
      int formVersion,
      Map<String, Object> answers,
      Integer fee,
      String applicantName,
      String notifyAddress,
      Signature signature,
      ProvenPerson proven,
      List<Lacking> lacking) {

    private Answered signed(Signature by) {
      return new Answered(
          formVersion, answers, fee, applicantName, notifyAddress, by, proven, lacking);
    }

    private Answered without(List<Lacking> still) {
      return new Answered(
          formVersion, answers, fee, applicantName, notifyAddress, signature, proven, still);
    }
  }

  /**
   * Where it stands.
   *
   * @param returned null unless it waits to be corrected
   */
  public record Standing(ApplicationState state, Returned returned) {}

  /** What staff asked for when they returned it (差戻し). */
  public record Returned(String reason, List<String> fields) {}

  /**
   * The clock of the standard processing period (標準処理期間). What stops it are the holds of the case
   * ({@link Holds}), which also know its due date.
   *
   * @param days business days of the period, as the procedure had them; 0 of one without a period
   */
  public record Clock(int days) {}

  /** The same application one step on; the caller has asked {@link Lifecycle}. */
  public Application advanced(ApplicationState to, Returned asked) {
    return new Application(
        applicationId, version + 1, arrival, matter, new Standing(to, asked), clock);
  }

  /**
   * The same application with corrected answers (補正), under the form version they were checked by.
   *
   * @param provenNow whom who corrected it was shown to be; null leaves what was shown before
   */
  public Application corrected(
      int form,
      Map<String, Object> newAnswers,
      Integer newFee,
      String name,
      String address,
      ProvenPerson provenNow) {
    Signature overtaken = signature() == null ? null : signature().overtaken();
    return with(
        new Answered(
            form,
            newAnswers,
            newFee,
            name,
            address,
            overtaken,
            provenNow == null ? proven() : provenNow,
            List.of()));
  }

  /** The same application, of which this is lacking. */
  public Application without(List<Lacking> still) {
    return with(matter.answered().without(still));
  }

  /** The same application, one step on, as that account's own (引継ぎ). */
  public Application claimedBy(String newAccountId) {
    return new Application(
        applicationId, version + 1, arrival.of(newAccountId), matter, standing, clock);
  }

  /** The same application, one step on, with what staff found out about its signature. */
  public Application resolved(Signature.Resolution found) {
    return new Application(applicationId, version + 1, arrival, matter, standing, clock)
        .signed(signature().resolved(found));
  }

  /** The same application with this signature on it. */
  public Application signed(Signature by) {
    return with(matter.answered().signed(by));
  }

  private Application with(Answered answered) {
    return new Application(applicationId, version, arrival, matter.with(answered), standing, clock);
  }

  /** Whose it is; null when a guest applied. */
  public String accountId() {
    return arrival.accountId();
  }

  /** Whether they were given by somebody whose identity was verified. */
  public boolean verified() {
    return proven() != null;
  }

  /** Whom whoever gave the answers was shown to be; null where nothing was shown. */
  public ProvenPerson proven() {
    return matter.answered().proven();
  }

  public String receiptNumber() {
    return arrival.receiptNumber();
  }

  /** 到達. */
  public Instant arrivedAt() {
    return arrival.arrivedAt();
  }

  /** 受付日. */
  public LocalDate receivedOn() {
    return arrival.receivedOn();
  }

  /** How it came in at the counter; null when it came from elsewhere. */
  public AtCounter counter() {
    return arrival.counter();
  }

  /** How staff entered it; null when the applicant did. */
  public EnteredByStaff entered() {
    return arrival.entered();
  }

  /** Whether staff entered it, and no account has taken it over since. */
  public boolean enteredForNobodyElse() {
    return entered() != null && accountId() == null;
  }

  /** What the form asks and staff found nothing fitting for on the paper. */
  /** Whether no notice reaches the applicant: neither in an account nor by mail. */
  public boolean untold() {
    return accountId() == null && notifyAddress() == null;
  }

  public List<Lacking> lacking() {
    return matter.answered().lacking();
  }

  public String procedureId() {
    return matter.procedureId();
  }

  public String procedureName() {
    return matter.procedureName();
  }

  public String divisionId() {
    return matter.divisionId();
  }

  public int formVersion() {
    return matter.answered().formVersion();
  }

  public Map<String, Object> answers() {
    return matter.answered().answers();
  }

  /** Integer yen; null when free. */
  public Integer fee() {
    return matter.answered().fee();
  }

  public String applicantName() {
    return matter.answered().applicantName();
  }

  /** Null when none was given. */
  public String notifyAddress() {
    return matter.answered().notifyAddress();
  }

  /** Null where the procedure asks for none. */
  public Signature signature() {
    return matter.answered().signature();
  }

  public ApplicationState state() {
    return standing.state();
  }

  /** Null unless it waits to be corrected. */
  public Returned returned() {
    return standing.returned();
  }
}
