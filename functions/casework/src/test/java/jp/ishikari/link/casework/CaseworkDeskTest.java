package jp.ishikari.link.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoAssignments;
import jp.ishikari.link.aws.DynamoConversations;
import jp.ishikari.link.aws.DynamoHoldStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.KmsBlindIndex;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Grant;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.casework.store.DeskRow;
import jp.ishikari.link.casework.store.DeskStore;
import jp.ishikari.link.casework.store.DynamoDeskStore;
import jp.ishikari.link.casework.store.EveryCase;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.Holds;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.assignment.Assignment;
import jp.ishikari.link.domain.conversation.Conversation;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.CloudEvents;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The clerks' list as it follows what happens: by events, in any order, and by a rebuild. */
@ExtendWith(Engines.class)
class CaseworkDeskTest {
  private static TestCloud cloud;
  private static DeskDelivery desk;
  private static DynamoApplicationStore applications;
  private static DynamoHoldStore holds;
  private static DynamoProcedureStore procedures;

  private final String division = "d-" + UUID.randomUUID();

  @BeforeAll
  static void wire(TestCloud engines) {
    cloud = engines;
    desk = DeskDelivery.events(engines);
    applications = new DynamoApplicationStore(engines);
    holds = new DynamoHoldStore(engines);
    procedures = new DynamoProcedureStore(engines);
    procedures.publish(SampleProcedure.signedIn().named("sample-certificate").procedure());
  }

  private Application submitted() {
    Application application = SampleApplications.submitted("account", division);
    assertEquals(
        Outcome.success(application),
        applications.submit(
            Submission.of(
                application,
                SampleApplications.event(application, Step.SUBMIT),
                SampleApplications.token(),
                Set.of())));
    return application;
  }

  private static Application step(Application before, Step step, ApplicationState to) {
    Application next = before.advanced(to, null);
    Advance<Object> advance =
        Advance.of(next, SampleApplications.event(next, step), SampleApplications.token())
            .as(reason -> reason);
    String cause = Integer.toString(next.version());
    if (to == ApplicationState.RETURNED) {
      advance =
          advance.with(
              holds
                  .starting(
                      Hold.since(
                          next.applicationId(),
                          Hold.Kind.CORRECTION,
                          cause,
                          next.arrivedAt().plusSeconds(60)))
                  .as(begun -> begun));
    }
    if (before.state() == ApplicationState.RETURNED) {
      Hold open = holds.of(next.applicationId()).open().getFirst();
      advance = advance.with(holds.ending(open, open.startedAt().plusSeconds(3600)).as(not -> not));
    }
    assertEquals(Outcome.success(next), applications.advance(advance));
    return next;
  }

  /** Sent in, accepted, returned, corrected. */
  private static void whole(Application submitted) {
    Application accepted = step(submitted, Step.ACCEPT, ApplicationState.ACCEPTED);
    Application returned = step(accepted, Step.RETURN, ApplicationState.RETURNED);
    step(returned, Step.CORRECT, ApplicationState.SUBMITTED);
  }

  private static String said(EventType type, Application application) {
    return CloudEvents.write(
        new CityEvent(
            Subject.APPLICATION.of(application.applicationId()),
            application.version(),
            type,
            application.arrivedAt(),
            application.applicationId(),
            SampleApplications.event(application, Step.SUBMIT).event().data()));
  }

  /** Rows of the division, by application. */
  private Map<String, Map<String, AttributeValue>> rows() {
    Map<String, Map<String, AttributeValue>> rows = new HashMap<>();
    cloud
        .dynamoDb()
        .queryPaginator(
            r ->
                r.tableName(Names.physical(Table.DESK))
                    .keyConditionExpression("divisionId = :d")
                    .expressionAttributeValues(Map.of(":d", AttributeValue.fromS(division))))
        .items()
        .forEach(row -> rows.put(row.get("applicationId").s(), row));
    return rows;
  }

  private Caller.Staff clerk() {
    return new Caller.Staff("s", "山田　次郎", Set.of(Role.REVIEWER), Set.of(division), true, "session");
  }

  private GatewayCall list(ApplicationState state) {
    return GatewayCall.of(Route.LIST_CASES).as(clerk()).query("state", state.name());
  }

  private GatewayAnswer listed(ApplicationState state) {
    return list(state).sentTo(new CaseworkWiring().wire(Entry.CASEWORK_STAFF, cloud));
  }

