package jp.ishikari.link.payments.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;
import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.sortLessThanOrEqualTo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoHoldStore;
import jp.ishikari.link.aws.DynamoOrders;
import jp.ishikari.link.aws.FacetRows;
import jp.ishikari.link.aws.OrderRow;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.SortableTime;
import jp.ishikari.link.aws.Tokens;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.payment.Checkout;
import jp.ishikari.link.domain.payment.Order;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Payments on DynamoDB. A change is one transaction of 2 items (payment, event), one more for a
 * token, a hold that begins or ends, a checkout that is new, each line of the ledger, and the cash
 * of the day.
 */
public final class DynamoOrderStore implements OrderStore {
  /**
   * How often what only met others in the cash of a day is tried again: in each round one of them
   * gets through, and more do not take cash in one division within a second.
   */
  private static final int ATTEMPTS = 20;

  /** Longest pause between two attempts: those who met would meet again. */
  private static final long PAUSE_MILLIS = 40;

  /** Of one division at once: what is done makes room for the next. */
  private static final int MOST_NEEDING = 100;

  private final Cloud cloud;
  private final DynamoOrders orders;
  private final DynamoHoldStore holds;
  private final Books books;
  private final DynamoDbTable<EnhancedDocument> payments;
  private final DynamoDbTable<EnhancedDocument> checkouts;
  private final DynamoDbTable<EnhancedDocument> links;

  private DynamoOrderStore(
      Cloud cloud,
      DynamoDbTable<EnhancedDocument> checkouts,
      DynamoDbTable<EnhancedDocument> links) {
    this.cloud = cloud;
    this.orders = new DynamoOrders(cloud);
    this.holds = new DynamoHoldStore(cloud);
    this.books = new Books(cloud);
    this.payments = Rows.of(cloud, Table.PAYMENTS);
    this.checkouts = checkouts;
    this.links = links;
  }

  /** Where people pay and gateways tell of it. */
  public static DynamoOrderStore paying(Cloud cloud) {
    return new DynamoOrderStore(
        cloud, Rows.of(cloud, Table.CHECKOUTS), Rows.of(cloud, Table.PAYMENT_LINKS));
  }

  /** Where nobody begins a checkout. */
  public static DynamoOrderStore keeping(Cloud cloud) {
    return new DynamoOrderStore(cloud, null, null);
  }

  @Override
  public Optional<Order> find(String applicationId) {
    return orders.find(applicationId);
  }

  @Override
  public Optional<String> applicationOf(String reference) {
    return Optional.ofNullable(
            checkouts.getItem(r -> r.key(Rows.key(reference)).consistentRead(true)))
        .map(row -> row.getString("applicationId"));
  }

  @Override
  public Optional<String> applicationOfLink(String linkId, Instant now) {
    return Optional.ofNullable(links.getItem(r -> r.key(Rows.key(linkId)).consistentRead(true)))
        .filter(row -> now.getEpochSecond() < row.getNumber(Table.EXPIRY_ATTRIBUTE).longValue())
        .map(row -> row.getString("applicationId"));
  }

  @Override
  public Outcome<NotSaved, Order> save(Order before, Order after, Idempotency tokenOrNull) {
    for (int attempt = 1; ; attempt++) {
      Outcome<NotSaved, Order> outcome =
          books.entries(before, after).then(entries -> save(before, after, entries, tokenOrNull));
      // Two who take cash in one division meet in the cash of its day, and neither is at fault.
      boolean metElsewhere =
          attempt < ATTEMPTS
              && books.moved(before, after)
              && outcome.fold(NotSaved.Overtaken.class::isInstance, saved -> false)
              && find(before.applicationId()).orElseThrow().version() == before.version();
      if (!metElsewhere) {
        return outcome;
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1, PAUSE_MILLIS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private Outcome<NotSaved, Order> save(
      Order before, Order after, List<Part<NotSaved>> entries, Idempotency tokenOrNull) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    if (tokenOrNull != null) {
      transaction.add(new Tokens(cloud).promising(tokenOrNull));
    }
    transaction.put(
        payments,
        OrderRow.write(after),
        FacetRows.still(before.version()),
        other -> new NotSaved.Overtaken());
    transaction.add(DynamoOrders.event(cloud, after));
    hold(transaction, before, after);
    entries.forEach(transaction::add);
    Set<String> known =
        before.checkouts().stream().map(Checkout::reference).collect(Collectors.toSet());
    after.checkouts().stream()
        .filter(one -> !known.contains(one.reference()))
        .forEach(
            one ->
                transaction.putNew(
                    checkouts,
                    Rows.row()
                        .putString("reference", one.reference())
                        .putString("applicationId", after.applicationId())
                        .build(),
                    "reference",
                    taken -> new NotSaved.Overtaken()));
    return transaction.commit(after);
  }

  /** A case that is over has ended the hold itself. */
  private void hold(Transaction<NotSaved> transaction, Order before, Order after) {
    Instant at = after.history().getLast().at();
    if (before.hold() == null && after.hold() != null) {
      transaction.add(
          holds
              .starting(DynamoOrders.hold(after, at))
              .as(begun -> (NotSaved) new NotSaved.Overtaken()));
    }
    if (before.hold() != null && after.hold() == null) {
      holds.of(after.applicationId()).open().stream()
          .filter(one -> one.kind() == Hold.Kind.PAYMENT && one.cause().equals(before.hold()))
          .map(one -> holds.ending(one, at))
          .forEach(end -> transaction.add(end.as(gone -> (NotSaved) new NotSaved.Overtaken())));
    }
  }

  @Override
  public List<Due> due(int slice, Instant now, int limit) {
    return payments
        .index("due")
        .query(
            r ->
                r.queryConditional(
                        sortLessThanOrEqualTo(
                            Rows.key(OrderRow.slice(slice), SortableTime.of(now))))
                    .limit(limit))
        .stream()
        .findFirst()
        .stream()
        .flatMap(page -> page.items().stream())
        .map(row -> new Due(row.getString("applicationId"), Instant.parse(row.getString("dueAt"))))
        .toList();
  }

  @Override
  public List<Order> needing(String divisionId) {
    return payments
        .index("needing")
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(divisionId))).limit(MOST_NEEDING))
        .stream()
        .findFirst()
        .stream()
        .flatMap(page -> page.items().stream())
        .map(OrderRow::read)
        .toList();
  }

  @Override
  public boolean take(Due due, Instant lease) {
    return update(
        due.applicationId(),
        "SET dueAt = :next",
        "dueAt = :seen",
        Map.of(":next", text(SortableTime.of(lease)), ":seen", text(SortableTime.of(due.dueAt()))));
  }

  @Override
  public void later(Order unchanged) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":version", AttributeValue.fromN(Integer.toString(unchanged.version())));
    boolean again = unchanged.lookAt() != null;
    if (again) {
      values.put(":next", text(SortableTime.of(unchanged.lookAt())));
    }
    update(
        unchanged.applicationId(),
        again ? "SET dueAt = :next" : "REMOVE due, dueAt",
        "version = :version" + (again ? " AND attribute_exists(due)" : ""),
        values);
  }

  private boolean update(
      String applicationId, String update, String condition, Map<String, AttributeValue> values) {
    try {
      cloud
          .dynamoDb()
          .updateItem(
              r ->
                  r.tableName(payments.tableName())
                      .key(Map.of("applicationId", text(applicationId)))
                      .updateExpression(update)
                      .conditionExpression(condition)
                      .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException other) {
      return false;
    }
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
