package jp.ishikari.link.aws;

import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.identity.ConfirmedAddresses;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** Confirmed addresses on DynamoDB: one row per browser and mailbox. */
public final class DynamoConfirmedAddresses implements ConfirmedAddresses {
  private final DynamoDbTable<EnhancedDocument> confirmed;

  public DynamoConfirmedAddresses(Cloud cloud) {
    this.confirmed = Rows.of(cloud, Table.CONFIRMED_ADDRESSES);
  }

  @Override
  public void confirm(String proof, String address, Instant until) {
    confirmed.putItem(
        Rows.row()
            .putString("proof", proof)
            .putString("address", address)
            .putNumber(Table.EXPIRY_ATTRIBUTE, until.getEpochSecond())
            .build());
  }

  @Override
  public Optional<String> find(String proof, Instant now) {
    return Optional.ofNullable(confirmed.getItem(r -> r.key(Rows.key(proof)).consistentRead(true)))
        .filter(row -> row.getNumber(Table.EXPIRY_ATTRIBUTE).longValue() > now.getEpochSecond())
        .map(row -> row.getString("address"));
  }
}
