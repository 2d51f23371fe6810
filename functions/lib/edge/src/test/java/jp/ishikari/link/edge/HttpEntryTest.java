package jp.ishikari.link.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.BodySize;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.SecurityHeader;
import jp.ishikari.link.blueprint.Setting;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkServiceException;
import tools.jackson.databind.JsonNode;

/** What holds for every route, whatever its operation does. */
class HttpEntryTest {
  private static final Environment ENVIRONMENT =
      new Environment(
          Map.of("PUBLIC_ORIGIN", "https://link.example.jp"),
          EnumSet.of(Setting.PUBLIC_ORIGIN, Setting.ROLE, Setting.BUDGET_SCALE));

  private static HttpEntry entry(Operation operation) {
    return entry((route, budget, payer, amount) -> Optional.empty(), operation);
  }

  private static HttpEntry entry(Budgets budgets, Operation operation) {
    Map<Route, Operation> operations = new EnumMap<>(Route.class);
    for (Route route : Route.values()) {
      if (route.entry() == Entry.CATALOGUE_RESIDENT) {
        operations.put(route, operation);
      }
    }
    return new HttpEntry(Entry.CATALOGUE_RESIDENT, ENVIRONMENT, budgets, operations);
  }

  private static JsonNode asked(HttpEntry entry, String event) {
    return Json.MAPPER.readTree(entry.handle(event.getBytes(StandardCharsets.UTF_8), null));
  }

  private static JsonNode read(HttpEntry entry) {
    return asked(
        entry,
        """
        {"resource":"/api/procedures/{procedureId}","httpMethod":"GET","headers":{},
         "multiValueHeaders":{},"pathParameters":{"procedureId":"juminhyo"},
         "requestContext":{"authorizer":{"kind":"guest"}},"body":null,"isBase64Encoded":false}
        """);
  }

  @Nested
  class ABody {
    private JsonNode posted(Route route, int bytes) {
      String body = "{\"a\":\"" + "x".repeat(bytes - 8) + "\"}";
      return posted(route, request -> Response.ok(Map.of()), body);
    }

    private JsonNode posted(Route route, Operation operation, String body) {
      Map<Route, Operation> operations = new EnumMap<>(Route.class);
      for (Route other : Route.values()) {
        if (other.entry() == route.entry()) {
          operations.put(other, operation);
        }
      }
      HttpEntry entry =
          new HttpEntry(
              route.entry(),
              ENVIRONMENT,
              (r, budget, payer, amount) -> Optional.empty(),
              operations);
      return asked(
          entry,
          """
          {"resource":"%s","httpMethod":"POST","pathParameters":{},
           "headers":{},"multiValueHeaders":{"Content-Type":["application/json"],
           "Origin":["https://link.example.jp"]},
           "requestContext":{"authorizer":{"kind":"guest"}},"body":%s,"isBase64Encoded":false}
          """
              .formatted(route.path(), Json.MAPPER.writeValueAsString(body)));
    }

    @ParameterizedTest
    @EnumSource(
        names = {"SUBMIT_APPLICATION", "SAVE_DRAFT", "REPORT_UNFOUND_WORD", "CLAIM_APPLICATION"})
    void isReadUpToTheSizeOfItsRouteAndNotAByteMore(Route route) {
      int most = route.bodySize().bytes();
      assertNotEquals(413, posted(route, most).get("statusCode").intValue());
      assertEquals(413, posted(route, most + 1).get("statusCode").intValue());
    }

    @Contract
    private record TakesNone() implements Operation {
      @Override
      public Response run(Request request) {
        return Response.noContent();
      }
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '"',
        textBlock =
            """
            204, null
            204, "{}"
            400, "{'a': 1}"
            400, "[]"
            400, "1"
            """)
    void saysNothingWhereNoneIsRead(int status, String body) {
      assertEquals(
          status,
          posted(
                  Route.START_PAIRING,
                  new TakesNone(),
                  body.equals("null") ? "" : body.replace('\'', '"'))
              .get("statusCode")
              .intValue());
    }

