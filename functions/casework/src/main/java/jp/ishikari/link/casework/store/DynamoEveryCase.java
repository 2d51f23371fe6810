package jp.ishikari.link.casework.store;

import java.util.Map;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.ScanEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every case by the table of receipt numbers, which has one small row for each and nothing of
 * anybody's. It is read whole, which only an entry may do that no API reaches.
 */
public final class DynamoEveryCase implements EveryCase {
  /** As many as are read together, however large their answers are. */
  private static final int AT_ONCE = 25;

  private final DynamoDbTable<EnhancedDocument> receipts;

  public DynamoEveryCase(Cloud cloud) {
    this.receipts = Rows.of(cloud, Table.RECEIPTS);
  }

  @Override
  public Some after(String after) {
    ScanEnhancedRequest.Builder scan =
        ScanEnhancedRequest.builder().limit(AT_ONCE).consistentRead(true);
    if (after != null) {
      scan.exclusiveStartKey(Map.of("receiptNumber", AttributeValue.fromS(after)));
    }
    var page = receipts.scan(scan.build()).iterator().next();
    Map<String, AttributeValue> last = page.lastEvaluatedKey();
    return new Some(
        page.items().stream().map(row -> row.getString("applicationId")).toList(),
        last == null || last.isEmpty() ? null : last.get("receiptNumber").s());
  }
}
