package jp.ishikari.link.notices.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.SortableTime;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Notices on DynamoDB: claimed with a lease, the batch in one transaction, then sent. One that may
 * not be sent cancels the transaction; it is left out of the next.
 */
public final class DynamoDeliveryStore implements DeliveryStore {
  private final DynamoDbTable<EnhancedDocument> deliveries;
  private final DynamoDbClient client;

  public DynamoDeliveryStore(Cloud cloud) {
    this.deliveries = Rows.of(cloud, Table.DELIVERIES);
    this.client = cloud.dynamoDb();
  }

  @Override
  public Map<String, Claim> claim(Set<String> wanted, Instant now, Instant until) {
    Map<String, Claim> claims = new HashMap<>();
    List<String> open = new ArrayList<>(wanted);
    while (!open.isEmpty()) {
      List<String> asked = List.copyOf(open);
      try {
        client.transactWriteItems(
            r -> r.transactItems(asked.stream().map(d -> put(d, now, until)).toList()));
        asked.forEach(delivery -> claims.put(delivery, Claim.GRANTED));
        return claims;
      } catch (TransactionCanceledException canceled) {
        List<CancellationReason> reasons = canceled.cancellationReasons();
        for (int i = 0; i < reasons.size(); i++) {
          switch (String.valueOf(reasons.get(i).code())) {
            case "ConditionalCheckFailed" ->
                claims.put(
                    asked.get(i),
                    reasons.get(i).item().containsKey("sentAt") ? Claim.SENT : Claim.BUSY);
            // Another one claims it at this moment.
            case "TransactionConflict" -> claims.put(asked.get(i), Claim.BUSY);
            default -> {}
          }
        }
        open.removeAll(claims.keySet());
        if (open.size() == asked.size()) {
          throw canceled;
        }
      }
    }
    return claims;
  }

  private TransactWriteItem put(String delivery, Instant now, Instant until) {
    return TransactWriteItem.builder()
        .put(
            p ->
                p.tableName(deliveries.tableName())
                    .item(
                        Map.of(
                            "delivery", AttributeValue.fromS(delivery),
                            "claimedUntil", AttributeValue.fromS(SortableTime.of(until))))
                    .conditionExpression(
                        "attribute_not_exists(delivery)"
                            + " OR (attribute_not_exists(sentAt) AND claimedUntil < :now)")
                    .expressionAttributeValues(
                        Map.of(":now", AttributeValue.fromS(SortableTime.of(now))))
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  @Override
  public void markSent(String delivery, Instant at) {
    deliveries.updateItem(
        Rows.row()
            .putString("delivery", delivery)
            .putString("sentAt", SortableTime.of(at))
            .build());
  }
}
