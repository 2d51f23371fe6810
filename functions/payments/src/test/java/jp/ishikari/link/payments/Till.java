package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoHoldStore;
import jp.ishikari.link.aws.DynamoOrders;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.SubmissionStore.NotSubmitted;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderMoves;
import jp.ishikari.link.domain.payment.Orders;
import jp.ishikari.link.domain.payment.PaymentTerms;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.CloudEvents;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.payments.gateway.Contracted;
import jp.ishikari.link.payments.gateway.GatewayPage;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleEvents;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One application with something to pay, everybody around it, and the simulated gateway. */
final class Till implements InstantSource {
  /** For which less is asked. */
  static final String REASON = "生活保護を受けている";

  final TestCloud cloud;
  final Application application;
  final SampleProcedure procedure;
  final String code;
  private final Caller.Resident resident;
  private final EntryFunction residentEntry;
  private final EntryFunction staffEntry;
  private final EntryFunction poll;
  private final EntryFunction cases;
  private final GatewayPage pages;
  private Duration passed = Duration.ZERO;

  /**
   * @param cloud of a city hall that has a contract with a gateway
   * @param functions what the functions have of the engines, while the test sees them as they are
   */
  Till(TestCloud cloud, UnaryOperator<TestCloud> functions, PaymentTerms terms, Integer amount) {
    this(cloud, functions, SampleProcedure.guest(), terms, amount);
  }

  private Till(
      TestCloud cloud,
      UnaryOperator<TestCloud> functions,
      SampleProcedure procedure,
      PaymentTerms terms,
      Integer amount) {
    this.cloud = cloud;
    this.pages = GatewayPage.of(cloud);
    this.procedure = procedure;
    TestCloud theirs = functions.apply(cloud);
    new DynamoProcedureStore(cloud).publish(procedure.procedure());
    Application sample =
        SampleApplications.submitted("account-" + UUID.randomUUID(), procedure.divisionId());
    this.application =
        new Application(
            sample.applicationId(),
            1,
            sample.arrival(),
            new Application.Matter(
                procedure.id(),
                sample.procedureName(),
                procedure.divisionId(),
                sample.matter().answered()),
            sample.standing(),
            sample.clock());
    this.resident = new Caller.Resident(application.accountId(), "session", true);
    this.code = SpokenCode.draw(new SecureRandom());
    LocalDate payBy =
        amount == null || !terms.online() ? null : LocalDate.now().plusDays(terms.dueDays());
    Order order =
        OrderMoves.opened(
            application.applicationId(),
            application.divisionId(),
            terms,
            2026,
            amount,
            payBy,
            application.arrivedAt());
    DynamoOrders orders = new DynamoOrders(cloud);
    Outcome<NotSubmitted, Application> done =
        new DynamoApplicationStore(cloud)
            .submit(
                Submission.of(
                        application,
                        SampleApplications.event(application, Step.SUBMIT),
                        SampleApplications.token(),
                        Set.of())
                    .with(
                        orders
                            .opening(order)
                            .as(why -> (NotSubmitted) new NotSubmitted.Unsaved(why)))
                    .with(
                        orders
                            .linking(
                                Orders.linkId(code).orElseThrow(),
                                application.applicationId(),
                                instant().plusSeconds(3600))
                            .as(why -> (NotSubmitted) new NotSubmitted.Unsaved(why))));
    assertEquals(Outcome.success(application), done);
    PaymentsWiring wiring = new PaymentsWiring(this);
    this.residentEntry = wiring.wire(Entry.PAYMENTS_RESIDENT, theirs);
    this.staffEntry = wiring.wire(Entry.PAYMENTS_STAFF, theirs);
    this.poll = wiring.wire(Entry.PAYMENTS_POLL, theirs);
    this.cases = wiring.wire(Entry.PAYMENTS_CASES, theirs);
  }

  /** 600 yen, to be paid with the application within 7 days. */
  static Till withApplication(TestCloud cloud) {
    return at(Contracted.KOMOJU.set(cloud));
  }

  /** The same at the gateways that the cloud is set for. */
  static Till at(TestCloud cloud) {
    return of(cloud, new PaymentTerms(PaymentTerms.When.WITH_APPLICATION, "総務手数料", 7), 600);
  }

  /** Of which less may be asked for. */
  static Till reducible(TestCloud cloud, boolean takesTwo) {
    return of(
        Contracted.KOMOJU.set(cloud),
        new PaymentTerms(PaymentTerms.When.WITH_APPLICATION, "総務手数料", 7, List.of(REASON), takesTwo),
        600);
  }

  /** Another application for the same procedure, at the same division. */
  static Till of(TestCloud cloud, SampleProcedure procedure) {
    return new Till(
        Contracted.KOMOJU.set(cloud),
        UnaryOperator.identity(),
        procedure,
        new PaymentTerms(PaymentTerms.When.WITH_APPLICATION, "総務手数料", 7),
        600);
  }

  /** As much as a clerk will say. */
  static Till afterReview(TestCloud cloud) {
    return of(
        Contracted.KOMOJU.set(cloud),
        new PaymentTerms(PaymentTerms.When.AFTER_REVIEW, "教育使用料", 10),
        null);
  }

  private static Till of(TestCloud cloud, PaymentTerms terms, Integer amount) {
    return new Till(cloud, UnaryOperator.identity(), terms, amount);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(passed);
  }

  /** So much time has gone by, for our side. */
  void later(Duration time) {
    passed = passed.plus(time);
  }

  Order order() {
    return new DynamoOrders(cloud).find(application.applicationId()).orElseThrow();
  }

  /** What is paid is asked about for months: whoever plays hundreds of them lets go of each. */
  void forget() {
    Rows.of(cloud, Table.PAYMENTS).deleteItem(Rows.key(application.applicationId()));
  }

