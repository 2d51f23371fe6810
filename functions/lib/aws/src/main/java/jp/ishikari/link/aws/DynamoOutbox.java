package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.sortLessThan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.Outbox;
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
  public List<ApplicationEvent> unpublished(Instant before, int limit) {
    return IntStream.range(0, ApplicationRow.SHARDS)
        .mapToObj(
            shard ->
                Key.builder()
                    .partitionValue(ApplicationRow.shard(shard))
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
        .map(ApplicationRow::readEvent)
        .sorted(Comparator.comparing(ApplicationEvent::at))
        .limit(limit)
        .toList();
  }

  @Override
  public void markPublished(String applicationId, int version) {
    events.updateItem(
        r ->
            r.item(
                    Rows.row()
                        .putString("applicationId", applicationId)
                        .putNumber("version", version)
                        .putNull("shard")
                        .build())
                .conditionExpression(
                    software.amazon.awssdk.enhanced.dynamodb.Expression.builder()
                        .expression("attribute_exists(applicationId)")
                        .build())
                .ignoreNulls(false));
  }

  /**
   * The event of a stream record's new image (attribute values as DynamoDB writes them in JSON).
   */
  public static ApplicationEvent event(java.util.Map<String, AttributeValue> image) {
    return ApplicationRow.readEvent(EnhancedDocument.fromAttributeValueMap(image));
  }
}
