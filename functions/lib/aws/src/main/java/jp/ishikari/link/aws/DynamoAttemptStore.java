package jp.ishikari.link.aws;

import java.time.Duration;
import java.time.Instant;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.AttemptStore;
import jp.ishikari.link.edge.Secrets;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Failed tries on DynamoDB: one row per who and quarter of an hour; who it was is hashed. */
public final class DynamoAttemptStore implements AttemptStore {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int TRIES = 5;

  private final DynamoDbTable<EnhancedDocument> attempts;

  public DynamoAttemptStore(Cloud cloud) {
    this.attempts = Rows.of(cloud, Table.ATTEMPTS);
  }

  @Override
  public int failures(String who, Instant now) {
    return standing(key(who, now));
  }

  @Override
  public void failed(String who, Instant now) {
    for (int tried = 0; tried < TRIES; tried++) {
      try {
        countOver(key(who, now), now);
        return;
      } catch (ConditionalCheckFailedException another) {
        // Somebody counted at the same moment: look again.
      }
    }
  }

  private void countOver(String key, Instant now) {
    int times = standing(key);
    Expression unchanged =
        times == 0
            ? Expression.builder().expression("attribute_not_exists(times)").build()
            : Expression.builder()
                .expression("times = :times")
                .putExpressionValue(":times", AttributeValue.fromN(Integer.toString(times)))
                .build();
    attempts.putItem(
        r ->
            r.item(
                    Rows.row()
                        .putString("attempt", key)
                        .putNumber("times", times + 1)
                        .putNumber(
                            Table.EXPIRY_ATTRIBUTE,
                            now.plus(WINDOW.multipliedBy(2)).getEpochSecond())
                        .build())
                .conditionExpression(unchanged));
  }

  private int standing(String key) {
    EnhancedDocument row = attempts.getItem(r -> r.key(Rows.key(key)).consistentRead(true));
    return row == null ? 0 : row.getNumber("times").intValue();
  }

  private static String key(String who, Instant now) {
    return Secrets.hash(who + "\n" + now.getEpochSecond() / WINDOW.toSeconds());
  }
}
