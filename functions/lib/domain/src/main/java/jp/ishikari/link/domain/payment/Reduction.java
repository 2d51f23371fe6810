package jp.ishikari.link.domain.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 減額・免除: less is asked for than the fee, for a reason that the procedure names. Nothing at all is
 * an exemption.
 *
 * @param reductionId counts up within its payment
 * @param reason one of those that the procedure names ({@link PaymentTerms#reductions()})
 * @param from whole yen that were asked for before; null where nobody had said how much
 * @param to whole yen that are asked for instead; 0 is an exemption
 * @param note what it rests on, in the words of who asked; residents do not read it
 * @param askedBy staff id
 * @param decidedBy staff id; where the procedure wants a second person, never who asked
 * @param answer why it was declined; null where nobody had to say
 */
public record Reduction(
    int reductionId,
    String reason,
    @Nullable Integer from,
    int to,
    String note,
    State state,
    Instant askedAt,
    String askedBy,
    String askedByName,
    @Nullable String decidedBy,
    @Nullable String decidedByName,
    @Nullable String answer) {

  /** How far it is. */
  public enum State {
    ASKED("承認待ち"),
    GRANTED("決定"),
    DECLINED("却下");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** The word that staff see. */
    public String label() {
      return label;
    }
  }

  /** The same, decided. */
  public Reduction decided(
      State next, @Nullable Integer before, String staffId, String staffName, String answerOrNull) {
    return new Reduction(
        reductionId,
        reason,
        before,
        to,
        note,
        next,
        askedAt,
        askedBy,
        askedByName,
        staffId,
        staffName,
        answerOrNull);
  }
}
