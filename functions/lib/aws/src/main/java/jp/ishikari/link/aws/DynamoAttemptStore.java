package jp.ishikari.link.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.AttemptStore;
import jp.ishikari.link.edge.Secrets;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Failed tries on DynamoDB: one row per who and quarter of an hour; who it was is hashed. */
public final class DynamoAttemptStore implements AttemptStore {
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final DynamoDbClient client;
  private final DynamoDbTable<EnhancedDocument> attempts;

  public DynamoAttemptStore(Cloud cloud) {
    this.client = cloud.dynamoDb();
    this.attempts = Rows.of(cloud, Table.ATTEMPTS);
  }

  @Override
  public int failures(String who, Instant now) {
    EnhancedDocument row =
        attempts.getItem(r -> r.key(Rows.key(key(who, now))).consistentRead(true));
    return row == null ? 0 : row.getNumber("times").intValue();
  }

  /** Added by the engine: whoever reads first and writes then loses count of those who hurry. */
  @Override
  public void failed(String who, Instant now) {
    long end = now.plus(WINDOW.multipliedBy(2)).getEpochSecond();
    client.updateItem(
        r ->
            r.tableName(attempts.tableName())
                .key(Map.of("attempt", AttributeValue.fromS(key(who, now))))
                .updateExpression("ADD times :one SET #expires = :end")
                .expressionAttributeNames(Map.of("#expires", Table.EXPIRY_ATTRIBUTE))
                .expressionAttributeValues(
                    Map.of(
                        ":one", AttributeValue.fromN("1"),
                        ":end", AttributeValue.fromN(Long.toString(end)))));
  }

  private static String key(String who, Instant now) {
    return Secrets.hash(who + "\n" + now.getEpochSecond() / WINDOW.toSeconds());
  }
}
