package jp.ishikari.link.identity.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.SortableTime;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** Who signed in when, on DynamoDB. */
public final class DynamoSignInRecords implements SignInRecords {
  private static final Duration KEPT = Duration.ofDays(396);
  private static final int SHOWN = 50;

  private final DynamoDbTable<EnhancedDocument> records;

  public DynamoSignInRecords(Cloud cloud) {
    this.records = Rows.of(cloud, Table.SIGN_IN_RECORDS);
  }

  @Override
  public void add(SignInRecord entry) {
    records.putItem(row(entry));
  }

  static EnhancedDocument row(SignInRecord entry) {
    return Rows.row()
        .putString("accountId", entry.accountId())
        .putString("at", SortableTime.of(entry.at()))
        .putString("device", entry.device())
        .putString("what", entry.what().name())
        .putString("way", entry.way())
        .putNumber(Table.EXPIRY_ATTRIBUTE, entry.at().plus(KEPT).getEpochSecond())
        .build();
  }

  @Override
  public List<SignInRecord> of(String accountId, Instant now) {
    return records
        .query(
            r ->
                r.queryConditional(keyEqualTo(Rows.key(accountId)))
                    .scanIndexForward(false)
                    .limit(SHOWN))
        .stream()
        .limit(1)
        .flatMap(page -> page.items().stream())
        .map(
            row ->
                new SignInRecord(
                    accountId,
                    Instant.parse(row.getString("at")),
                    row.getString("device"),
                    // The first records knew of nothing but signing in with the card.
                    row.isPresent("what")
                        ? SignInRecord.What.valueOf(row.getString("what"))
                        : SignInRecord.What.SIGNED_IN,
                    row.isPresent("way") ? row.getString("way") : DynamoAccountStore.FIRST_SOURCE))
        .filter(entry -> now.isBefore(entry.at().plus(KEPT)))
        .toList();
  }
}
