package jp.ishikari.link.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.blueprint.EventField;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.domain.payment.Orders;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/**
 * Payments on DynamoDB. Opening one is three items at most of whatever transaction gives the
 * reason: the payment, its event, and the hold.
 */
public final class DynamoOrders implements Orders {
  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> payments;

  public DynamoOrders(Cloud cloud) {
    this.cloud = cloud;
    this.payments = Rows.of(cloud, Table.PAYMENTS);
  }

  @Override
  public Part<NotSaved> opening(Order first) {
    return Items.part(
        items -> {
          items.putNew(
              payments, OrderRow.write(first), "applicationId", there -> new NotSaved.Overtaken());
          items.add(event(cloud, first));
          if (first.hold() != null) {
            items.add(
                new DynamoHoldStore(cloud)
                    .starting(hold(first, first.history().getLast().at()))
                    .as(begun -> new NotSaved.Overtaken()));
          }
        });
  }

  @Override
  public Part<NotSaved> linking(String linkId, String applicationId, Instant until) {
    EnhancedDocument row =
        Rows.row()
            .putString("linkId", linkId)
            .putString("applicationId", applicationId)
            .putNumber(Table.EXPIRY_ATTRIBUTE, until.getEpochSecond())
            .build();
    return Items.part(
        items ->
            items.putNew(
                Rows.of(cloud, Table.PAYMENT_LINKS),
                row,
                "linkId",
                taken -> new NotSaved.Overtaken()));
  }

  @Override
  public Optional<Order> find(String applicationId) {
    return Optional.ofNullable(
            payments.getItem(r -> r.key(Rows.key(applicationId)).consistentRead(true)))
        .map(OrderRow::read);
  }

  /** What the newest thing that happened to a payment is announced as. */
  public static Part<NotSaved> event(Cloud cloud, Order after) {
    Order.Done done = after.history().getLast();
    return new EventPart(cloud)
        .of(
            new CityEvent(
                Subject.PAYMENT.of(after.applicationId()),
                after.version(),
                done.step().event(),
                done.at(),
                after.applicationId(),
                Map.of(EventField.STATE, done.state().name())));
  }

  /** The hold by which a case waits for its payment. */
  public static Hold hold(Order order, Instant since) {
    return Hold.since(order.applicationId(), Hold.Kind.PAYMENT, order.hold(), since);
  }
}
