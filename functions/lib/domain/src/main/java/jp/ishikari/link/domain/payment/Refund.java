package jp.ishikari.link.domain.payment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that is to be given back, or was (還付).
 *
 * @param refundId counts up within its payment
 * @param receiptId what it is given back of
 * @param amount whole yen
 * @param reason in the words of who asked
 * @param askedBy staff id; null where the city's own rule did
 * @param decidedBy staff id; never who asked
 * @param note what the gateway, or whoever declined, said
 * @param given how and when it was given back; null while it was not
 */
public record Refund(
    int refundId,
    String receiptId,
    int amount,
    String reason,
    State state,
    Instant askedAt,
    @Nullable String askedBy,
    @Nullable String askedByName,
    @Nullable String decidedBy,
    @Nullable String decidedByName,
    @Nullable String note,
    @Nullable Given given) {

  /** How money goes back. */
  public enum How {
    GATEWAY("納付した方法で"),
    COUNTER("窓口で"),
    TRANSFER("口座への振込で");

    private final String label;

    How(String label) {
      this.label = label;
    }

    /** The words that staff and residents see. */
    public String label() {
      return label;
    }
  }

  /**
   * That it was given back.
   *
   * @param at when, as far as is known
   * @param bookedOn the day whose cash it is counted in; null elsewhere than at the counter
   */
  public record Given(How how, Instant at, @Nullable LocalDate bookedOn) {}

  /** How far it is. */
  public enum State {
    ASKED("承認待ち"),
    DECLINED("却下"),
    /** The gateway has still to do it. */
    APPROVED("還付の手続中"),
    DONE("還付済"),
    FAILED("還付できず"),
    /** It went back without anybody of the city: a charge-back, or done at the gateway itself. */
    TAKEN_BACK("チャージバック");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** The word that staff see. */
    public String label() {
      return label;
    }
  }

  /** Whether it takes something away from what can be given back. */
  public boolean counts() {
    return state == State.ASKED
        || state == State.APPROVED
        || state == State.DONE
        || state == State.TAKEN_BACK;
  }

  /** Whether a gateway gave it back. */
  boolean doneByGateway() {
    return state == State.DONE && (given == null || given.how() == How.GATEWAY);
  }

  /** The same, decided. */
  public Refund decided(State next, String staffId, String staffName, String noteOrNull) {
    return new Refund(
        refundId,
        receiptId,
        amount,
        reason,
        next,
        askedAt,
        askedBy,
        askedByName,
        staffId,
        staffName,
        noteOrNull,
        null);
  }

  /** The same, given back. */
  public Refund given(Given back, String noteOrNull) {
    return new Refund(
        refundId,
        receiptId,
        amount,
        reason,
        State.DONE,
        askedAt,
        askedBy,
        askedByName,
        decidedBy,
        decidedByName,
        noteOrNull,
        back);
  }

  /** The same, as the gateway has it. */
  public Refund ended(State next, String noteOrNull) {
    return new Refund(
        refundId,
        receiptId,
        amount,
        reason,
        next,
        askedAt,
        askedBy,
        askedByName,
        decidedBy,
        decidedByName,
        noteOrNull,
        given);
  }
}