  boolean waits() {
    return new DynamoHoldStore(cloud)
        .of(application.applicationId()).open().stream()
            .anyMatch(hold -> hold.kind() == Hold.Kind.PAYMENT);
  }

  Caller.Staff clerk(String staffId) {
    return new Caller.Staff(
        staffId, "鈴木 一郎", Set.of(Role.REVIEWER), Set.of(application.divisionId()), true, "session");
  }

  GatewayAnswer byResident(Route route, Consumer<ObjectNode> change) {
    GatewayCall call = GatewayCall.of(route).as(resident).on(application.applicationId());
    return (route.method() == Route.Method.GET ? call : call.change(change)).sentTo(residentEntry);
  }

  GatewayAnswer byGuest(Route route, Consumer<ObjectNode> change) {
    return GatewayCall.of(route).as(new Caller.Guest()).change(change).sentTo(residentEntry);
  }

  GatewayAnswer byClerk(String staffId, Route route, Consumer<ObjectNode> change) {
    return byStaff(clerk(staffId), route, change);
  }

  GatewayAnswer byStaff(Caller.Staff staff, Route route, Consumer<ObjectNode> change) {
    return sent(call(staff, route, change));
  }

  /** What one of the staff would send, having looked a moment ago; sent again it is the same. */
  GatewayCall call(Caller.Staff staff, Route route, Consumer<ObjectNode> change) {
    GatewayCall call = GatewayCall.of(route).as(staff).on(application.applicationId());
    return route.method() == Route.Method.GET
        ? call
        : call.change(body -> body.put("version", order().version())).change(change);
  }

  GatewayAnswer sent(GatewayCall call) {
    return call.sentTo(staffEntry);
  }

  /** Begins to pay; the address of the gateway's page. */
  String page(String method) {
    GatewayAnswer answer = byResident(Route.BEGIN_CHECKOUT, body -> body.put("method", method));
    assertEquals(200, answer.status(), answer.body());
    return Json.MAPPER.readTree(answer.body()).get("url").stringValue();
  }

  /** Somebody before the gateway's page presses a button. */
  void press(String page, String button) {
    assertTrue(pressed(page, button), button);
  }

  /** The same, on a page that may be over. */
  boolean pressed(String page, String button) {
    return pages.press(page, button);
  }

  /** The gateway behaves otherwise from now on. */
  void mode(String mode) {
    pages.mode(mode);
  }

  /** What the gateway has not told yet it never will. */
  void dropNotices() {
    pages.dropNotices();
  }

  JsonNode gateway(String file) {
    return pages.read(file);
  }

  /** What the gateway has told of this payment's checkouts, as it would send it. */
  List<JsonNode> notices() {
    return order().checkouts().stream()
        .flatMap(one -> pages.notices(one.reference()).stream())
        .toList();
  }

  /** Hands over a notice of whichever gateway told it. */
  void hearAny(JsonNode told) {
    hear(Contracted.valueOf(told.get("dialect").stringValue()).notice(told));
  }

  /** Hands over what a gateway sends; what it is answered. */
  GatewayAnswer hear(GatewayCall notice) {
    return notice.sentTo(residentEntry);
  }

  /** Hands over a notice. */
  int hear(JsonNode notice) {
    return hear(notice.get("body").stringValue(), notice.get("signature").stringValue());
  }

  int hear(String body, String signature) {
    return GatewayCall.of(Route.HEAR_KOMOJU)
        .header("X-Komoju-Signature", signature)
        .body(body)
        .sentTo(residentEntry)
        .status();
  }

  /** The clock of the cloud strikes. */
  JsonNode poll() {
    return Json.MAPPER.readTree(poll.handle("{}".getBytes(StandardCharsets.UTF_8), null));
  }

  /** What was corrected costs so much; null: nothing. Nobody has heard of it yet. */
  void corrected(Integer fee) {
    DynamoApplicationStore store = new DynamoApplicationStore(cloud);
    Application before = store.find(application.applicationId()).orElseThrow();
    Application after =
        before
            .advanced(ApplicationState.SUBMITTED, null)
            .corrected(1, before.answers(), fee, before.applicantName(), null, null);
    // Whoever is second corrects nothing.
    store.advance(
        Advance.of(
            after, SampleApplications.event(after, Step.CORRECT), SampleApplications.token()));
  }

  /** It was sent in by a guest, or taken into an account since; null: into none. */
  void ownedBy(String accountIdOrNull) {
    DynamoApplicationStore store = new DynamoApplicationStore(cloud);
    Application after =
        store.find(application.applicationId()).orElseThrow().claimedBy(accountIdOrNull);
    Outcome<?, Application> done =
        store.advance(
            Advance.of(
                after, SampleApplications.event(after, Step.CLAIM), SampleApplications.token()));
    assertEquals(Outcome.success(after), done);
  }

  /** The payment hears of an event of the case. */
  void happened(Step step) {
    ObjectNode event = (ObjectNode) SampleEvents.json("payments/payments-cases.json");
    ObjectNode record = (ObjectNode) event.get("Records").get(0);
    record.put(
        "body",
        new String(
            Json.MAPPER.writeValueAsBytes(
                Json.MAPPER.readTree(
                    CloudEvents.write(
                        SampleApplications.event(application.advanced(state(step), null), step)
                            .event()))),
            StandardCharsets.UTF_8));
    cases.handle(event.toString().getBytes(StandardCharsets.UTF_8), null);
  }

  private static ApplicationState state(Step step) {
    return switch (step) {
      case WITHDRAW -> ApplicationState.WITHDRAWN;
      case CORRECT -> ApplicationState.SUBMITTED;
      default -> ApplicationState.REJECTED;
    };
  }
}
