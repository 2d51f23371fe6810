package jp.ishikari.link.catalogue;

import java.time.InstantSource;
import java.time.YearMonth;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.UnfoundWord;
import jp.ishikari.link.domain.UnfoundWordStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.SearchKey;

/** A browser's search found nothing for this. Counted without who asked; never refused for it. */
@Contract(request = ReportUnfoundWord.Unfound.class)
record ReportUnfoundWord(UnfoundWordStore words, InstantSource clock) implements Operation {
  /** Longer than anything that is counted, so that a long search is no mistake of its writer. */
  private static final int LONGEST = 1000;

  record Unfound(@Limit(max = LONGEST, lines = true) String word) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Unfound.class)
        .map(unfound -> SearchKey.fold(unfound.word()))
        .fold(
            refusal -> refusal,
            word -> {
              String one = word.strip().replaceAll("\\s+", " ");
              if (UnfoundWord.countable(one)) {
                words.count(YearMonth.from(clock.instant().atZone(Reception.JST)), one);
              }
              return Response.noContent();
            });
  }
}
