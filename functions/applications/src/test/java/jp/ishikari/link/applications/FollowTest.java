package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.FollowCode;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.ObjectNode;

/** What whoever applied without signing in is promised of the code to follow it with. */
@ExtendWith(Engines.class)
class FollowTest {
  private static TestCloud cloud;
  private static EntryFunction entry;
  private static ApplicationStore applications;
  private static SampleProcedure open;

  private final String code = SpokenCode.draw(new SecureRandom());
  private final String claimCode = SpokenCode.draw(new SecureRandom());

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    entry = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
    applications = new DynamoApplicationStore(cloud);
    open = SampleProcedure.guest();
    assertTrue(new DynamoProcedureStore(cloud).publish(open.procedure()));
  }

  private GatewayAnswer sent(Caller caller) {
    GatewayAnswer answer =
        GatewayCall.of(Route.SUBMIT_APPLICATION, "guest")
            .as(caller)
            .change(
                body ->
                    body.put("procedureId", open.id())
                        .put("followCode", code)
                        .put("claimCode", claimCode))
            .answers(SampleProcedure.answers())
            .sentTo(entry);
    assertEquals(201, answer.status(), answer.body());
    return answer;
  }

  private Application sent() {
    return applications.find(sent(new Caller.Guest()).text("applicationId")).orElseThrow();
  }

  private static GatewayAnswer by(Route route, String with, Consumer<ObjectNode> change) {
    return GatewayCall.of(route)
        .as(new Caller.Guest())
        .change(body -> body.put("code", with))
        .change(change)
        .sentTo(entry);
  }

  private static GatewayAnswer followed(String with) {
    return by(Route.FOLLOW_APPLICATION, with, body -> {});
  }

  private static Application after(
      Application application, Step step, ApplicationState state, Instant at, List<String> fields) {
    Application next =
        application.advanced(
            state, step == Step.RETURN ? new Application.Returned("ご確認ください。", fields) : null);
    ApplicationEvent event =
        ApplicationEvent.of(next, step, at, Actor.STAFF, "s-1", "鈴木 一郎", "理由です。", fields);
    assertEquals(
        Outcome.success(next),
        applications.advance(Advance.of(next, event, SampleApplications.token())));
    return next;
  }

  private static Instant daysAgo(int days) {
    return Instant.now().minus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MILLIS);
  }

  @Nested
  class Followed {
    @Test
    void asOftenAsItIsLookedAtInWhateverSpelling() {
      Application application = sent();
      String typed = " " + code.toLowerCase().substring(0, 4) + "－" + code.substring(4);
      for (String with : List.of(code, typed, code)) {
        GatewayAnswer answer = followed(with);
        assertEquals(200, answer.status(), answer.body());
        assertEquals(application.receiptNumber(), answer.text("receiptNumber"));
      }
    }

    @Test
    void isToldWithTheReceiptAndKeptAsAHashAlone() {
      assertTrue(sent(new Caller.Guest()).json().get("followed").booleanValue());
      Map<String, ?> row =
          Rows.of(cloud, Table.FOLLOW_CODES)
              .getItem(Rows.key(FollowCode.idOf(code).orElseThrow()))
              .toMap();
      assertFalse(row.toString().contains(code), row.toString());
    }

    @Test
    void isCorrectedWhereTheCityAskedForIt() {
      Application returned =
          after(sent(), Step.RETURN, ApplicationState.RETURNED, Instant.now(), List.of("name"));
      GatewayAnswer answer = corrected(returned, "小樽");
      assertEquals(200, answer.status(), answer.body());
      Application now = applications.find(returned.applicationId()).orElseThrow();
      assertEquals("小樽 花子", now.applicantName());
      assertEquals(ApplicationState.SUBMITTED, now.state());
    }

    @Test
    void isNotWithdrawnByIt() {
      sent();
      assertEquals("[]", followed(code).json().get("actions").toString());
    }

    @Test
    void forNinetyDaysAfterItsEnd() {
      after(sent(), Step.REJECT, ApplicationState.REJECTED, daysAgo(89), List.of());
      assertEquals(200, followed(code).status());
    }
  }

  private static Map<String, Object> answersOf(String family) {
    Map<String, Object> answers = new LinkedHashMap<>(SampleProcedure.answers());
    answers.put(
        "name", Map.of("family", family, "given", "花子", "familyKana", "オタル", "givenKana", "ハナコ"));
    return answers;
  }

  private GatewayAnswer corrected(Application returned, String family) {
    Map<String, Object> answers = answersOf(family);
    return GatewayCall.of(Route.CORRECT_FOLLOWED)
        .as(new Caller.Guest())
        .change(
            body -> {
              body.put("code", code).put("version", returned.version());
              if (returned.fee() == null) {
                body.remove("fee");
              } else {
                body.put("fee", returned.fee());
              }
            })
        .answers(answers)
        .sentTo(entry);
  }

  @Nested
  class Refused {
    /** What anybody is answered who has no code. */
    private final String unknown = withoutId(followed(SpokenCode.draw(new SecureRandom())));

    private static String withoutId(GatewayAnswer answer) {
      assertEquals(404, answer.status(), answer.body());
      return ((ObjectNode) answer.json()).without("correlationId").toString();
    }

    @Test
    void aWrongCodeAndOneThatIsNoneAlike() {
      sent();
      assertEquals(unknown, withoutId(followed("なんだろう")));
      assertEquals(unknown, withoutId(followed(code.substring(1) + "0")));
      // The other code of the same receipt opens nothing here.
      assertEquals(unknown, withoutId(followed(claimCode)));
    }

    @Test
    void onceTheApplicationIsInAnAccount() {
      Application application = sent();
      Caller.Resident owner = new Caller.Resident("account-" + UUID.randomUUID(), "session", true);
      assertEquals(
          200,
          GatewayCall.of(Route.CLAIM_APPLICATION)
              .as(owner)
              .change(body -> body.put("code", claimCode))
              .sentTo(entry)
              .status());
      assertEquals(unknown, withoutId(followed(code)));
      assertEquals(404, corrected(application, "小樽").status());
    }

    @Test
    void onceTheCaseHasBeenOverForNinetyDays() {
      after(sent(), Step.REJECT, ApplicationState.REJECTED, daysAgo(91), List.of());
      assertEquals(unknown, withoutId(followed(code)));
    }

    @Test
    void forAnApplicationOfAnAccountNoneIsKept() {
      Caller.Resident owner = new Caller.Resident("account-" + UUID.randomUUID(), "session", true);
      assertFalse(sent(owner).json().get("followed").booleanValue());
      assertEquals(unknown, withoutId(followed(code)));
    }

    @Test
    void theSameCodeForTwoApplications() {
      sent();
      assertEquals(
          409,
          GatewayCall.of(Route.SUBMIT_APPLICATION, "guest")
              .change(body -> body.put("procedureId", open.id()).put("followCode", code))
              .answers(SampleProcedure.answers())
              .sentTo(entry)
              .status());
    }
  }
}
