package jp.ishikari.link.formdesign;

import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.UnfoundWord;
import jp.ishikari.link.domain.UnfoundWordStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * What residents looked for in vain, this month and the last: the words that procedures lack. Of
 * the whole city: a word belongs to no division, and nothing is kept of who typed it.
 */
@Contract(response = ListUnfoundWords.Months.class)
record ListUnfoundWords(UnfoundWordStore words, InstantSource clock) implements Operation {
  private static final int MOST = 50;

  private record Month(YearMonth month, List<UnfoundWord> words) {}

  record Months(List<Month> months) {}

  @Override
  public Response run(Request request) {
    YearMonth now = YearMonth.from(clock.instant().atZone(Reception.JST));
    return Response.ok(
        new Months(
            Stream.of(now, now.minusMonths(1))
                .map(month -> new Month(month, words.most(month, MOST)))
                .toList()));
  }
}
