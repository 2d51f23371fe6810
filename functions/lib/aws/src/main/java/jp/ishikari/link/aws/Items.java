package jp.ishikari.link.aws;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import jp.ishikari.link.domain.Part;
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
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Where the items of a transaction are put together, each with its condition and with what its
 * failure means.
 *
 * @param <F> why the transaction may not happen
 */
public sealed class Items<F> permits Items.Own, Transaction {
  private final TransactWriteItemsEnhancedRequest.Builder request;
  private final Consumer<Function<Map<String, AttributeValue>, F>> meanings;

  Items(
      TransactWriteItemsEnhancedRequest.Builder request,
      Consumer<Function<Map<String, AttributeValue>, F>> meanings) {
    this.request = request;
    this.meanings = meanings;
  }

  /** The same transaction, for a part that tells its failures in words of its own. */
  static final class Own<F> extends Items<F> {
    <R> Own(Items<R> of, Function<F, R> meaning) {
      super(of.request, own -> of.meanings.accept(own.andThen(meaning)));
    }
  }

  private record TablePart<F>(Consumer<Items<F>> items) implements Part<F> {
    @Override
    public <G> Part<G> as(Function<F, G> meaning) {
      return new TablePart<G>(of -> items.accept(new Own<>(of, meaning)));
    }
  }

  /** What a store lets others add to their transactions. */
  public static <F> Part<F> part(Consumer<Items<F>> items) {
    return new TablePart<>(items);
  }

  /** Adds what a store has made for this. */
  public final void add(Part<F> part) {
    switch (part) {
      case TablePart<F>(Consumer<Items<F>> items) -> items.accept(this);
      default -> throw new IllegalArgumentException(part.getClass() + " is of no table");
    }
  }

  /** A row that must not exist yet, told by its partition key attribute. */
  public final void putNew(
      DynamoDbTable<EnhancedDocument> table,
      EnhancedDocument row,
      String keyAttribute,
      Function<Map<String, AttributeValue>, F> otherwise) {
    Expression absent =
        Expression.builder()
            .expression("attribute_not_exists(#key)")
            .putExpressionName("#key", keyAttribute)
            .build();
    put(table, row, absent, otherwise);
  }

  public final void put(
      DynamoDbTable<EnhancedDocument> table,
      EnhancedDocument row,
      Expression condition,
      Function<Map<String, AttributeValue>, F> otherwise) {
    request.addPutItem(
        table,
        TransactPutItemEnhancedRequest.builder(EnhancedDocument.class)
            .item(row)
            .conditionExpression(condition)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build());
    meanings.accept(otherwise);
  }

  /** Attributes of a row that stands; what the row has besides is left alone. */
  public final void update(
      DynamoDbTable<EnhancedDocument> table,
      EnhancedDocument row,
      Expression condition,
      Function<Map<String, AttributeValue>, F> otherwise) {
    request.addUpdateItem(
        table,
        TransactUpdateItemEnhancedRequest.builder(EnhancedDocument.class)
            .item(row)
            .ignoreNulls(false)
            .conditionExpression(condition)
            .build());
    meanings.accept(otherwise);
  }

  /** A row that must stand as the condition says, and is not written. */
  public final void check(
      DynamoDbTable<EnhancedDocument> table,
      Key key,
      Expression condition,
      Function<Map<String, AttributeValue>, F> otherwise) {
    request.addConditionCheck(
        table, ConditionCheck.builder().key(key).conditionExpression(condition).build());
    meanings.accept(otherwise);
  }

  /** A row that may stand already, as it is the same then. */
  public final void put(DynamoDbTable<EnhancedDocument> table, EnhancedDocument row) {
    request.addPutItem(table, row);
    meanings.accept(never -> unconditional());
  }

  /** A row that is to be gone, whether it stands or not. */
  public final void delete(DynamoDbTable<EnhancedDocument> table, Key key) {
    request.addDeleteItem(table, key);
    meanings.accept(never -> unconditional());
  }

  /** A row that is to be gone, if it is the right one. */
  public final void delete(
      DynamoDbTable<EnhancedDocument> table,
      Key key,
      Expression condition,
      Function<Map<String, AttributeValue>, F> otherwise) {
    request.addDeleteItem(
        table,
        TransactDeleteItemEnhancedRequest.builder()
            .key(key)
            .conditionExpression(condition)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build());
    meanings.accept(otherwise);
  }

  private static <F> F unconditional() {
    throw new IllegalStateException("an item without condition can't fail");
  }
}