  @ParameterizedTest
  @EnumSource
  void everyEventOfAnApplicationBringsItsLineUpToDate(EventType type) {
    if (type.subject() != Subject.APPLICATION) {
      return;
    }
    assertTrue(Queue.DESK.types().contains(type), type + " changes the version of a case");
    Application application = submitted();
    assertEquals(List.of(), desk.handled(List.of(said(type, application))));
    assertEquals(
        application.receiptNumber(),
        listed(ApplicationState.SUBMITTED).json().at("/cases/0/receiptNumber").stringValue());
  }

  @Test
  void whatIsOpenIsListedWithoutNamingAStateAndWhatIsOverIsNot() {
    List<Application> cases = Stream.generate(this::submitted).limit(4).toList();
    step(cases.get(0), Step.ACCEPT, ApplicationState.ACCEPTED);
    step(cases.get(1), Step.RETURN, ApplicationState.RETURNED);
    step(cases.get(2), Step.REJECT, ApplicationState.REJECTED);
    desk.of(cases.stream().map(Application::applicationId).toList());
    GatewayAnswer answer =
        GatewayCall.of(Route.LIST_CASES)
            .as(clerk())
            .withoutQuery()
            .sentTo(new CaseworkWiring().wire(Entry.CASEWORK_STAFF, cloud));
    assertEquals(
        List.of("SUBMITTED", "ACCEPTED", "RETURNED"),
        answer.json().path("cases").valueStream().map(c -> c.path("state").stringValue()).toList());
    assertTrue(answer.json().path("cursor").isMissingNode(), answer.body());
  }

