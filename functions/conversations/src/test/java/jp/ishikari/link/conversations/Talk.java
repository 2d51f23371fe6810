package jp.ishikari.link.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoHoldStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An application, and both who write about it. */
record Talk(TestCloud cloud, Application application, Caller.Resident resident) {

  static Talk begun(TestCloud cloud) {
    return begun(cloud, "d-" + UUID.randomUUID());
  }

  static Talk begun(TestCloud cloud, String division) {
    new DynamoProcedureStore(cloud)
        .publish(SampleProcedure.signedIn().named("sample-certificate").procedure());
    String account = "account-" + UUID.randomUUID();
    Application application = SampleApplications.submitted(account, division);
    new DynamoApplicationStore(cloud)
        .submit(
            Submission.of(
                application,
                SampleApplications.event(application, Step.SUBMIT),
                SampleApplications.token(),
                Set.of()));
    return new Talk(cloud, application, new Caller.Resident(account, "session", true));
  }

  static Caller.Staff clerk(String division) {
    return new Caller.Staff("s-1", "鈴木 一郎", Set.of(Role.REVIEWER), Set.of(division), true, "s");
  }

  GatewayAnswer asked(Caller caller, Route route, Consumer<ObjectNode> change) {
    GatewayCall call = GatewayCall.of(route).as(caller).on(application.applicationId());
    return sent(route.method() == Route.Method.POST ? call.change(change) : call, route);
  }

  GatewayAnswer sent(GatewayCall call, Route route) {
    Entry entry =
        route.api() == Api.STAFF ? Entry.CONVERSATIONS_STAFF : Entry.CONVERSATIONS_RESIDENT;
    return call.sentTo(new ConversationsWiring().wire(entry, cloud));
  }

  GatewayAnswer byResident(Route route, Consumer<ObjectNode> change) {
    return asked(resident, route, change);
  }

  GatewayAnswer byClerk(Route route, Consumer<ObjectNode> change) {
    return asked(clerk(application.divisionId()), route, change);
  }

  void residentWrites(String text) {
    assertEquals(201, byResident(Route.SEND_MESSAGE, body -> body.put("text", text)).status());
  }

  /** The number of the message. */
  int clerkWrites(String text, String answerByOrNull) {
    GatewayAnswer answer =
        byClerk(
            Route.SEND_CASE_MESSAGE,
            body -> {
              body.removeAll().put("text", text);
              if (answerByOrNull != null) {
                body.put("answerBy", answerByOrNull);
              }
            });
    assertEquals(201, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body()).get("number").intValue();
  }

  JsonNode shownToResident() {
    return shown(byResident(Route.LIST_MESSAGES, body -> {}));
  }

  JsonNode shownToClerk() {
    return shown(byClerk(Route.LIST_CASE_MESSAGES, body -> {}));
  }

  private static JsonNode shown(GatewayAnswer answer) {
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  List<Hold> waitedFor() {
    return new DynamoHoldStore(cloud)
        .of(application.applicationId())
        .open(Hold.Kind.ANSWER)
        .toList();
  }

  /** It is over since then. */
  Talk overSince(Instant at) {
    Application next = application.advanced(ApplicationState.REJECTED, null);
    ApplicationEvent event =
        ApplicationEvent.of(next, Step.REJECT, at, Actor.STAFF, "s-1", "鈴木 一郎", "理由です。", List.of());
    assertEquals(
        Outcome.success(next),
        new DynamoApplicationStore(cloud)
            .advance(Advance.of(next, event, SampleApplications.token())));
    return new Talk(cloud, next, resident);
  }
}
