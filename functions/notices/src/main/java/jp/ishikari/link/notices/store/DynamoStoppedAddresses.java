package jp.ishikari.link.notices.store;

import java.time.Instant;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.KmsMac;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.SortableTime;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.UndeliveredNotice.Why;
import jp.ishikari.link.forms.EmailAddress;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** On DynamoDB, each under a keyed hash of its one spelling. */
public final class DynamoStoppedAddresses implements StoppedAddresses {
  private final DynamoDbTable<EnhancedDocument> addresses;
  private final KmsMac hashes;

  public DynamoStoppedAddresses(Cloud cloud) {
    this.addresses = Rows.of(cloud, Table.STOPPED_ADDRESSES);
    this.hashes = new KmsMac(cloud, Key.MAIL_ADDRESSES);
  }

  @Override
  public void stop(String address, Why why, Instant at) {
    addresses.putItem(
        Rows.row()
            .putString("address", key(address))
            .putString("why", why.name())
            .putString("stoppedAt", SortableTime.of(at))
            .build());
  }

  /** What an address is stored under. */
  String key(String address) {
    return hashes.hash("address", new EmailAddress(address).folded());
  }

  String tableName() {
    return addresses.tableName();
  }
}
