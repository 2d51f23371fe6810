package jp.ishikari.link.identity.store;

import java.time.LocalDate;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** What certificates are known for, on DynamoDB: attributes of the row of their account. */
public final class DynamoCertificateStore implements CertificateStore {
  private static final String LAST = "lastSignature";

  /** Written with the claims, at a sign-in. */
  static final String CHANGED_ON = "changedOn";

  private final DynamoDbTable<EnhancedDocument> accounts;

  public DynamoCertificateStore(Cloud cloud) {
    this.accounts = Rows.of(cloud, Table.ACCOUNTS);
  }

  @Override
  public void note(String accountId, KnownCertificate.Trial trial) {
    accounts.updateItem(
        Rows.row()
            .putString("accountId", accountId)
            .putString(LAST, Json.MAPPER.writeValueAsString(trial))
            .build());
  }

  @Override
  public KnownCertificate find(String accountId) {
    EnhancedDocument row = accounts.getItem(r -> r.key(Rows.key(accountId)).consistentRead(true));
    return new KnownCertificate(
        row.isPresent(LAST)
            ? Json.MAPPER.readValue(row.getString(LAST), KnownCertificate.Trial.class)
            : null,
        row.isPresent(CHANGED_ON) ? LocalDate.parse(row.getString(CHANGED_ON)) : null);
  }
}
