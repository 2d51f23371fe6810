package jp.ishikari.link.identity.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.NotSaved;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Codes by mail on DynamoDB: a row for the browser, with its code and how many it was sent, and one
 * for the address, with how many it was sent. Both are written together, so that neither count can
 * be got round by asking at the same moment.
 */
public final class DynamoEmailCodeStore implements EmailCodeStore {
  private static final String HOLDER = "holder";
  private static final String CODE = "code";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> codes;

  public DynamoEmailCodeStore(Cloud cloud) {
    this.cloud = cloud;
    this.codes = Rows.of(cloud, Table.EMAIL_CODES);
  }

  @Override
  public boolean issue(EmailCode code, String mailbox, Instant now) {
    Optional<EmailAllowance> browsers = standing(code.browser());
    Optional<EmailAllowance> mailboxes = standing(mailbox);
    Optional<EmailAllowance> browserNext = next(browsers, now);
    Optional<EmailAllowance> mailboxNext = next(mailboxes, now);
    if (browserNext.isEmpty() || mailboxNext.isEmpty()) {
      return false;
    }
    EnhancedDocument.Builder row =
        counted(code.browser(), browserNext.get())
            .putString(CODE, code.code())
            .putString("address", code.address())
            .putString("purpose", code.purpose().name())
            .putNumber("tries", code.tries())
            .putNumber("codeEndsAt", code.expiresAt().getEpochSecond());
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.put(
        codes,
        Rows.put(row, "accountId", code.accountId()).build(),
        still(browsers),
        otherwise -> new NotSaved.Overtaken());
    transaction.put(
        codes,
        counted(mailbox, mailboxNext.get()).build(),
        still(mailboxes),
        otherwise -> new NotSaved.Overtaken());
    return transaction.commit(code).fold(overtaken -> false, done -> true);
  }

  private Optional<EmailAllowance> standing(String holder) {
    return row(holder)
        .map(
            row ->
                new EmailAllowance(
                    Instant.parse(row.getString("since")),
                    row.getNumber("sent").intValue(),
                    Instant.parse(row.getString("last"))));
  }

  private static Optional<EmailAllowance> next(Optional<EmailAllowance> standing, Instant now) {
    return standing.isEmpty()
        ? Optional.of(EmailAllowance.first(now))
        : standing.get().another(now);
  }

  private static EnhancedDocument.Builder counted(String holder, EmailAllowance allowance) {
    return Rows.row()
        .putString(HOLDER, holder)
        .putString("since", allowance.since().toString())
        .putNumber("sent", allowance.sent())
        .putString("last", allowance.last().toString())
        .putNumber(
            Table.EXPIRY_ATTRIBUTE,
            // A code that is sent at the end of the hour outlives it.
            Math.max(
                allowance.until().getEpochSecond(),
                allowance.last().plus(EmailCode.LIFE).getEpochSecond()));
  }

  /** That the row is as it was read. */
  private static Expression still(Optional<EmailAllowance> read) {
    return read.map(
            allowance ->
                Expression.builder()
                    .expression("#last = :last")
                    .putExpressionName("#last", "last")
                    .putExpressionValue(":last", AttributeValue.fromS(allowance.last().toString()))
                    .build())
        .orElseGet(
            () ->
                Expression.builder()
                    .expression("attribute_not_exists(#holder)")
                    .putExpressionName("#holder", HOLDER)
                    .build());
  }

  @Override
  public Optional<EmailCode> find(String browser) {
    return row(browser)
        .filter(row -> row.isPresent(CODE))
        .map(
            row ->
                new EmailCode(
                    browser,
                    row.getString(CODE),
                    row.getString("address"),
                    EmailCode.Purpose.valueOf(row.getString("purpose")),
                    row.isPresent("accountId") ? row.getString("accountId") : null,
                    row.getNumber("tries").intValue(),
                    Instant.ofEpochSecond(row.getNumber("codeEndsAt").longValue())));
  }

  private Optional<EnhancedDocument> row(String holder) {
    return Optional.ofNullable(codes.getItem(r -> r.key(Rows.key(holder)).consistentRead(true)));
  }

  @Override
  public Optional<EmailCode> tryOnce(EmailCode code) {
    EmailCode after = code.tried();
    return write(
            code,
            Rows.row().putString(HOLDER, code.browser()).putNumber("tries", after.tries()).build())
        ? Optional.of(after)
        : Optional.empty();
  }

  /** The address goes with the code; only the count stays. */
  @Override
  public boolean take(EmailCode code) {
    return write(
        code,
        Rows.row()
            .putString(HOLDER, code.browser())
            .putNull(CODE)
            .putNull("address")
            .putNull("purpose")
            .putNull("accountId")
            .putNull("tries")
            .putNull("codeEndsAt")
            .build());
  }

  private boolean write(EmailCode read, EnhancedDocument changes) {
    Expression same =
        Expression.builder()
            .expression("#code = :code AND #tries = :tries")
            .expressionNames(Map.of("#code", CODE, "#tries", "tries"))
            .expressionValues(
                Map.of(
                    ":code",
                    AttributeValue.fromS(read.code()),
                    ":tries",
                    AttributeValue.fromN(Integer.toString(read.tries()))))
            .build();
    try {
      codes.updateItem(r -> r.item(changes).ignoreNulls(false).conditionExpression(same));
      return true;
    } catch (ConditionalCheckFailedException overtaken) {
      return false;
    }
  }
}
