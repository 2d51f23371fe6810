package jp.ishikari.link.formdesign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoUnfoundWordStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.UnfoundWord;
import jp.ishikari.link.domain.UnfoundWordStore;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff see which words procedures lack. */
@ExtendWith(Engines.class)
class UnfoundWordsStaffTest {
  private static TestCloud cloud;
  private static EntryFunction entry;

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new FormDesignWiring().wire(Entry.FORM_DESIGN_STAFF, cloud);
  }

  private static GatewayAnswer list(Role role) {
    return GatewayCall.of(Route.LIST_UNFOUND_WORDS)
        .as(new Caller.Staff("staff-kobayashi", "小林　由紀", Set.of(role), Set.of("d"), true, "s"))
        .sentTo(entry);
  }

  @Test
  void thisMonthAndTheLastAreToldWithHowOften() {
    UnfoundWordStore words = new DynamoUnfoundWordStore(cloud);
    YearMonth now = YearMonth.from(Instant.now().atZone(Reception.JST));
    String word = "ことば" + UUID.randomUUID().toString().substring(0, 3).replaceAll("\\d", "x");
    for (int i = 0; i < UnfoundWord.TOLD_FROM; i++) {
      words.count(now, word);
      words.count(now.minusMonths(1), word);
    }
    GatewayAnswer answer = list(Role.DIVISION_ADMINISTRATOR);
    assertEquals(200, answer.status(), answer.body());
    assertEquals(2, answer.json().path("months").size());
    answer
        .json()
        .path("months")
        .forEach(
            month ->
                assertTrue(
                    month
                        .path("words")
                        .toString()
                        .contains("{\"word\":\"%s\",\"times\":3}".formatted(word)),
                    answer.body()));
  }

  @Test
  void returns403ForWhoDesignsNoForms() {
    assertEquals(403, list(Role.REVIEWER).status());
  }
}