    @Test
    void isSmallWhereverNoAnswersTravel() {
      assertEquals(
          EnumSet.of(
              Route.SUBMIT_APPLICATION,
              Route.TRY_APPLICATION,
              Route.FREEZE_APPLICATION,
              Route.CORRECT_APPLICATION,
              Route.FREEZE_CORRECTION,
              Route.ENTER_APPLICATION,
              Route.ENTER_CORRECTION,
              Route.SAVE_DRAFT,
              Route.MAKE_DOCUMENT,
              Route.RECORD_SETTLEMENT,
              Route.CREATE_DESIGN,
              Route.SAVE_DESIGN,
              Route.TRY_DESIGN,
              Route.IMPORT_STAFF),
          Arrays.stream(Route.values())
              .filter(route -> route.bodySize() == BodySize.ANSWERS)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Route.class))));
      assertTrue(BodySize.SMALL.bytes() < BodySize.ANSWERS.bytes());
    }
  }

  @Nested
  class TheViewer {
    @Test
    void ofTheResidentsApiIsWhoTheEdgeSaw() {
      assertEquals("203.0.113.9", asking(Route.READ_PROCEDURE).viewer());
    }

    /** Nothing stands before these APIs that would overwrite what a caller claims. */
    @ParameterizedTest
    @EnumSource(
        value = Api.class,
        names = {"STAFF", "PARTNER"})
    void ofEveryOtherApiIsWhoTheGatewaySawWhateverAHeaderClaims(Api api) {
      Route route =
          Arrays.stream(Route.values()).filter(r -> r.api() == api).findFirst().orElseThrow();
      assertEquals("198.51.100.7", asking(route).viewer());
    }

    private static Request asking(Route route) {
      return new Request(
          route,
          Map.of(),
          Map.of(),
          Map.of(Api.VIEWER_HEADER, List.of("203.0.113.9")),
          null,
          "",
          new Caller.Guest(),
          "198.51.100.7",
          "");
    }
  }

  @Nested
  class Answers {
    @Test
    void areNeverStoredByBrowsersOrProxies() {
      JsonNode answer = read(entry(request -> Response.ok(Map.of("a", 1))));
      assertEquals(200, answer.get("statusCode").intValue());
      assertEquals("no-store", answer.at("/multiValueHeaders/Cache-Control/0").stringValue());
      assertEquals(
          "nosniff", answer.at("/multiValueHeaders/X-Content-Type-Options/0").stringValue());
      assertEquals("{\"a\":1}", answer.get("body").stringValue());
    }

    /** Staff and partners have no edge in front that would add them. */
    @Test
    void tellTheBrowserToComeOverTlsAndToShowThemToNoOtherSite() {
      JsonNode headers = read(entry(request -> Response.ok(Map.of()))).get("multiValueHeaders");
      for (SecurityHeader header : SecurityHeader.ofAnswers()) {
        assertEquals(header.value(), headers.path(header.header()).path(0).asString(""));
      }
    }

    @Test
    void carrySeveralCookiesEachInItsOwnHeader() {
      JsonNode answer =
          read(
              entry(
                  request ->
                      Response.noContent().with("Set-Cookie", "a=1").with("Set-Cookie", "b=2")));
      assertEquals("[\"a=1\",\"b=2\"]", answer.at("/multiValueHeaders/Set-Cookie").toString());
      assertFalse(answer.has("body"));
    }
  }

  @Nested
  class OverTheBudget {
    private final List<String> counted = new ArrayList<>();
    private final List<Request> lookedAt = new ArrayList<>();
    private Optional<Duration> wait = Optional.empty();

    private JsonNode reported(String origin, String viewer) {
      HttpEntry entry =
          entry(
              (route, budget, payer, amount) -> {
                counted.add(budget.limit() + " " + payer);
                return wait;
              },
              request -> {
                lookedAt.add(request);
                return Response.noContent();
              });
      return asked(
          entry,
          """
          {"resource":"/api/unfound-words","httpMethod":"POST","headers":{},
           "multiValueHeaders":{"Origin":["%s"],"Content-Type":["application/json"],
           "%s":["%s"]},"requestContext":{"authorizer":{"kind":"guest"}},
           "body":"{}","isBase64Encoded":false}
          """
              .formatted(origin, Api.VIEWER_HEADER, viewer));
    }

    private JsonNode reported(String viewer) {
      return reported("https://link.example.jp", viewer);
    }

    @Test
    void isToldInPlainWordsWhenToTryAgainAndNothingIsLookedAt() {
      wait = Optional.of(Duration.ofSeconds(130));
      JsonNode answer = reported("203.0.113.9");
      assertEquals(429, answer.get("statusCode").intValue());
      assertEquals("130", answer.at("/multiValueHeaders/Retry-After/0").stringValue());
      JsonNode problem = Json.MAPPER.readTree(answer.get("body").stringValue());
      assertEquals("too-many-requests", problem.get("code").stringValue());
      assertTrue(problem.get("detail").stringValue().contains("3分ほどたってから"));
      assertEquals(List.of(), lookedAt);
    }

    @Test
    void isCountedOnceForEachTryThatIsLookedAtAndForNoneThatAnotherSiteSends() {
      assertEquals(204, reported("203.0.113.9").get("statusCode").intValue());
      assertEquals(
          403, reported("https://other.example", "203.0.113.9").get("statusCode").intValue());
      assertEquals(List.of("120 203.0.113.9"), counted);
      assertEquals(1, lookedAt.size());
    }

    @Test
    void isOneWholeNetworkOfAnIpv6HostAndAnotherOfItsNeighbour() {
      reported("2001:db8:1:2::1");
      reported("2001:db8:1:2:ffff:ffff:ffff:ffff");
      reported("2001:db8:1:3::1");
      assertEquals(counted.get(0), counted.get(1));
      assertFalse(counted.get(0).equals(counted.get(2)));
    }
  }

  @Nested
  class TheUnexpected {
    @Test
    void isAnsweredWithACorrelationIdAndNothingOfItsCause() {
      JsonNode answer =
          read(
              entry(
                  request -> {
                    throw new IllegalStateException("石狩　花子 could not be saved");
                  }));
      assertEquals(500, answer.get("statusCode").intValue());
      JsonNode problem = Json.MAPPER.readTree(answer.get("body").stringValue());
      assertEquals("unexpected", problem.get("code").stringValue());
      assertFalse(problem.get("correlationId").stringValue().isBlank());
      assertFalse(answer.toString().contains("花子"));
    }

    /** What the database answers when it could not do it this time, after all tries. */
    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void thatPassesAsksToSendTheSameOnceMore(int status) {
      JsonNode answer =
          read(
              entry(
                  request -> {
                    throw SdkServiceException.builder()
                        .message("石狩　花子 timed out")
                        .statusCode(status)
                        .build();
                  }));
      assertEquals(503, answer.get("statusCode").intValue());
      assertTrue(answer.toString().contains("Retry-After"), answer::toString);
      JsonNode problem = Json.MAPPER.readTree(answer.get("body").stringValue());
      assertEquals("busy", problem.get("code").stringValue());
      assertFalse(answer.toString().contains("花子"));
    }

    @Test
    void thatAServiceRefusesForGoodIsNoReasonToTryAgain() {
      JsonNode answer =
          read(
              entry(
                  request -> {
                    throw SdkServiceException.builder().message("denied").statusCode(403).build();
                  }));
      assertEquals(500, answer.get("statusCode").intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "7", "\"text\""})
    void isAlsoAnEventThatIsNone(String event) {
      JsonNode answer = asked(entry(request -> Response.noContent()), event);
      assertTrue(answer.get("statusCode").isInt(), answer::toString);
    }
  }

  @Nested
  class Refused {
    @Test
    void aRouteOfAnotherApiDoesNotExistHere() {
      JsonNode answer =
          asked(
              entry(request -> Response.noContent()),
              "{\"resource\":\"/api/cases\",\"httpMethod\":\"GET\"}");
      assertEquals(404, answer.get("statusCode").intValue());
    }

    @Test
    void aPathWithoutItsParameterNamesNothing() {
      JsonNode answer =
          asked(
              entry(request -> Response.ok(request.path().get("procedureId").length())),
              "{\"resource\":\"/api/procedures/{procedureId}\",\"httpMethod\":\"GET\"}");
      assertEquals(404, answer.get("statusCode").intValue());
    }

    @Test
    void anEntryWhoseOperationsDisagreeWithTheBlueprintDoesNotStart() {
      assertThrows(
          IllegalStateException.class,
          () -> new HttpEntry(Entry.CATALOGUE_RESIDENT, ENVIRONMENT, Budgets.none(), Map.of()));
    }

    @Test
    void anEnvironmentWithoutItsSettingsNamesThemAll() {
      IllegalStateException refused =
          assertThrows(
              IllegalStateException.class,
              () ->
                  new Environment(
                      Map.of(), EnumSet.of(Setting.PUBLIC_ORIGIN, Setting.REGION_DIGIT)));
      assertTrue(
          List.of("PUBLIC_ORIGIN", "REGION_DIGIT").stream()
              .allMatch(refused.getMessage()::contains));
    }
  }
}
