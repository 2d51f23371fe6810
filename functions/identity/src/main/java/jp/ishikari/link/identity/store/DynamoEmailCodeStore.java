package jp.ishikari.link.identity.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Codes by mail on DynamoDB: one row per browser, gone when the code is taken. */
public final class DynamoEmailCodeStore implements EmailCodeStore {
  private static final String BROWSER = "browser";

  private final DynamoDbTable<EnhancedDocument> codes;

  public DynamoEmailCodeStore(Cloud cloud) {
    this.codes = Rows.of(cloud, Table.EMAIL_CODES);
  }

  @Override
  public void keep(EmailCode code) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString(BROWSER, code.browser())
            .putString("code", code.code())
            .putString("address", code.address())
            .putString("purpose", code.purpose().name())
            .putNumber("tries", code.tries())
            .putNumber(Table.EXPIRY_ATTRIBUTE, code.expiresAt().getEpochSecond());
    codes.putItem(Rows.put(row, "accountId", code.accountId()).build());
  }

  @Override
  public Optional<EmailCode> find(String browser) {
    return Optional.ofNullable(codes.getItem(r -> r.key(Rows.key(browser)).consistentRead(true)))
        .map(
            row ->
                new EmailCode(
                    browser,
                    row.getString("code"),
                    row.getString("address"),
                    EmailCode.Purpose.valueOf(row.getString("purpose")),
                    row.isPresent("accountId") ? row.getString("accountId") : null,
                    row.getNumber("tries").intValue(),
                    Instant.ofEpochSecond(row.getNumber(Table.EXPIRY_ATTRIBUTE).longValue())));
  }

  @Override
  public Optional<EmailCode> tryOnce(EmailCode code) {
    EmailCode after = code.tried();
    EnhancedDocument changes =
        Rows.row().putString(BROWSER, code.browser()).putNumber("tries", after.tries()).build();
    try {
      codes.updateItem(r -> r.item(changes).ignoreNulls(true).conditionExpression(still(code)));
      return Optional.of(after);
    } catch (ConditionalCheckFailedException overtaken) {
      return Optional.empty();
    }
  }

  /** The address goes with the code. */
  @Override
  public boolean take(EmailCode code) {
    try {
      codes.deleteItem(r -> r.key(Rows.key(code.browser())).conditionExpression(still(code)));
      return true;
    } catch (ConditionalCheckFailedException overtaken) {
      return false;
    }
  }

  /** That the row is as it was read. */
  private static Expression still(EmailCode read) {
    return Expression.builder()
        .expression("#code = :code AND #tries = :tries")
        .expressionNames(Map.of("#code", "code", "#tries", "tries"))
        .expressionValues(
            Map.of(
                ":code",
                AttributeValue.fromS(read.code()),
                ":tries",
                AttributeValue.fromN(Integer.toString(read.tries()))))
        .build();
  }
}
