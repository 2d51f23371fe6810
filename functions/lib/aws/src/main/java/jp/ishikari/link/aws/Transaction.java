package jp.ishikari.link.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import jp.ishikari.link.domain.ApplicationStore.NotSaved;
import jp.ishikari.link.domain.Outcome;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactDeleteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactUpdateItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * One TransactWriteItems whose every condition knows what its failure means. When several fail, the
 * one that was added first speaks.
 */
public final class Transaction {
  /** How often a transaction that met another one is tried again before it counts as unexpected. */
  private static final int ATTEMPTS = 5;

  /** Longest first pause, doubled with each attempt: 300 ms over all. */
  private static final long FIRST_PAUSE_MILLIS = 10;

  private final DynamoDbEnhancedClient client;
  private final TransactWriteItemsEnhancedRequest.Builder items =
      TransactWriteItemsEnhancedRequest.builder();
  private final List<Function<Map<String, AttributeValue>, NotSaved>> meanings = new ArrayList<>();

  public Transaction(DynamoDbEnhancedClient client) {
    this.client = client;
  }

  /** A row that must not exist yet, told by its partition key attribute. */
  public void putNew(
      DynamoDbTable<EnhancedDocument> table,
      EnhancedDocument row,
      String keyAttribute,
      Function<Map<String, AttributeValue>, NotSaved> otherwise) {
    Expression absent =
        Expression.builder()
            .expression("attribute_not_exists(#key)")
            .putExpressionName("#key", keyAttribute)
            .build();
    put(table, row, absent, otherwise);
  }

  public void put(
      DynamoDbTable<EnhancedDocument> table,
      EnhancedDocument row,
      Expression condition,
      Function<Map<String, AttributeValue>, NotSaved> otherwise) {
    items.addPutItem(
        table,
        TransactPutItemEnhancedRequest.builder(EnhancedDocument.class)
            .item(row)
            .conditionExpression(condition)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build());
    meanings.add(otherwise);
  }

  /** Attributes of a row that stands; what the row has besides is left alone. */
  public void update(
      DynamoDbTable<EnhancedDocument> table,
      EnhancedDocument row,
      Expression condition,
      Function<Map<String, AttributeValue>, NotSaved> otherwise) {
    items.addUpdateItem(
        table,
        TransactUpdateItemEnhancedRequest.builder(EnhancedDocument.class)
            .item(row)
            .ignoreNulls(false)
            .conditionExpression(condition)
            .build());
    meanings.add(otherwise);
  }

  /** A row that must stand as the condition says, and is not written. */
  public void check(
      DynamoDbTable<EnhancedDocument> table,
      Key key,
      Expression condition,
      Function<Map<String, AttributeValue>, NotSaved> otherwise) {
    items.addConditionCheck(
        table, ConditionCheck.builder().key(key).conditionExpression(condition).build());
    meanings.add(otherwise);
  }

  /** A row that may stand already, as it is the same then. */
  public void put(DynamoDbTable<EnhancedDocument> table, EnhancedDocument row) {
    items.addPutItem(table, row);
    meanings.add(never -> new NotSaved.Overtaken());
  }

  /** A row that is to be gone, whether it stands or not. */
  public void delete(DynamoDbTable<EnhancedDocument> table, Key key) {
    items.addDeleteItem(table, key);
    meanings.add(never -> new NotSaved.Overtaken());
  }

  /** A row that is to be gone, if it is the right one. */
  public void delete(
      DynamoDbTable<EnhancedDocument> table,
      Key key,
      Expression condition,
      Function<Map<String, AttributeValue>, NotSaved> otherwise) {
    items.addDeleteItem(
        table,
        TransactDeleteItemEnhancedRequest.builder()
            .key(key)
            .conditionExpression(condition)
            .build());
    meanings.add(otherwise);
  }

  /** Those who met would meet again if they came back at the same moment. */
  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1, FIRST_PAUSE_MILLIS << attempt));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  public <T> Outcome<NotSaved, T> commit(T value) {
    for (int attempt = 1; ; attempt++) {
      try {
        client.transactWriteItems(items.build());
        return Outcome.success(value);
      } catch (TransactionCanceledException canceled) {
        List<CancellationReason> reasons = canceled.cancellationReasons();
        for (int i = 0; i < reasons.size(); i++) {
          if ("ConditionalCheckFailed".equals(reasons.get(i).code())) {
            return Outcome.failure(meanings.get(i).apply(reasons.get(i).item()));
          }
        }
        boolean met =
            reasons.stream().anyMatch(reason -> "TransactionConflict".equals(reason.code()));
        if (!met || attempt == ATTEMPTS) {
          throw canceled;
        }
        pause(attempt);
      }
    }
  }
}
