package jp.ishikari.link.counter.store;

import java.time.Instant;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Challenges on DynamoDB; taking one deletes it, which only one caller can. */
public final class DynamoChallengeStore implements ChallengeStore {
  private final DynamoDbTable<EnhancedDocument> challenges;

  public DynamoChallengeStore(Cloud cloud) {
    this.challenges = Rows.of(cloud, Table.CHALLENGES);
  }

  @Override
  public void keep(String hash, Instant until) {
    challenges.putItem(
        Rows.row()
            .putString("challenge", hash)
            .putNumber(Table.EXPIRY_ATTRIBUTE, until.getEpochSecond())
            .build());
  }

  @Override
  public boolean take(String hash, Instant now) {
    Expression running =
        Expression.builder()
            .expression("#expires > :now")
            .putExpressionName("#expires", Table.EXPIRY_ATTRIBUTE)
            .putExpressionValue(":now", AttributeValue.fromN(Long.toString(now.getEpochSecond())))
            .build();
    try {
      challenges.deleteItem(r -> r.key(Rows.key(hash)).conditionExpression(running));
      return true;
    } catch (ConditionalCheckFailedException none) {
      return false;
    }
  }
}
