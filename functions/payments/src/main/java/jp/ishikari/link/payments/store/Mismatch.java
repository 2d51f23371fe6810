package jp.ishikari.link.payments.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in which a gateway's file and the ledger do not agree. It has an owner and an end: the
 * other side came to say the same, or somebody wrote down why it is settled.
 *
 * @param mismatchId follows from what it is about, so that it is found once however often
 * @param day on which it happened at the gateway
 * @param ours whole yen in the ledger; null where it has none
 * @param theirs whole yen in the file; null where it has none
 * @param applicationId null where none of ours is known
 * @param owner staff id of who looks after it; null while nobody does
 * @param history what was done about it, the newest last
 */
public record Mismatch(
    LocalDate day,
    String mismatchId,
    int version,
    What what,
    String gateway,
    SettlementLine.Kind kind,
    String paymentId,
    @Nullable Long ours,
    @Nullable Long theirs,
    @Nullable String applicationId,
    @Nullable String receiptNumber,
    boolean open,
    @Nullable String owner,
    @Nullable String ownerName,
    Instant foundAt,
    List<Done> history) {

  private static final int ID_BYTES = 12;

  /** How they differ. */
  public enum What {
    MISSING_HERE("当方になし"),
    MISSING_THERE("先方になし"),
    OTHER_AMOUNT("金額違い"),
    TWICE("二重");

    private final String label;

    What(String label) {
      this.label = label;
    }

    /** The word that staff see. */
    public String label() {
      return label;
    }
  }

  /** What was done about it. */
  public enum Act {
    TAKE("担当する"),
    NOTE("メモ"),
    RESOLVE("解決"),
    /** The other side came to say the same. */
    AGREED("一致");

    private final String label;

    Act(String label) {
      this.label = label;
    }

    /** The word that staff see. */
    public String label() {
      return label;
    }
  }

  /**
   * @param staffName null where the city itself did
   */
  public record Done(Instant at, Act act, @Nullable String staffName, @Nullable String note) {}

  /** One that was just found. */
  public static Mismatch found(
      What what,
      String gateway,
      LocalDate day,
      SettlementLine.Kind kind,
      String paymentId,
      String name,
      @Nullable Long ours,
      @Nullable Long theirs,
      @Nullable LedgerLine line,
      Instant now) {
    return new Mismatch(
        day,
        id(gateway + "/" + what + "/" + name),
        1,
        what,
        gateway,
        kind,
        paymentId,
        ours,
        theirs,
        line == null ? null : line.applicationId(),
        line == null ? null : line.receiptNumber(),
        true,
        null,
        null,
        now,
        List.of());
  }

  private static String id(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The same after something was done; whoever does it looks after it from then on. */
  public Mismatch done(Done what, @Nullable String staffId) {
    List<Done> all = new ArrayList<>(history);
    all.add(what);
    boolean over = what.act() == Act.RESOLVE || what.act() == Act.AGREED;
    return new Mismatch(
        day,
        mismatchId,
        version + 1,
        this.what,
        gateway,
        kind,
        paymentId,
        ours,
        theirs,
        applicationId,
        receiptNumber,
        !over,
        staffId == null ? owner : staffId,
        staffId == null ? ownerName : what.staffName(),
        foundAt,
        List.copyOf(all));
  }
}
