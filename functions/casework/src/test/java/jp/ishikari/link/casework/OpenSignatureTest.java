package jp.ishikari.link.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.signing.Signature.Revocation;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.SampleSignature;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 署名未確認: nothing is accepted before a named clerk has found out and said how. */
@ExtendWith(Engines.class)
class OpenSignatureTest {
  private static TestCloud cloud;
  private static EntryFunction entry;

  private final String division = "d-" + UUID.randomUUID();
  private final Caller.Staff clerk = staff(Role.REVIEWER);

  @BeforeAll
  static void publish(TestCloud engines) {
    cloud = engines;
    entry = new CaseworkWiring().wire(Entry.CASEWORK_STAFF, cloud);
    new DynamoProcedureStore(cloud)
        .publish(SampleProcedure.signedIn().named("sample-certificate").procedure());
  }

  private Caller.Staff staff(Role role) {
    return new Caller.Staff(
        "staff-" + UUID.randomUUID(), "山田　次郎", Set.of(role), Set.of(division), true, "session");
  }

  private Application signed(Revocation revocation) {
    Application application =
        SampleApplications.submitted("account", division).signed(SampleSignature.of(revocation));
    new DynamoApplicationStore(cloud)
        .submit(
            Submission.of(
                application,
                SampleApplications.event(application, Step.SUBMIT),
                SampleApplications.token(),
                Set.of()));
    return application;
  }

  private GatewayCall on(Route route, Application application, int version) {
    return GatewayCall.of(route)
        .as(clerk)
        .on(application.applicationId())
        .change(body -> body.put("version", version));
  }

  private GatewayAnswer read(Application application) {
    return GatewayCall.of(Route.READ_CASE).as(clerk).on(application.applicationId()).sentTo(entry);
  }

  private List<String> actions(Application application) {
    List<String> actions = new ArrayList<>();
    read(application).json().get("actions").forEach(action -> actions.add(action.stringValue()));
    return actions;
  }

  @Test
  void keepsTheCaseFromBeingAcceptedUntilItIsResolved() {
    Application application = signed(Revocation.UNKNOWN);
    assertEquals(List.of("RESOLVE_SIGNATURE", "RETURN", "REJECT"), actions(application));
    assertEquals(
        "signature-unresolved", on(Route.ACCEPT_CASE, application, 1).sentTo(entry).code());
    GatewayAnswer resolved = on(Route.RESOLVE_SIGNATURE, application, 1).sentTo(entry);
    assertEquals(200, resolved.status(), resolved.body());
    assertEquals("SUBMITTED", resolved.text("state"));
    assertEquals(List.of("ACCEPT", "RETURN", "REJECT"), actions(application));
    assertEquals("山田　次郎", read(application).json().at("/signature/resolution/by").stringValue());
    assertEquals("ACCEPTED", on(Route.ACCEPT_CASE, application, 2).sentTo(entry).text("state"));
  }

  @Test
  void isNeverShownAsValid() {
    Application application = signed(Revocation.NOT_CHECKED);
    GatewayAnswer read = read(application);
    assertTrue(read.json().get("signatureOpen").booleanValue());
    assertEquals("NOT_CHECKED", read.json().at("/signature/revocation").stringValue());
    assertEquals("SUBSTITUTED", read.json().at("/signature/matches/NAME").stringValue());
  }

  @Test
  void thereIsNothingToResolveAboutAGoodOne() {
    Application application = signed(Revocation.GOOD);
    assertFalse(read(application).json().get("signatureOpen").booleanValue());
    assertEquals("rule-violated", on(Route.RESOLVE_SIGNATURE, application, 1).sentTo(entry).code());
    assertEquals("ACCEPTED", on(Route.ACCEPT_CASE, application, 1).sentTo(entry).text("state"));
  }

  @Test
  void isResolvedWithAReasonByAReviewerOnceAndNotOverSomebodyElsesStep() {
    Application application = signed(Revocation.UNKNOWN);
    assertEquals(
        "answers-invalid",
        on(Route.RESOLVE_SIGNATURE, application, 1)
            .change(body -> body.put("reason", " "))
            .sentTo(entry)
            .code());
    assertEquals(
        403,
        on(Route.RESOLVE_SIGNATURE, application, 1).as(staff(Role.VIEWER)).sentTo(entry).status());
    assertEquals(200, on(Route.RESOLVE_SIGNATURE, application, 1).sentTo(entry).status());
    GatewayAnswer late = on(Route.RESOLVE_SIGNATURE, application, 1).sentTo(entry);
    assertEquals(409, late.status());
    assertTrue(late.text("detail").contains("署名の確認"), late.body());
  }
}
