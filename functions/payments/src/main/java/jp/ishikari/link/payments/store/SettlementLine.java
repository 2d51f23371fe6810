package jp.ishikari.link.payments.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a settlement file: what a gateway says that it took or gave back.
 *
 * @param day of Japan on which it did
 * @param reference our name of the checkout; null where the file says none
 * @param amount whole yen, whichever way they went
 * @param fee whole yen that the gateway keeps of it
 * @param file which file said so first
 * @param row in that file
 */
public record SettlementLine(
    String gateway,
    LocalDate day,
    Kind kind,
    String paymentId,
    @Nullable String reference,
    long amount,
    long fee,
    Instant at,
    String file,
    int row) {

  /** What happened at the gateway. */
  public enum Kind {
    RECEIPT("収納"),
    REFUND("還付"),
    CHARGE_BACK("チャージバック"),
    /** A charge-back was withdrawn. */
    RESTORED("チャージバックの取下げ");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word that staff see. */
    public String label() {
      return label;
    }
  }

  /**
   * What it is about: the same in another file is the same money. A payment comes once; it may be
   * given back in several parts within a second.
   */
  public String name() {
    return kind + "/" + paymentId + (kind == Kind.RECEIPT ? "" : "/" + at + "/" + amount);
  }
}
