package jp.ishikari.link.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.domain.counter.AtCounter;
import jp.ishikari.link.domain.signing.Signature;

/**
 * One application as it stands now (GIF DS-451-1: A票 and B票 together).
 *
 * @param version counts up with each step; the lock against two people at once
 * @param accountId whose it is; null when a guest applied
 * @param answers exactly what was submitted, code point for code point
 * @param fee integer yen, computed by the server; null when free
 * @param arrivedAt 到達: when the city received it
 * @param receivedOn 受付日: the business day from which it counts
 * @param dueOn end of the standard processing period; null while waiting for the resident
 * @param daysLeft business days that were left when it was returned; null otherwise
 * @param notifyAddress e-mail address for notices; null when none was given
 * @param signature null where the procedure asks for none
 * @param counter how it came in at the counter; null when it came from elsewhere
 */
public record Application(
    String applicationId,
    int version,
    ApplicationState state,
    String procedureId,
    String procedureName,
    int formVersion,
    String divisionId,
    String accountId,
    String receiptNumber,
    String applicantName,
    Map<String, Object> answers,
    Integer fee,
    Instant arrivedAt,
    LocalDate receivedOn,
    LocalDate dueOn,
    Integer daysLeft,
    Returned returned,
    String notifyAddress,
    Signature signature,
    AtCounter counter) {

  /** What staff asked for when they returned it (差戻し). */
  public record Returned(String reason, List<String> fields) {}

  /** The same application one step on; the caller has asked {@link Lifecycle}. */
  public Application advanced(ApplicationState to, Returned asked, LocalDate due, Integer left) {
    Copy copy = new Copy();
    copy.version = version + 1;
    copy.state = to;
    copy.dueOn = due;
    copy.daysLeft = left;
    copy.returned = asked;
    return copy.made();
  }

  /**
   * The same application with corrected answers (補正), under the form version they were checked by.
   */
  public Application corrected(
      int form, Map<String, Object> newAnswers, Integer newFee, String name, String address) {
    Copy copy = new Copy();
    copy.formVersion = form;
    copy.applicantName = name;
    copy.answers = newAnswers;
    copy.fee = newFee;
    copy.notifyAddress = address;
    copy.signature = signature == null ? null : signature.overtaken();
    return copy.made();
  }

  /** The same application, one step on, as that account's own (引継ぎ). */
  public Application claimedBy(String newAccountId) {
    Copy copy = new Copy();
    copy.version = version + 1;
    copy.accountId = newAccountId;
    return copy.made();
  }

  /** The same application, one step on, with what staff found out about its signature. */
  public Application resolved(Signature.Resolution found) {
    return advanced(state, returned, dueOn, daysLeft).signed(signature.resolved(found));
  }

  /** The same application with this signature on it. */
  public Application signed(Signature by) {
    Copy copy = new Copy();
    copy.signature = by;
    return copy.made();
  }

  /** The same application until something of it is changed; what never changes is not here. */
  private final class Copy {
    private int version = Application.this.version;
    private ApplicationState state = Application.this.state;
    private int formVersion = Application.this.formVersion;
    private String accountId = Application.this.accountId;
    private String applicantName = Application.this.applicantName;
    private Map<String, Object> answers = Application.this.answers;
    private Integer fee = Application.this.fee;
    private LocalDate dueOn = Application.this.dueOn;
    private Integer daysLeft = Application.this.daysLeft;
    private Returned returned = Application.this.returned;
    private String notifyAddress = Application.this.notifyAddress;
    private Signature signature = Application.this.signature;

    Application made() {
      return new Application(
          applicationId,
          version,
          state,
          procedureId,
          procedureName,
          formVersion,
          divisionId,
          accountId,
          receiptNumber,
          applicantName,
          answers,
          fee,
          arrivedAt,
          receivedOn,
          dueOn,
          daysLeft,
          returned,
          notifyAddress,
          signature,
          counter);
    }
  }
}
