package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.aws.DynamoHoldStore;
import jp.ishikari.link.aws.DynamoOrders;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderState;
import jp.ishikari.link.domain.payment.Orders;
import jp.ishikari.link.domain.payment.PaymentTerms;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayAnswer;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is asked for an application that costs something, from the moment it is sent in. */
@ExtendWith(Engines.class)
class FeeToPayTest {
  private final TestCloud cloud;
  private final String code = SpokenCode.draw(new SecureRandom());

  FeeToPayTest(TestCloud cloud) {
    this.cloud = cloud;
  }

  private String sent(PaymentTerms terms, Caller caller) {
    SampleProcedure procedure = SampleProcedure.guest().paid(terms);
    assertTrue(new DynamoProcedureStore(cloud).publish(procedure.procedure()));
    GatewayCall call =
        GatewayCall.of(Route.SUBMIT_APPLICATION, "guest")
            .as(caller)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .change(body -> body.put("procedureId", procedure.id()).put("claimCode", code))
            .answers(SampleProcedure.answers());
    var entry = new ApplicationsWiring().wire(Entry.APPLICATIONS_RESIDENT, cloud);
    GatewayAnswer answer = call.sentTo(entry);
    assertEquals(201, answer.status(), answer.body());
    assertEquals(answer.body(), call.sentTo(entry).body(), "sent twice, it is asked for once");
    return answer.text("applicationId");
  }

  private static PaymentTerms terms(PaymentTerms.When when) {
    return new PaymentTerms(when, "総務手数料", 7);
  }

  private Optional<Order> asked(String applicationId) {
    return new DynamoOrders(cloud).find(applicationId);
  }

  private boolean waits(String applicationId) {
    return !new DynamoHoldStore(cloud).of(applicationId).open().isEmpty();
  }

  private boolean opensBy(String typed) {
    return Rows.of(cloud, Table.PAYMENT_LINKS).getItem(Rows.key(Orders.linkId(typed).orElseThrow()))
        != null;
  }

  @Test
  void theServersAmountIsAskedForAndWaitedForUntilADay() {
    String id = sent(terms(PaymentTerms.When.WITH_APPLICATION), new Caller.Guest());
    Order order = asked(id).orElseThrow();
    assertEquals(600, order.amount());
    assertEquals(OrderState.AWAITING, order.state());
    assertEquals("総務手数料", order.terms().revenue());
    assertTrue(order.payBy() != null && order.lookAt() != null);
    assertTrue(waits(id));
    assertTrue(opensBy(code), "a guest pays with the code of the receipt");
  }

  @Test
  void whatAClerkFixesIsNotWaitedForYet() {
    String id = sent(terms(PaymentTerms.When.AFTER_REVIEW), new Caller.Guest());
    assertEquals(OrderState.UNPRICED, asked(id).orElseThrow().state());
    assertFalse(waits(id));
  }

  @Test
  void whatIsPaidAtTheCounterStopsNoClock() {
    String id = sent(terms(PaymentTerms.When.AT_COUNTER), new Caller.Guest());
    Order order = asked(id).orElseThrow();
    assertEquals(600, order.amount());
    assertNull(order.payBy());
    assertFalse(waits(id));
  }

  @Test
  void nothingIsAskedForWhereTheProcedureDoesNotSaySo() {
    assertEquals(Optional.empty(), asked(sent(null, new Caller.Guest())));
  }

  @Test
  void whoHasAnAccountNeedsNoCodeAndNobodyElsesOpensIt() {
    sent(
        terms(PaymentTerms.When.WITH_APPLICATION),
        new Caller.Resident("account-" + UUID.randomUUID(), "session", true));
    assertFalse(opensBy(code));
  }
}
