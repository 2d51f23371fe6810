package jp.ishikari.link.localcloud.pay;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import jp.ishikari.link.localcloud.wire.Json;
import jp.ishikari.link.localcloud.wire.StateFolder;

/**
 * What a gateway hands its merchant for each day (精算ファイル): every yen that it took and gave back, in
 * the columns, encoding and dates of its dialect. Moves are written down as they happen, and stand
 * after a restart.
 */
final class Settlement {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(JAPAN);
  private static final DateTimeFormatter SLASHES =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss").withZone(JAPAN);

  /** Of a hundred thousand: what the gateway keeps. */
  private static final int FEE = 3250;

  private final Path file;
  private final List<Move> moves = new ArrayList<>();

  /**
   * Money that moved.
   *
   * @param kind payment, refund, chargeback or chargeback_reversed
   */
  record Move(
      Dialect dialect,
      String kind,
      String paymentId,
      String reference,
      int amount,
      String currency,
      Instant at) {

    private int fee() {
      return kind.equals("payment") ? (int) ((long) amount * FEE / 100_000) : 0;
    }

    private boolean on(LocalDate day) {
      return LocalDate.ofInstant(at, JAPAN).equals(day);
    }
  }

  Settlement(Path folder) {
    this.file = folder.resolve("moves");
  }

  synchronized void open() throws IOException {
    if (Files.exists(file)) {
      for (var line : Files.readAllLines(file)) {
        moves.add(Json.read(line.getBytes(StandardCharsets.UTF_8), Move.class));
      }
    }
  }

  /** What became of a session, beside what it was; null where it is new. */
  synchronized void changed(Session beforeOrNull, Session after) throws IOException {
    for (var payment : after.payments()) {
      var before =
          beforeOrNull == null
              ? null
              : beforeOrNull.payments().stream()
                  .filter(one -> one.id().equals(payment.id()))
                  .findFirst()
                  .orElse(null);
      var taken = before != null && before.taken();
      if (payment.taken() && !taken) {
        add(after, payment, "payment", payment.amount());
      }
      var disputed = payment.chargedBack() - (before == null ? 0 : before.chargedBack());
      var back = payment.refunded() - (before == null ? 0 : before.refunded()) - disputed;
      if (back > 0) {
        add(after, payment, "refund", back);
      }
      if (disputed != 0) {
        var kind = disputed > 0 ? "chargeback" : "chargeback_reversed";
        add(after, payment, kind, Math.abs(disputed));
      }
    }
  }

  private void add(Session session, Session.Payment payment, String kind, int yen)
      throws IOException {
    var move =
        new Move(
            session.dialect(),
            kind,
            payment.id(),
            session.reference(),
            yen,
            payment.currency(),
            kind.equals("payment") ? payment.capturedAt() : Ledger.now());
    moves.add(move);
    StateFolder.create(file.getParent());
    Files.writeString(
        file, Json.write(move) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** The file of a day; its name says dialect and day, as komoju-2026-11-30.csv. */
  synchronized byte[] file(Dialect dialect, LocalDate day) {
    var text = new StringBuilder(heading(dialect));
    moves.stream()
        .filter(move -> move.dialect() == dialect && move.on(day))
        .forEach(move -> text.append(line(move)));
    return text.toString()
        .getBytes(dialect == Dialect.GMO ? Charset.forName("windows-31j") : StandardCharsets.UTF_8);
  }

  private static String heading(Dialect dialect) {
    return dialect == Dialect.GMO
        ? "オーダーID,取引ID,処理区分,金額,手数料,処理日時\r\n"
        : "type,payment_id,external_order_num,amount,currency,fee,date\r\n";
  }

  private static String line(Move move) {
    var cells =
        move.dialect() == Dialect.GMO
            ? List.of(
                move.reference(),
                move.paymentId(),
                switch (move.kind()) {
                  case "payment" -> "売上";
                  case "refund" -> "返金";
                  case "chargeback" -> "チャージバック";
                  default -> "チャージバック取消";
                },
                Integer.toString(move.amount()),
                Integer.toString(move.fee()),
                SLASHES.format(move.at()))
            : List.of(
                move.kind(),
                move.paymentId(),
                move.reference(),
                Integer.toString(move.amount()),
                move.currency(),
                Integer.toString(move.fee()),
                WITH_OFFSET.format(move.at()));
    return String.join(",", cells) + "\r\n";
  }
}
