package jp.ishikari.link.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.OrderGraph;
import jp.ishikari.link.domain.payment.OrderState;
import jp.ishikari.link.domain.payment.Refund;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.payments.store.LedgerLine;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import tools.jackson.databind.JsonNode;

/**
 * What somebody with a pencil would have written down of one payment: the cash that clerks were
 * told is recorded, what they gave back by hand, and, in the gateway's own ledger, what it took and
 * gave back. Whatever the city's payment says is compared with it.
 */
final class Books {
  final AtomicLong cash = new AtomicLong();
  final AtomicLong byHand = new AtomicLong();
  private final Till till;

  Books(Till till) {
    this.till = till;
  }

  /** What holds at every moment, whoever is in the middle of something. */
  void holdNow() {
    Order order = till.order();
    long decidedOtherwise =
        order.refunds().stream()
            .filter(
                one -> one.state() == Refund.State.DECLINED || one.state() == Refund.State.FAILED)
            .mapToLong(Refund::amount)
            .sum();
    long owed =
        order.ended() == Order.Ended.CANCELLED || order.amount() == null ? 0 : order.amount();
    assertTrue(
        order.kept() - decidedOtherwise <= owed, "too much is kept, and nobody is asked about it");
    assertTrue(order.givenBack() <= order.received(), "more was given back than came");
    OrderState from = null;
    for (Order.Done done : order.history()) {
      assertTrue(
          OrderGraph.allows(from, done.step(), done.state()),
          from + " became " + done.state() + " by " + done.step());
      from = done.state();
    }
    assertEquals(order.state(), from);
    assertEquals(order.version(), order.history().size(), "a change without its event");
  }

  /** What holds when everybody has gone home, and the clock has struck a few times. */
  void balance() {
    holdNow();
    Order order = till.order();
    assertEquals(order.version(), events(), "an event for each change");
    assertEquals(order.waits(), till.waits(), "the case waits while somebody is to pay");
    Set<String> misfits = references(order, true);
    Set<String> ours = references(order, false);
    long taken = 0;
    long refunded = 0;
    for (JsonNode line : till.gateway("ledger.json").get("sessions")) {
      String reference = line.get("reference").stringValue();
      if (ours.contains(reference)) {
        taken += line.get("taken").longValue();
        refunded += line.get("refunded").longValue();
      }
      if (misfits.contains(reference)) {
        assertTrue(line.get("taken").longValue() > 0, "a misfit of nothing");
      }
    }
    assertEquals(taken + cash.get(), order.received(), "yen that came");
    assertEquals(refunded + byHand.get(), order.givenBack(), "yen that were given back");
    assertEquals(order.received() - order.givenBack(), booked(order), "yen in the ledger");
    assertTrue(order.checkouts().stream().noneMatch(Checkout::open), "a page stands open for ever");
    assertTrue(order.toBeRefunded().isEmpty(), "a refund is never carried out");
    // What is paid is looked at once a week, in case a card's company takes it back.
    boolean watched =
        order.checkouts().stream().anyMatch(one -> one.state() == Checkout.State.PAID);
    assertTrue(order.lookAt() == null || watched, "looked at for ever");
  }

  private static Set<String> references(Order order, boolean misfit) {
    return order.checkouts().stream()
        .filter(one -> (one.state() == Checkout.State.MISFIT) == misfit)
        .map(Checkout::reference)
        .collect(Collectors.toSet());
  }

  /** What the ledger says of it: each line under the day and moment of its change. */
  private long booked(Order order) {
    return order.history().stream()
        .map(Order.Done::at)
        .distinct()
        .flatMap(
            at ->
                Rows.of(till.cloud, Table.LEDGER)
                    .query(
                        QueryConditional.sortBeginsWith(
                            Rows.key(
                                Reception.today(at).toString(), at + "/" + order.applicationId())))
                    .items()
                    .stream())
        .mapToLong(
            row -> Json.MAPPER.readValue(row.getString("content"), LedgerLine.class).amount())
        .sum();
  }

  private long events() {
    return StreamSupport.stream(
            Rows.of(till.cloud, Table.EVENTS)
                .query(
                    QueryConditional.keyEqualTo(
                        Rows.key(Subject.PAYMENT.of(till.application.applicationId()))))
                .items()
                .spliterator(),
            false)
        .count();
  }
}
