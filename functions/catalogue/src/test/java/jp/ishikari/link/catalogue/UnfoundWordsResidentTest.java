package jp.ishikari.link.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.ishikari.link.aws.DynamoUnfoundWordStore;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A search that found nothing is counted for staff, and nothing of whoever searched is kept. */
@ExtendWith(Engines.class)
class UnfoundWordsResidentTest {
  private static TestCloud cloud;
  private static EntryFunction entry;
  private static final Random SENDERS = new Random();

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new CatalogueWiring().wire(Entry.CATALOGUE_RESIDENT, cloud);
  }

  private static GatewayAnswer report(String sender, String word) {
    return GatewayCall.of(Route.REPORT_UNFOUND_WORD)
        .as(new Caller.Guest())
        .header(Api.VIEWER_HEADER, sender)
        .change(body -> body.put("word", word))
        .sentTo(entry);
  }

  /** From a sender of its own each time. */
  private static GatewayAnswer report(String word) {
    return report(sender(), word);
  }

  private static String sender() {
    return "2001:db8:%x:%x::1".formatted(SENDERS.nextInt(0x10000), SENDERS.nextInt(0x10000));
  }

  private static int times(String word) {
    return new DynamoUnfoundWordStore(cloud)
        .most(YearMonth.from(Instant.now().atZone(Reception.JST)), 1000).stream()
            .filter(one -> one.word().equals(word))
            .mapToInt(UnfoundWord::times)
            .sum();
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

  @Test
  void whoeverSendsAWordAgainOnTheSameDayIsCountedOnceHoweverItIsSpelled() {
    String persistent = sender();
    // The day may end in between, once.
    for (int i = 0; i < 10; i++) {
      assertEquals(204, report(persistent, i % 2 == 0 ? "ゆきまつり広場" : "ユキマツリ広場").status());
    }
    report("ゆきまつり広場");
    report("ゆきまつり広場");
    assertTrue(Set.of(3, 4).contains(times("ゆきまつり広場")), times("ゆきまつり広場") + " times");
  }

  @Test
  void oneHouseholdThatChangesItsAddressIsOneSender() {
    String network = "2001:db8:%x:%x".formatted(SENDERS.nextInt(0x10000), SENDERS.nextInt(0x10000));
    for (int i = 1; i <= 6; i++) {
      report(network + "::" + i, "しらかばの湯");
    }
    assertEquals(0, times("しらかばの湯"), "fewer than are told");
  }

  @Test
  void ofWhoSearchedNothingIsKeptButAKeyedHashThatExpires() {
    String sender = sender();
    report(sender, "はまなすの実");
    List<Map<String, AttributeValue>> rows =
        cloud.dynamoDb().scan(r -> r.tableName(cloud.environment().nameOf(Table.BUDGETS))).items();
    assertFalse(rows.isEmpty());
    long tomorrow = Instant.now().plus(Duration.ofDays(1)).getEpochSecond();
    for (Map<String, AttributeValue> row : rows) {
      assertEquals(Set.of("budget", "times", Table.EXPIRY_ATTRIBUTE), row.keySet());
      assertFalse(row.toString().contains(sender) || row.toString().contains("はまなす"));
      assertFalse(
          row.get("budget").s().contains(UnfoundWord.idOf("はまなすの実")), "a hash without a key");
      assertTrue(Long.parseLong(row.get(Table.EXPIRY_ATTRIBUTE).n()) <= tomorrow, row.toString());
    }
    for (Map<String, AttributeValue> row :
        cloud
            .dynamoDb()
            .scan(r -> r.tableName(cloud.environment().nameOf(Table.UNFOUND_WORDS)))
            .items()) {
      assertEquals(
          Set.of("month", "wordId", "word", "times", Table.EXPIRY_ATTRIBUTE), row.keySet());
    }
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
