package jp.ishikari.link.notices.store;

import jp.ishikari.link.aws.ApplicationRow;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;

import java.time.Instant;
import java.util.Map;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Notices on DynamoDB: claimed with a lease, then sent. */
public final class DynamoDeliveryStore implements DeliveryStore {
  private final DynamoDbTable<EnhancedDocument> deliveries;

  public DynamoDeliveryStore(Cloud cloud) {
    this.deliveries = Rows.of(cloud, Table.DELIVERIES);
  }

  @Override
  public Claim claim(String delivery, Instant now, Instant until) {
    EnhancedDocument row =
        Rows.row()
            .putString("delivery", delivery)
            .putString("claimedUntil", ApplicationRow.at(until))
            .build();
    Expression free =
        Expression.builder()
            .expression(
                "attribute_not_exists(delivery)"
                    + " OR (attribute_not_exists(sentAt) AND claimedUntil < :now)")
            .expressionValues(Map.of(":now", AttributeValue.fromS(ApplicationRow.at(now))))
            .build();
    try {
      deliveries.putItem(r -> r.item(row).conditionExpression(free));
      return Claim.GRANTED;
    } catch (ConditionalCheckFailedException taken) {
      EnhancedDocument standing =
          deliveries.getItem(r -> r.key(Rows.key(delivery)).consistentRead(true));
      return standing.isPresent("sentAt") ? Claim.SENT : Claim.BUSY;
    }
  }

  @Override
  public void markSent(String delivery, Instant at) {
    deliveries.updateItem(
        Rows.row()
            .putString("delivery", delivery)
            .putString("sentAt", ApplicationRow.at(at))
            .build());
  }
}
