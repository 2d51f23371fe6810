package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.NoticeId;
import jp.ishikari.link.domain.UndeliveredNotice;
import jp.ishikari.link.domain.UndeliveredNotices;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/**
 * On the rows of the deliveries themselves: only one that failed names its application, and so
 * stands in the index.
 */
public final class DynamoUndeliveredNotices implements UndeliveredNotices {
  private final DynamoDbTable<EnhancedDocument> deliveries;

  public DynamoUndeliveredNotices(Cloud cloud) {
    this.deliveries = Rows.of(cloud, Table.DELIVERIES);
  }

  @Override
  public void add(UndeliveredNotice notice) {
    deliveries.updateItem(
        Rows.row()
            .putString("delivery", notice.notice().text())
            .putString("applicationId", notice.notice().applicationId())
            .putString("failedAt", SortableTime.of(notice.at()))
            .putString("why", notice.why().name())
            .build());
  }

  @Override
  public List<UndeliveredNotice> of(String applicationId) {
    return deliveries.index("undelivered").query(keyEqualTo(Rows.key(applicationId))).stream()
        .flatMap(page -> page.items().stream())
        .map(DynamoUndeliveredNotices::notice)
        .sorted(
            Comparator.comparing((UndeliveredNotice one) -> one.notice().about())
                .thenComparing(one -> one.notice().sequence()))
        .toList();
  }

  private static UndeliveredNotice notice(EnhancedDocument row) {
    return new UndeliveredNotice(
        NoticeId.read(row.getString("delivery")).orElseThrow(),
        Instant.parse(row.getString("failedAt")),
        UndeliveredNotice.Why.valueOf(row.getString("why")));
  }
}
