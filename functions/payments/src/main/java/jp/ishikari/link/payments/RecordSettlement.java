package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.settlement.Comparison;
import jp.ishikari.link.payments.settlement.SettlementFile;
import jp.ishikari.link.payments.settlement.SettlementProfile;
import jp.ishikari.link.payments.store.SettlementLine;
import jp.ishikari.link.payments.store.Settlements;
import org.jspecify.annotations.Nullable;

/**
 * Takes a piece of a gateway's settlement file: the console sends a large file in pieces, each with
 * the heading. It is read only, or read and kept; what was kept before, from this file or another,
 * changes nothing, so that a line that broke is sent again whole.
 */
@Contract(request = RecordSettlement.Asked.class, response = RecordSettlement.Read.class)
record RecordSettlement(Settlements settlements, Comparison comparison, InstantSource clock)
    implements Operation {
  /** Base64 of what the edge takes in one body. */
  private static final int MOST = 240_000;

  /**
   * @param profile how the file is written
   * @param file what it is called here, drawn anew for each choice of a file
   * @param firstRow which row of the file stands behind the heading of this piece
   * @param content the piece in Base64
   * @param keep whether it is kept, or only looked at for mistakes
   */
  record Asked(
      @Limit(min = 1, max = 40) String profile,
      @Limit(min = 8, max = 64) String file,
      @Limit(min = 2, max = 1_000_000) int firstRow,
      @Limit(min = 1, max = MOST) String content,
      boolean keep) {}

  /**
   * @param lines how many there are
   * @param fresh how many of them were not known yet
   * @param first the earliest day; null where there are none
   * @param last the latest
   */
  record Read(int lines, int fresh, @Nullable LocalDate first, @Nullable LocalDate last) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .then(
            asked ->
                lines(asked).map(lines -> read(lines, asked.keep(), request.staff().staffId())))
        .fold(refusal -> refusal, Response::ok);
  }

  private static Outcome<Response, List<SettlementLine>> lines(Asked asked) {
    Optional<SettlementProfile> profile = SettlementProfile.find(asked.profile());
    return profile.isEmpty()
        ? Deciding.wrong("profile", "choice", "ファイルの形式を選び直してください。")
        : SettlementFile.read(profile.get(), asked.file(), asked.firstRow(), asked.content())
            .fold(
                wrong -> Outcome.failure(Problem.ANSWERS_INVALID.response(wrong)),
                Outcome::success);
  }

  private Read read(List<SettlementLine> lines, boolean keep, String staffId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    int fresh = 0;
    for (SettlementLine line : keep ? lines : List.<SettlementLine>of()) {
      Optional<SettlementLine> standing = settlements.keep(line);
      fresh += standing.isEmpty() ? 1 : 0;
      standing.ifPresent(one -> comparison.contradicted(one, line, staffId, now));
    }
    return new Read(
        lines.size(),
        fresh,
        lines.stream().map(SettlementLine::day).min(Comparator.naturalOrder()).orElse(null),
        lines.stream().map(SettlementLine::day).max(Comparator.naturalOrder()).orElse(null));
  }
}
