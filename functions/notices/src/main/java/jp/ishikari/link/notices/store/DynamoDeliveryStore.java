package jp.ishikari.link.notices.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoStoppedAddresses;
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
 * Notices on DynamoDB: claimed with a lease, the batch in one transaction that also looks whether
 * mail may still go to each address, then sent. One that may not be sent cancels the transaction;
 * it is left out of the next.
 */
public final class DynamoDeliveryStore implements DeliveryStore {
  private static final String FAILED = "ConditionalCheckFailed";
  private static final String CONFLICT = "TransactionConflict";

  private final DynamoDbTable<EnhancedDocument> deliveries;
  private final DynamoStoppedAddresses stopped;
  private final DynamoDbClient client;

  public DynamoDeliveryStore(Cloud cloud) {
    this.deliveries = Rows.of(cloud, Table.DELIVERIES);
    this.stopped = new DynamoStoppedAddresses(cloud);
    this.client = cloud.dynamoDb();
  }

  @Override
  public Map<String, Claim> claim(Map<String, String> wanted, Instant now, Instant until) {
    Map<String, Claim> claims = new HashMap<>();
    Map<String, String> open = new LinkedHashMap<>();
    wanted.forEach((delivery, address) -> open.put(delivery, stopped.key(address)));
    while (!open.isEmpty()) {
      List<String> asked = List.copyOf(open.keySet());
      // No item may stand twice in a transaction.
      List<String> addresses = open.values().stream().distinct().toList();
      List<TransactWriteItem> items = new ArrayList<>();
      asked.forEach(delivery -> items.add(put(delivery, now, until)));
      addresses.forEach(address -> items.add(isNotStopped(address)));
      try {
        client.transactWriteItems(r -> r.transactItems(items));
        asked.forEach(delivery -> claims.put(delivery, Claim.GRANTED));
        return claims;
      } catch (TransactionCanceledException canceled) {
        List<CancellationReason> reasons = canceled.cancellationReasons();
        for (int i = 0; i < asked.size(); i++) {
          CancellationReason own = reasons.get(i);
          CancellationReason address =
              reasons.get(asked.size() + addresses.indexOf(open.get(asked.get(i))));
          if (FAILED.equals(own.code())) {
            claims.put(asked.get(i), isSettled(own) ? Claim.SETTLED : Claim.BUSY);
          } else if (FAILED.equals(address.code())) {
            claims.put(asked.get(i), Claim.STOPPED);
          } else if (CONFLICT.equals(own.code()) || CONFLICT.equals(address.code())) {
            // Another one claims it, or stops its address, at this moment.
            claims.put(asked.get(i), Claim.BUSY);
          }
        }
        open.keySet().removeAll(claims.keySet());
        if (open.size() == asked.size()) {
          throw canceled;
        }
      }
    }
    return claims;
  }

  private static boolean isSettled(CancellationReason reason) {
    return reason.item().containsKey("sentAt") || reason.item().containsKey("failedAt");
  }

  private TransactWriteItem isNotStopped(String address) {
    return TransactWriteItem.builder()
        .conditionCheck(
            c ->
                c.tableName(stopped.tableName())
                    .key(Map.of("address", AttributeValue.fromS(address)))
                    .conditionExpression("attribute_not_exists(address)"))
        .build();
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
                            + " OR (attribute_not_exists(sentAt) AND attribute_not_exists(failedAt)"
                            + " AND claimedUntil < :now)")
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