  @Test
  void whatIsOverAndWasWrittenAboutSinceIsListedWithOneReadPerDivision() {
    List<Application> cases = Stream.generate(this::submitted).limit(2).toList();
    Application over = step(cases.get(0), Step.REJECT, ApplicationState.REJECTED);
    DeskStore store = new DynamoDeskStore(cloud);
    store.keep(List.of(written(over), written(cases.get(1))));
    List<String> calls = Collections.synchronizedList(new ArrayList<>());
    EntryFunction watched =
        new CaseworkWiring()
            .wire(
                Entry.CASEWORK_STAFF,
                cloud.watched(
                    (context, attributes) ->
                        calls.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))));
    GatewayCall asked =
        GatewayCall.of(Route.LIST_CASES).as(clerk()).withoutQuery().query("unread", "over");
    GatewayAnswer answer = asked.sentTo(watched);
    assertEquals(
        List.of(over.applicationId()),
        answer
            .json()
            .path("cases")
            .valueStream()
            .map(c -> c.path("applicationId").stringValue())
            .toList());
    calls.clear();
    asked.sentTo(watched);
    assertEquals(List.of("Query"), calls);
  }

  private static DeskRow written(Application application) {
    String id = application.applicationId();
    return DeskRow.of(
        application, Holds.NONE, new Conversation(id, 1, 1, 1, 0, 0, 0, null), Assignment.none(id));
  }

  @Test
  void eventsInAnyOrderAndHoweverOftenLeaveTheSameRows() {
    List<Application> cases = Stream.generate(this::submitted).limit(5).toList();
    cases.forEach(CaseworkDeskTest::whole);
    desk.of(cases.stream().map(Application::applicationId).toList());
    Map<String, Map<String, AttributeValue>> inOrder = rows();
    assertEquals(5, inOrder.size());
    List<String> all = new ArrayList<>();
    cases.forEach(one -> all.addAll(desk.bodies(one.applicationId())));
    all.addAll(all);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 5; round++) {
      drop();
      Collections.shuffle(all, random);
      for (int from = 0; from < all.size(); from += 10) {
        assertEquals(List.of(), desk.handled(all.subList(from, Math.min(from + 10, all.size()))));
      }
      assertEquals(inOrder, rows(), () -> "seed " + seed);
    }
  }

  @Test
  void aConsumerThatReadBeforeAStepAndWritesAfterItChangesNothing() {
    Application before = submitted();
    DeskStore real = new DynamoDeskStore(cloud);
    DeskLines late =
        new DeskLines(
            applications,
            holds,
            new DynamoConversations(cloud),
            new DynamoAssignments(cloud),
            new DeskStore() {
              @Override
              public void keep(Collection<DeskRow> rows) {
                step(before, Step.ACCEPT, ApplicationState.ACCEPTED);
                desk.of(List.of(before.applicationId()));
                real.keep(rows);
              }

              @Override
              public Page page(String divisionId, ApplicationState state, String cursor, int most) {
                return real.page(divisionId, state, cursor, most);
              }

              @Override
              public List<DeskRow> overAndUnread(String divisionId, int most) {
                return real.overAndUnread(divisionId, most);
              }
            });
    late.renew(Set.of(before.applicationId()));
    assertEquals("2", rows().get(before.applicationId()).get("version").n());
  }

  @Test
  void aLineShowsTheSameAsTheCaseItself() {
    Application application = submitted();
    step(application, Step.RETURN, ApplicationState.RETURNED);
    desk.of(List.of(application.applicationId()));
    var line = listed(ApplicationState.RETURNED).json().at("/cases/0");
    var read =
        GatewayCall.of(Route.SEARCH_CASES)
            .as(
                new Caller.Staff(
                    "s", "山田　次郎", Set.of(Role.REVIEWER), Set.of(division), true, "session"))
            .body("{\"receiptNumber\":\"" + application.receiptNumber() + "\"}")
            .sentTo(new CaseworkWiring().wire(Entry.CASEWORK_STAFF, cloud))
            .json()
            .at("/cases/0");
    assertEquals(read, line);
    assertEquals("CORRECTION", line.at("/holds/0/kind").stringValue());
  }

  @Test
  void whatCannotBeReadComesAgainAloneAndTheOthersHaveTheirLine() {
    Application application = submitted();
    Application unknown = SampleApplications.submitted("account", division);
    assertEquals(
        List.of("m0", "m2"),
        desk.handled(
            List.of(
                "not json",
                said(EventType.APPLICATION_SUBMITTED, application),
                said(EventType.APPLICATION_SUBMITTED, unknown))));
    assertEquals(Set.of(application.applicationId()), rows().keySet());
  }

  @Test
  void aPageOfTheListIsOneReadHoweverManyHoldsItsCasesHave() {
    List<Application> cases = Stream.generate(this::submitted).limit(12).toList();
    cases.forEach(CaseworkDeskTest::whole);
    desk.of(cases.stream().map(Application::applicationId).toList());
    List<String> calls = Collections.synchronizedList(new ArrayList<>());
    EntryFunction watched =
        new CaseworkWiring()
            .wire(
                Entry.CASEWORK_STAFF,
                cloud.watched(
                    (context, attributes) ->
                        calls.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))));
    // The calendar is remembered from here on.
    assertEquals(12, list(ApplicationState.SUBMITTED).sentTo(watched).json().get("cases").size());
    calls.clear();
    list(ApplicationState.SUBMITTED).sentTo(watched);
    assertEquals(List.of("Query"), calls);
  }

  @Test
  void tenEventsCostOneReadOfTheirCasesOneOfTheHoldsOfEachAndOneWrite() {
    List<String> calls = Collections.synchronizedList(new ArrayList<>());
    DeskDelivery watched =
        DeskDelivery.events(
            cloud.watched(
                (context, attributes) ->
                    calls.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))));
    List<String> bodies =
        Stream.generate(this::submitted)
            .limit(10)
            .map(application -> said(EventType.APPLICATION_SUBMITTED, application))
            .toList();
    calls.clear();
    assertEquals(List.of(), watched.handled(bodies));
    assertEquals(
        Map.of("BatchGetItem", 3L, "Query", 10L, "TransactWriteItems", 1L),
        calls.stream().collect(Collectors.groupingBy(call -> call, Collectors.counting())));
  }

  private void drop() {
    rows()
        .keySet()
        .forEach(
            id ->
                cloud
                    .dynamoDb()
                    .deleteItem(
                        r ->
                            r.tableName(Names.physical(Table.DESK))
                                .key(
                                    Map.of(
                                        "divisionId", AttributeValue.fromS(division),
                                        "applicationId", AttributeValue.fromS(id)))));
  }

  /** What an operator does: rows are dropped, one empty job is sent. */
  @Test
  void aDroppedListIsTheSameAgainAfterItsRebuildAndNobodyIsToldOfIt() {
    List<Application> cases = Stream.generate(this::submitted).limit(30).toList();
    cases.stream().limit(8).forEach(CaseworkDeskTest::whole);
    desk.of(cases.stream().map(Application::applicationId).toList());
    Map<String, Map<String, AttributeValue>> before = rows();
    assertEquals(30, before.size());
    drop();
    assertEquals(Map.of(), rows());
    assertTrue(rebuilt() > 1, "in several jobs");
    assertEquals(before, rows());
    // And once more over what is there, as after an operator's second press.
    rebuilt();
    assertEquals(before, rows());
  }

  /** As after the index's key has changed: nobody is found until the same job has run. */
  @Test
  void peopleAreFoundAgainAfterTheRebuild() {
    Application application = submitted();
    EntryFunction console = new CaseworkWiring().wire(Entry.CASEWORK_STAFF, cloud);
    GatewayCall search =
        GatewayCall.of(Route.SEARCH_CASES)
            .as(
                new Caller.Staff(
                    "s", "山田　次郎", Set.of(Role.REVIEWER), Set.of(division), true, "session"))
            .body("{\"kana\":\"ヨシダ ハナコ\",\"phone\":\"0133723111\",\"birthDate\":\"1989-01-07\"}");
    assertEquals(0, search.sentTo(console).json().get("cases").size());
    rebuilt();
    assertEquals(
        application.applicationId(),
        search.sentTo(console).json().at("/cases/0/applicationId").stringValue());
  }

  /** Runs the first job and whatever it puts off; answers how many there were. */
  private static int rebuilt() {
    DeskDelivery rebuild = DeskDelivery.of(cloud, Entry.CASEWORK_DESK_REBUILD);
    int jobs = 0;
    try (SqsClient queues = cloud.queues()) {
      String url =
          queues.createQueue(r -> r.queueName(Names.physical(Queue.DESK_REBUILD))).queueUrl();
      queues.sendMessage(r -> r.queueUrl(url).messageBody("{}"));
      for (List<Message> batch = next(queues, url); !batch.isEmpty(); batch = next(queues, url)) {
        for (Message job : batch) {
          assertEquals(List.of(), rebuild.handled(List.of(job.body())));
          queues.deleteMessage(r -> r.queueUrl(url).receiptHandle(job.receiptHandle()));
          jobs++;
        }
      }
    }
    return jobs;
  }

  private static List<Message> next(SqsClient queues, String url) {
    return queues.receiveMessage(r -> r.queueUrl(url)).messages();
  }

  @Test
  void aJobThatIsNoneAndACaseThatCannotBeReadComeAgain() {
    DeskDelivery rebuild = DeskDelivery.of(cloud, Entry.CASEWORK_DESK_REBUILD);
    assertEquals(
        List.of("m0", "m1", "m2"), rebuild.handled(List.of("not json", "[]", "{\"after\":7}")));
    List<String> jobs = new ArrayList<>();
    RebuildDesk lost =
        new RebuildDesk(
            after -> new EveryCase.Some(List.of(UUID.randomUUID().toString()), "9"),
            new DeskLines(
                applications,
                holds,
                new DynamoConversations(cloud),
                new DynamoAssignments(cloud),
                new DynamoDeskStore(cloud)),
            new SearchTerms(applications, procedures, new KmsBlindIndex(cloud)),
            jobs::add);
    assertThrows(IllegalStateException.class, () -> lost.accept(Json.MAPPER.createObjectNode()));
    assertEquals(List.of(), jobs, "nothing goes on over a case that is left out");
  }

  @Test
  void noEntryOfAnApiAndNoStepWritesTheList() {
    Set<Entry> writers =
        Arrays.stream(Entry.values())
            .filter(
                entry ->
                    entry.grants().stream()
                        .anyMatch(
                            grant ->
                                grant.resource() == Table.DESK
                                    && grant.uses().stream()
                                        .anyMatch(use -> use != Grant.Use.READ)))
            .collect(Collectors.toSet());
    assertEquals(Set.of(Entry.CASEWORK_DESK, Entry.CASEWORK_DESK_REBUILD), writers);
    Application application = submitted();
    step(application, Step.ACCEPT, ApplicationState.ACCEPTED);
    assertEquals(Map.of(), rows());
    assertFalse(
        cloud
            .dynamoDb()
            .getItem(
                r ->
                    r.tableName(Names.physical(Table.APPLICATIONS))
                        .key(
                            Map.of(
                                "applicationId",
                                AttributeValue.fromS(application.applicationId()))))
            .item()
            .containsKey("desk"));
  }
}
