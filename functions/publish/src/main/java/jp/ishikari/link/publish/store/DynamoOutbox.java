package jp.ishikari.link.publish.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;
import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.sortLessThan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.EventRow;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.SortableTime;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.CityEvent;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Unannounced events, found by a sparse index over a few shards; announcing removes the index key,
 * of a whole batch in one call.
 */
public final class DynamoOutbox implements Outbox {
  /** Items of one transaction. */
  private static final int AT_ONCE = 100;

  private final DynamoDbTable<EnhancedDocument> events;
  private final DynamoDbClient client;

  public DynamoOutbox(Cloud cloud) {
    this.events = Rows.of(cloud, Table.EVENTS);
    this.client = cloud.dynamoDb();
  }

  @Override
  public List<CityEvent> unpublished(Instant before, int limit) {
    return IntStream.range(0, EventRow.SHARDS)
        .mapToObj(
            shard ->
                Key.builder()
                    .partitionValue(EventRow.shard(shard))
                    .sortValue(SortableTime.of(before))
                    .build())
        .flatMap(
            key ->
                events
                    .index("unpublished")
                    .query(r -> r.queryConditional(sortLessThan(key)).limit(limit))
                    .stream()
                    .findFirst()
                    .stream()
                    .flatMap(page -> page.items().stream()))
        .map(EventRow::read)
        .sorted(Comparator.comparing(CityEvent::at))
        .limit(limit)
        .toList();
  }

  @Override
  public void markPublished(List<CityEvent> announced) {
    for (int from = 0; from < announced.size(); from += AT_ONCE) {
      markTogether(announced.subList(from, Math.min(from + AT_ONCE, announced.size())));
    }
  }

  private void markTogether(List<CityEvent> part) {
    try {
      client.transactWriteItems(
          r ->
              r.transactItems(
                  part.stream()
                      .map(event -> TransactWriteItem.builder().update(mark(event)).build())
                      .toList()));
    } catch (TransactionCanceledException oneStoodInTheWay) {
      // Each for itself: the one that stands in the way must not keep the others in the index.
      RuntimeException last = null;
      for (CityEvent event : part) {
        try {
          Update one = mark(event);
          client.updateItem(
              r ->
                  r.tableName(one.tableName())
                      .key(one.key())
                      .updateExpression(one.updateExpression())
                      .expressionAttributeNames(one.expressionAttributeNames())
                      .conditionExpression(one.conditionExpression()));
        } catch (RuntimeException failed) {
          last = failed;
        }
      }
      if (last != null) {
        throw last;
      }
    }
  }

  private Update mark(CityEvent event) {
    return Update.builder()
        .tableName(events.tableName())
        .key(
            Map.of(
                "subject", AttributeValue.fromS(event.subject()),
                "sequence", AttributeValue.fromN(Integer.toString(event.sequence()))))
        .updateExpression("REMOVE #shard")
        .expressionAttributeNames(Map.of("#shard", "shard"))
        .conditionExpression("attribute_exists(subject)")
        .build();
  }

  @Override
  public List<CityEvent> ofFacets(String applicationId) {
    return events
        .index("byApplication")
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(applicationId))))
        .stream()
        .flatMap(page -> page.items().stream())
        .map(EventRow::read)
        .toList();
  }

  /**
   * The event of a stream record's new image (attribute values as DynamoDB writes them in JSON).
   */
  public static CityEvent event(Map<String, AttributeValue> image) {
    return EventRow.read(EnhancedDocument.fromAttributeValueMap(image));
  }
}
