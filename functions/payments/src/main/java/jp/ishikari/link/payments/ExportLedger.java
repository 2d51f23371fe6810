package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.ledger.LedgerDays;
import jp.ishikari.link.payments.ledger.LedgerFile;
import jp.ishikari.link.payments.store.Ledger;
import jp.ishikari.link.payments.store.LedgerLine;

/** Takes what came and went on some days out as a file; who did is on record before. */
@Contract(request = ExportLedger.Asked.class, response = ExportLedger.Taken.class)
record ExportLedger(Ledger ledger, DivisionNames divisions, InstantSource clock)
    implements Operation {
  /** What one answer of a function carries. */
  private static final int MOST = 10_000;

  record Asked(LocalDate first, LocalDate last, LedgerFile.Encoding encoding) {}

  /**
   * @param content its bytes, in Base64
   * @param missing characters that the encoding does not have; each is 〓 in the file
   */
  record Taken(String fileName, String content, List<LedgerFile.Missing> missing) {}

  @Override
  public Response run(Request request) {
    return Body.read(
            request,
            Asked.class,
            (asked, mistakes) -> {
              new LedgerDays(asked.first(), asked.last()).check(mistakes);
              return asked;
            })
        .fold(refusal -> refusal, asked -> taken(asked, request.staff().staffId()));
  }

  private Response taken(Asked asked, String staffId) {
    LedgerDays days = new LedgerDays(asked.first(), asked.last());
    List<LedgerLine> lines = days.lines(ledger);
    if (lines.size() > MOST) {
      return Problem.RULE_VIOLATED.response("一度に書き出せるのは%d件までです。日を分けて書き出してください。".formatted(MOST));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ledger.looked(EventType.LEDGER_EXPORTED, staffId, asked.first(), asked.last(), now);
    LedgerFile.Written file = LedgerFile.write(lines, divisions.byId(), asked.encoding());
    return Response.ok(
        new Taken(
            "shunou-" + asked.first() + "-" + asked.last() + ".csv",
            Base64.getEncoder().encodeToString(file.bytes()),
            file.missing()));
  }
}
