package jp.ishikari.link.aws;

import java.time.Instant;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.StoppedAddresses;
import jp.ishikari.link.domain.UndeliveredNotice.Why;
import jp.ishikari.link.forms.EmailAddress;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

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

  @Override
  public boolean isStopped(String address) {
    return addresses.getItem(r -> r.key(Rows.key(key(address))).consistentRead(true)) != null;
  }

  @Override
  public void wasRead(String address) {
    Expression bounced =
        Expression.builder()
            .expression("attribute_not_exists(why) OR why = :bounced")
            .putExpressionValue(":bounced", AttributeValue.fromS(Why.NO_SUCH_ADDRESS.name()))
            .build();
    try {
      addresses.deleteItem(r -> r.key(Rows.key(key(address))).conditionExpression(bounced));
    } catch (ConditionalCheckFailedException unwanted) {
      // Its reader asked for no more mail of ours; a code does not take that back.
    }
  }

  /** What an address is stored under. */
  public String key(String address) {
    return hashes.hash("address", new EmailAddress(address).folded());
  }

  public String tableName() {
    return addresses.tableName();
  }
}
