package jp.ishikari.link.catalogue;

import java.time.InstantSource;
import java.time.YearMonth;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.UnfoundWord;
import jp.ishikari.link.domain.UnfoundWordStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Budgets;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Payers;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.SearchKey;

/**
 * A browser's search found nothing for this. Counted once for each sender and day, so that nobody
 * makes a word many; never refused for it. That it came is kept under a keyed hash of sender and
 * word until the day is over, and nothing else of who asked.
 */
@Contract(request = ReportUnfoundWord.Unfound.class)
record ReportUnfoundWord(UnfoundWordStore words, Budgets senders, InstantSource clock)
    implements Operation {
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
              if (UnfoundWord.countable(one) && isNew(request, one)) {
                words.count(YearMonth.from(clock.instant().atZone(Reception.JST)), one);
              }
              return Response.noContent();
            });
  }

  private boolean isNew(Request request, String word) {
    String sender = Payers.of(Budget.ONCE_A_DAY, request).orElseThrow();
    return senders
        .count(request.route(), Budget.ONCE_A_DAY, sender + "\n" + UnfoundWord.idOf(word))
        .isEmpty();
  }
}
