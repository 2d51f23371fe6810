package jp.ishikari.link.publish.store;

import jp.ishikari.link.aws.ApplicationRow;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.EventRow;
import jp.ishikari.link.aws.Rows;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;
import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.sortLessThan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.CityEvent;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Unannounced events, found by a sparse index over a few shards; announcing removes the index key.
 */
public final class DynamoOutbox implements Outbox {
  private final DynamoDbTable<EnhancedDocument> events;

  public DynamoOutbox(Cloud cloud) {
    this.events = Rows.of(cloud, Table.EVENTS);
  }

  @Override
  public List<CityEvent> unpublished(Instant before, int limit) {
    return IntStream.range(0, EventRow.SHARDS)
        .mapToObj(
            shard ->
                Key.builder()
                    .partitionValue(EventRow.shard(shard))
                    .sortValue(ApplicationRow.at(before))
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
  public void markPublished(CityEvent event) {
    events.updateItem(
        r ->
            r.item(
                    Rows.row()
                        .putString("subject", event.subject())
                        .putNumber("sequence", event.sequence())
                        .putNull("shard")
                        .build())
                .conditionExpression(
                    software.amazon.awssdk.enhanced.dynamodb.Expression.builder()
                        .expression("attribute_exists(subject)")
                        .build())
                .ignoreNulls(false));
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
  public static CityEvent event(java.util.Map<String, AttributeValue> image) {
    return EventRow.read(EnhancedDocument.fromAttributeValueMap(image));
  }
}
