package jp.ishikari.link.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An application, its clerk and its applicant, and the documents between them. */
record OnPaper(TestCloud cloud, Application application, Caller.Resident resident) {

  static OnPaper begun(TestCloud cloud) {
    Procedure sample = SampleProcedure.signedIn().named("sample-certificate").procedure();
    new DynamoProcedureStore(cloud).publish(sample);
    return of(cloud, sample);
  }

  /** Of a procedure that is published. */
  static OnPaper of(TestCloud cloud, Procedure procedure) {
    String account = "account-" + UUID.randomUUID();
    Application application =
        SampleApplications.of(
            procedure.procedureId(), account, "d-" + UUID.randomUUID(), SampleProcedure.answers());
    new DynamoDivisionStore(cloud)
        .save(new Division(application.divisionId(), "市民課", "0133-72-3111", "1階", false));
    new DynamoApplicationStore(cloud)
        .submit(
            Submission.of(
                application,
                SampleApplications.event(application, Step.SUBMIT),
                SampleApplications.token(),
                Set.of()));
    return new OnPaper(cloud, application, new Caller.Resident(account, "session", true));
  }

  static Caller.Staff clerk(String division) {
    return new Caller.Staff("s-1", "鈴木 一郎", Set.of(Role.REVIEWER), Set.of(division), true, "s");
  }

  GatewayAnswer asked(Caller caller, Route route, String key, Consumer<ObjectNode> change) {
    GatewayCall call = GatewayCall.of(route).as(caller);
    if (route.path().contains("{applicationId}")) {
      call = call.on(application.applicationId());
    }
    if (route.method() == Route.Method.POST) {
      call = call.header("Idempotency-Key", key).change(change);
    }
    Entry entry = route.api() == Api.STAFF ? Entry.DOCUMENTS_STAFF : Entry.DOCUMENTS_RESIDENT;
    return call.sentTo(new DocumentsWiring().wire(entry, cloud));
  }

  GatewayAnswer asked(Caller caller, Route route, Consumer<ObjectNode> change) {
    return asked(caller, route, UUID.randomUUID().toString(), change);
  }

  GatewayAnswer byClerk(Route route, Consumer<ObjectNode> change) {
    return asked(clerk(application.divisionId()), route, change);
  }

  GatewayAnswer byResident(Route route, Consumer<ObjectNode> change) {
    return asked(resident, route, change);
  }

  /** A body of the sample that is good today. */
  static Consumer<ObjectNode> today(Consumer<ObjectNode> change) {
    LocalDate today = LocalDate.now(Reception.JST);
    return body -> {
      body.put("dated", today.toString()).put("openUntil", today.plusDays(90).toString());
      change.accept(body);
    };
  }

  /** The id of the document. */
  String made(Consumer<ObjectNode> change) {
    GatewayAnswer answer = byClerk(Route.MAKE_DOCUMENT, today(change));
    assertEquals(201, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body()).get("documentId").stringValue();
  }

  String issued(Consumer<ObjectNode> change) {
    String documentId = made(change);
    GatewayAnswer answer = byClerk(Route.ISSUE_DOCUMENT, named(documentId));
    assertEquals(200, answer.status(), answer.body());
    return documentId;
  }

  static Consumer<ObjectNode> named(String documentId) {
    return body -> body.put("documentId", documentId);
  }

  JsonNode shownToClerk() {
    return read(byClerk(Route.LIST_CASE_DOCUMENTS, body -> {}));
  }

  JsonNode shownToResident() {
    return read(byResident(Route.LIST_DOCUMENTS, body -> {}));
  }

  /** Opened by its applicant: the file. */
  byte[] openedByResident(String documentId) {
    return fetched(byResident(Route.OPEN_DOCUMENT, named(documentId)));
  }

  byte[] openedByClerk(String documentId) {
    return fetched(byClerk(Route.OPEN_CASE_DOCUMENT, named(documentId)));
  }

  private static byte[] fetched(GatewayAnswer answer) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> file =
          http.send(
              HttpRequest.newBuilder(URI.create(read(answer).get("url").stringValue())).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(200, file.statusCode());
      return file.body();
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  GatewayAnswer verified(String code) {
    return asked(new Caller.Guest(), Route.VERIFY_DOCUMENT, body -> body.put("code", code));
  }

  /** Types of what happened to the documents of the case, in order. */
  List<String> events() {
    return cloud
        .dynamoDb()
        .query(
            r ->
                r.tableName(Names.physical(Table.EVENTS))
                    .keyConditionExpression("subject = :subject")
                    .expressionAttributeValues(
                        Map.of(
                            ":subject",
                            AttributeValue.fromS(Subject.DOCUMENT.of(application.applicationId()))))
                    .consistentRead(true))
        .items()
        .stream()
        .map(row -> row.get("type").s())
        .toList();
  }

  static JsonNode read(GatewayAnswer answer) {
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }
}
