package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.sortGreaterThanOrEqualTo;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.UnfoundWord;
import jp.ishikari.link.domain.UnfoundWordStore;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Counts on DynamoDB, one row per month and word. */
public final class DynamoUnfoundWordStore implements UnfoundWordStore {
  private static final int TRIES = 3;
  private static final int MONTHS_KEPT = 14;

  private final DynamoDbTable<EnhancedDocument> words;

  public DynamoUnfoundWordStore(Cloud cloud) {
    this.words = Rows.of(cloud, Table.UNFOUND_WORDS);
  }

  @Override
  public void count(YearMonth month, String word) {
    for (int tried = 0; tried < TRIES; tried++) {
      try {
        countOver(month, word);
        return;
      } catch (ConditionalCheckFailedException another) {
        // Somebody counted at the same moment: look again.
      }
    }
  }

  private void countOver(YearMonth month, String word) {
    String id = UnfoundWord.idOf(word);
    EnhancedDocument before =
        words.getItem(r -> r.key(Rows.key(month.toString(), id)).consistentRead(true));
    int times = before == null ? 0 : before.getNumber("times").intValue();
    Expression unchanged =
        times == 0
            ? Expression.builder().expression("attribute_not_exists(wordId)").build()
            : Expression.builder()
                .expression("times = :times")
                .putExpressionValue(":times", AttributeValue.fromN(Integer.toString(times)))
                .build();
    words.putItem(
        r ->
            r.item(
                    Rows.row()
                        .putString("month", month.toString())
                        .putString("wordId", id)
                        .putString("word", word)
                        .putNumber("times", times + 1)
                        .putNumber(
                            Table.EXPIRY_ATTRIBUTE,
                            month
                                .plusMonths(MONTHS_KEPT)
                                .atDay(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toEpochSecond())
                        .build())
                .conditionExpression(unchanged));
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
