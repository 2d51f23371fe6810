package jp.ishikari.link.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.BrokenBodies;
import jp.ishikari.link.testkit.Checkout;
import jp.ishikari.link.testkit.SampleEvents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every route, as every kind of caller, over the real gateway with real sessions, against {@code
 * docs/generated/access.md}: whoever the table shuts out gets its refusal and nothing else, whoever
 * it lets in is not refused. Then what a browser could be made to do.
 */
class AccessWalkTest {
  private static final List<String> CALLERS = callers();

  /** Why an operation itself may answer 403 to a caller whom the route lets in. */
  private static final Set<String> REASONS_OF_OPERATIONS =
      Set.of("terminal-refused", "proof-required", "recent-sign-in-required");

  /** What is reached by navigation answers a page that says that there is nothing to do. */
  private static final Set<Route> PAGES_FOR_NOTHING = Set.of(Route.START_SIGNING);

  @TempDir static Path data;
  private static RunningCity city;
  private static Visitors visitors;
  private static Things things;

  @BeforeAll
  static void open() throws Exception {
    city = new RunningCity(data);
    city.start();
    visitors = new Visitors(city);
    things = new Things(visitors);
  }

  @AfterAll
  static void close() {
    city.close();
  }

  private static List<String> callers() {
    return Stream.of(
            Stream.of("guest", "resident", Visitors.VISITOR, "first factor"),
            Arrays.stream(Role.values()).map(Enum::name),
            Stream.of(Visitors.PARTNER))
        .flatMap(kind -> kind)
        .toList();
  }

  /** A line of the table: what each caller gets, {@code yes} or the status of the refusal. */
  private record Line(Route route, List<String> cells) {}

