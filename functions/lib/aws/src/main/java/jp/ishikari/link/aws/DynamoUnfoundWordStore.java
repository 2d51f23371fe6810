package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.sortGreaterThanOrEqualTo;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.UnfoundWord;
import jp.ishikari.link.domain.UnfoundWordStore;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Counts on DynamoDB, one row per month and word. */
public final class DynamoUnfoundWordStore implements UnfoundWordStore {
  private static final int MONTHS_KEPT = 14;

  private final DynamoDbClient client;
  private final DynamoDbTable<EnhancedDocument> words;

  public DynamoUnfoundWordStore(Cloud cloud) {
    this.client = cloud.dynamoDb();
    this.words = Rows.of(cloud, Table.UNFOUND_WORDS);
  }

  /** Added by the engine: whoever reads first and writes then loses count of those who hurry. */
  @Override
  public void count(YearMonth month, String word) {
    long end = month.plusMonths(MONTHS_KEPT).atDay(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    client.updateItem(
        r ->
            r.tableName(words.tableName())
                .key(
                    Map.of(
                        "month", AttributeValue.fromS(month.toString()),
                        "wordId", AttributeValue.fromS(UnfoundWord.idOf(word))))
                .updateExpression("ADD times :one SET word = :word, #expires = :end")
                .expressionAttributeNames(Map.of("#expires", Table.EXPIRY_ATTRIBUTE))
                .expressionAttributeValues(
                    Map.of(
                        ":one", AttributeValue.fromN("1"),
                        ":word", AttributeValue.fromS(word),
                        ":end", AttributeValue.fromN(Long.toString(end)))));
  }

  @Override
  public List<UnfoundWord> most(YearMonth month, int limit) {
    return words
        .index("byTimes")
        .query(
            r ->
                r.queryConditional(
                        sortGreaterThanOrEqualTo(Rows.key(month.toString(), UnfoundWord.TOLD_FROM)))
                    .scanIndexForward(false)
                    .limit(limit))
        .stream()
        .flatMap(page -> page.items().stream())
        .limit(limit)
        .map(row -> new UnfoundWord(row.getString("word"), row.getNumber("times").intValue()))
        .toList();
  }
}
