package jp.ishikari.link.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How far a facet of a case is (docs/adr/0017): one small row beside its others under the
 * application, with a version, of which a list reads a hundred at once.
 *
 * @param <T> what such a row says
 */
public final class FacetRows<T> {
  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> table;
  private final String entry;
  private final Function<EnhancedDocument, T> reading;
  private final Function<String, T> none;

  /**
   * @param entry sort key of the row; those of the others are other words
   * @param none of an application where nothing of it has happened
   */
  public FacetRows(
      Cloud cloud,
      Table table,
      String entry,
      Function<EnhancedDocument, T> reading,
      Function<String, T> none) {
    this.cloud = cloud;
    this.table = Rows.of(cloud, table);
    this.entry = entry;
    this.reading = reading;
    this.none = none;
  }

  /** Of each of the applications (consistent). */
  public Map<String, T> ofAll(Set<String> applicationIds) {
    Map<String, T> found = new HashMap<>();
    applicationIds.forEach(id -> found.put(id, none.apply(id)));
    Rows.all(cloud, table, applicationIds.stream().map(id -> Rows.key(id, entry)).toList())
        .forEach(row -> found.put(row.getString("applicationId"), reading.apply(row)));
    return found;
  }

  /** The row after the next event. */
  public EnhancedDocument.Builder following(String applicationId, int version) {
    return Rows.row()
        .putString("applicationId", applicationId)
        .putString("entry", entry)
        .putNumber("version", version + 1);
  }

  /** That the row stands as it was read. */
  public static Expression still(int version) {
    return version == 0
        ? Expression.builder().expression("attribute_not_exists(version)").build()
        : Expression.builder()
            .expression("version = :before")
            .putExpressionValue(":before", AttributeValue.fromN(Integer.toString(version)))
            .build();
  }
}