  private static List<Line> table() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String line : Files.readAllLines(Checkout.path("docs/generated/access.md"))) {
      String[] cells = line.split("\\|");
      if (cells.length > 4 && cells[1].strip().matches("[A-Z_]+")) {
        lines.add(
            new Line(
                Route.valueOf(cells[1].strip()),
                Arrays.stream(cells).skip(4).map(String::strip).toList()));
      }
    }
    return lines;
  }

  @Test
  void theTableHoldsEveryRoute() throws IOException {
    assertEquals(List.of(Route.values()), table().stream().map(Line::route).toList());
  }

  @Test
  void everyCallerGetsFromEveryRouteWhatTheTableSays() throws Exception {
    List<String> surprises = new ArrayList<>();
    for (Line line : table()) {
      for (int i = 0; i < CALLERS.size(); i++) {
        String wanted = line.cells().get(i);
        Visitors caller = visitors.as(CALLERS.get(i));
        HttpResponse<String> answer = caller.ask(line.route(), Map.of());
        // Past reading the body, too. A wrong code would lock whoever enters it, and the sample of
        // the settings shuts reviewers out.
        if (answer.statusCode() == 400
            && line.route().access() != Access.STAFF_FIRST_FACTOR
            && line.route() != Route.CHANGE_SIGN_IN_POLICY) {
          answer = caller.ask(line.route(), Map.of(), sampleBody(line.route()));
        }
        int status = answer.statusCode();
        boolean right =
            wanted.equals("yes")
                ? status != 401
                    && status < 500
                    && (status != 403 || REASONS_OF_OPERATIONS.contains(code(answer)))
                : wanted.equals(Integer.toString(status));
        if (!right) {
          surprises.add(
              line.route()
                  + " as "
                  + CALLERS.get(i)
                  + ": "
                  + status
                  + " "
                  + code(answer)
                  + ", table says "
                  + wanted);
        }
      }
    }
    assertEquals(List.of(), surprises);
  }

  /** Makes whatever a path names: fails for a new kind of id that it can't make. */
  @Test
  void whatBelongsToAnotherLooksLikeWhatDoesNotExistAndItsOwnerGetsIt() throws Exception {
    List<String> surprises = new ArrayList<>();
    for (Route route : Route.values()) {
      if (Visitors.parameters(route).isEmpty()) {
        continue;
      }
      Access.Reach reach = route.access().reach();
      Things.Made made = things.of(route);
      if (reach == Access.Reach.OWN_ACCOUNT || reach == Access.Reach.OWN_DIVISIONS) {
        List<Visitors> strangers = things.strangers(route, made);
        assertFalse(strangers.isEmpty(), route.name());
        for (Visitors stranger : strangers) {
          HttpResponse<String> others = made.askedBy(stranger, route);
          HttpResponse<String> none = made.otherwise(stranger, route);
          if (others.statusCode() != none.statusCode() || !body(others).equals(body(none))) {
            surprises.add(route + " leaks: " + others.statusCode() + " " + others.body());
          }
          if (others.statusCode() != 404 && !PAGES_FOR_NOTHING.contains(route)) {
            surprises.add(route + ": " + others.statusCode() + " " + others.body());
          }
        }
      }
      HttpResponse<String> own = made.askedBy(made.owner(), route);
      if (own.statusCode() >= 300) {
        surprises.add(route + " of the owner: " + own.statusCode() + " " + own.body());
      }
    }
    assertEquals(List.of(), surprises);
  }

  private static String code(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").contains("problem+json")
        ? Json.MAPPER.readTree(answer.body()).path("code").asString("")
        : "";
  }

  /** What the operation takes, so that it gets further than to reading it. */
  private static String sampleBody(Route route) {
    String body = SampleEvents.json(Names.sampleEvent(route)).path("body").asString("");
    return body.isEmpty() ? "{}" : body;
  }

  /**
   * Bodies that are wrong in one place, one of each kind of mistake for each route: the other
   * places are read by the same code.
   */
  @Test
  void noWrongBodyIsAServersMistakeAndNothingOfItIsInALog() throws Exception {
    List<String> surprises = new ArrayList<>();
    for (Route route : Route.values()) {
      Map<String, String> there =
          Visitors.parameters(route).isEmpty() ? Map.of() : things.of(route).path();
      Set<String> hows = new HashSet<>();
      for (BrokenBodies.Broken broken : BrokenBodies.of(route)) {
        if (hows.add(broken.how())) {
          HttpResponse<String> answer = visitors.allowedTo(route).ask(route, there, broken.body());
          if (!refused(answer)) {
            surprises.add(broken + ": " + answer.statusCode() + " " + answer.body());
          }
        }
      }
    }
    for (String exponent : List.of("99999999999", "999999999", "-999999999")) {
      String body = sampleBody(Route.SUBMIT_APPLICATION);
      String number = BrokenBodies.DIGITS + "e" + exponent;
      String huge = body.replaceFirst("\"copies\":\\d+", "\"copies\":" + number);
      assertNotEquals(body, huge);
      HttpResponse<String> answer =
          visitors.as("guest").ask(Route.SUBMIT_APPLICATION, Map.of(), huge);
      if (!refused(answer)) {
        surprises.add("answers with e" + exponent + ": " + answer.statusCode());
      }
    }
    assertEquals(List.of(), surprises);
    String log = city.log();
    assertTrue(log.contains("request refused"), log);
    assertEquals(
        List.of(),
        log.lines()
            .filter(l -> l.contains(BrokenBodies.WORDS) || l.contains(BrokenBodies.DIGITS))
            .toList());
  }

  private static boolean refused(HttpResponse<String> answer) {
    return answer.statusCode() >= 400
        && answer.statusCode() < 500
        && !Json.MAPPER.readTree(answer.body()).path("code").asString("").isEmpty();
  }

  /** Without what differs between any two answers. What is reached by navigation answers a page. */
  private static String body(HttpResponse<String> answer) {
    if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
      return answer.body();
    }
    ObjectNode problem = (ObjectNode) Json.MAPPER.readTree(answer.body());
    problem.remove("correlationId");
    return problem.toString();
  }

  @Nested
  class FromAnotherSite {
    @Test
    void noRouteThatChangesSomethingRunsWithoutOurOriginWhoeverAsks() throws Exception {
      for (Route route : Route.values()) {
        if (route.method() == Route.Method.POST) {
          Visitors allowed = visitors.allowedTo(route);
          // A machine has no page; whatever it sends is nothing without its provider's proof.
          String refusal = route.access() == Access.MACHINE ? "sender-unproven" : "origin-refused";
          assertEquals(refusal, allowed.from(null).problemOf(route), route + " without Origin");
          assertEquals(
              refusal,
              allowed.from("https://evil.example").problemOf(route),
              route + " from another site");
        }
      }
    }

    @Test
    void aCookieOfOneHostMeansNothingOnTheOther() throws Exception {
      assertEquals(
          401, visitors.as("resident").onOtherHost().ask(Route.LIST_CASES, Map.of()).statusCode());
      assertEquals(
          401,
          visitors.as("REVIEWER").onOtherHost().ask(Route.READ_PROFILE, Map.of()).statusCode());
    }

    @Test
    void aCookieThatAnAttackerPlantedOpensNothing() throws Exception {
      assertEquals(
          401,
          visitors
              .withCookie("planted-by-an-attacker")
              .ask(Route.LIST_CASES, Map.of())
              .statusCode());
    }

    @Test
    void signingInLeadsBackToUsWhateverReturnToAndHostSay() throws Exception {
      for (Route route : List.of(Route.START_SIGN_IN, Route.START_STAFF_SIGN_IN)) {
        for (String evil : List.of("https://evil.example/", "//evil.example/", "/\\evil.example")) {
          HttpResponse<String> page = visitors.as("guest").ask(route, Map.of("?returnTo", evil));
          assertFalse(page.body().contains("evil.example"), page.body());
        }
        String raw = visitors.rawWithHost(route, "evil.example");
        assertTrue(raw.startsWith("HTTP/1.1 200"), raw);
        assertFalse(raw.contains("evil.example"), raw);
      }
    }
  }

  @Nested
  class Told {
    @Test
    void noAnswerMayBeKeptSniffedOrLeakItsAddress() throws Exception {
      for (Route route : Route.values()) {
        for (String caller : List.of("guest", visitors.callerAllowedTo(route))) {
          HttpResponse<String> answer = visitors.as(caller).ask(route, Map.of());
          assertEquals(
              List.of("no-store"), answer.headers().allValues("Cache-Control"), route.name());
          assertEquals(
              List.of("nosniff"),
              answer.headers().allValues("X-Content-Type-Options"),
              route.name());
        }
      }
    }

    @Test
    void everyPageRefusesToBeFramed() throws Exception {
      for (Api api : List.of(Api.RESIDENT, Api.STAFF)) {
        assertTrue(framed(visitors.page(api, "/")), api.name());
      }
      assertTrue(framed(visitors.as("guest").ask(Route.START_SIGN_IN, Map.of())));
      assertTrue(framed(visitors.as("guest").ask(Route.FINISH_STAFF_SIGN_IN, Map.of())));
    }

    private boolean framed(HttpResponse<String> page) {
      return page.headers().allValues("Content-Security-Policy").stream()
          .anyMatch(policy -> policy.contains("frame-ancestors 'none'"));
    }

    @Test
    void cookiesAreOfThisHostAloneAndOutOfReachOfScripts() throws Exception {
      for (Route route : List.of(Route.START_SIGN_IN, Route.START_STAFF_SIGN_IN)) {
        List<String> cookies =
            visitors.as("guest").ask(route, Map.of()).headers().allValues("Set-Cookie");
        assertEquals(1, cookies.size(), cookies.toString());
        String cookie = cookies.getFirst();
        assertTrue(cookie.contains("; Path=/; HttpOnly; SameSite=Lax; Max-Age="), cookie);
        assertFalse(cookie.contains("Domain"), cookie);
      }
    }
  }
}
