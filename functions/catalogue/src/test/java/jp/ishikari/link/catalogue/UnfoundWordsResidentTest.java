package jp.ishikari.link.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import jp.ishikari.link.aws.DynamoUnfoundWordStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.UnfoundWord;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that found nothing is counted for staff, and nothing of whoever searched is kept. */
@ExtendWith(Engines.class)
class UnfoundWordsResidentTest {
  private static TestCloud cloud;
  private static EntryFunction entry;

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new CatalogueWiring().wire(Entry.CATALOGUE_RESIDENT, cloud);
  }

  private static GatewayAnswer report(String word) {
    return GatewayCall.of(Route.REPORT_UNFOUND_WORD)
        .as(new Caller.Guest())
        .change(body -> body.put("word", word))
        .sentTo(entry);
  }

  private static List<String> told() {
    return new DynamoUnfoundWordStore(cloud)
        .most(YearMonth.from(Instant.now().atZone(Reception.JST)), 100).stream()
            .map(UnfoundWord::word)
            .toList();
  }

  @Test
  void spellingsOfOneWordAreCountedTogether() {
    for (String spelling : List.of("ｿﾘｽﾍﾞﾘ", "そりすべり", " ソリスベリ ")) {
      assertEquals(204, report(spelling).status());
    }
    assertEquals(true, told().contains("そりすべり"), () -> told().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0133723111", "０１３３-72", "hanako@example.jp", "雪", "  "})
  void whatMayBelongToSomebodyOrSaysNothingIsNotKept(String word) {
    List<String> before = told();
    for (int i = 0; i < UnfoundWord.TOLD_FROM; i++) {
      report(word);
    }
    assertEquals(before, told());
  }

  @Nested
  class Refused {
    @Test
    void returns400WithoutAWord() {
      assertEquals(
          400,
          GatewayCall.of(Route.REPORT_UNFOUND_WORD)
              .as(new Caller.Guest())
              .change(body -> body.remove("word"))
              .sentTo(entry)
              .status());
    }
  }
}
