package jp.ishikari.link.aws;

import jp.ishikari.link.domain.payment.Need;
import jp.ishikari.link.domain.payment.Order;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/**
 * A payment as a row: whole, as it is written whole. Those that are to be looked at stand in one of
 * a few slices of the index by the moment at which they are due; the others are not in it. Those
 * that wait for one of the staff stand in another under their division.
 */
public final class OrderRow {
  /** Payments that are due are spread over this many partitions of the sparse index. */
  public static final int SLICES = 8;

  private OrderRow() {}

  public static String slice(int number) {
    return "slice-" + number;
  }

  public static EnhancedDocument write(Order order) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("applicationId", order.applicationId())
            .putNumber("version", order.version())
            .putString("content", Json.MAPPER.writeValueAsString(order));
    if (order.lookAt() != null) {
      row.putString("due", slice(Math.floorMod(order.applicationId().hashCode(), SLICES)))
          .putString("dueAt", SortableTime.of(order.lookAt()));
    }
    if (!Need.of(order).isEmpty()) {
      row.putString("needing", order.divisionId())
          .putString("needingSince", SortableTime.of(order.history().getLast().at()));
    }
    return row.build();
  }

  public static Order read(EnhancedDocument row) {
    return Json.MAPPER.readValue(row.getString("content"), Order.class);
  }
}
