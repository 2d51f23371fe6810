package jp.ishikari.link.aws;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.DocumentTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;

/**
 * Tables as the blueprint declares them: the key schema is read from there, so it cannot differ.
 */
public final class Rows {
  /** Of one BatchGetItem, by the service's own limit. */
  private static final int AT_ONCE = 100;

  private Rows() {}

  /** The table under its physical name. */
  public static DynamoDbTable<EnhancedDocument> of(Cloud cloud, Table table) {
    return cloud.tables().table(cloud.environment().nameOf(table), schema(table));
  }

  /** A new, empty row. */
  public static EnhancedDocument.Builder row() {
    return EnhancedDocument.builder()
        .attributeConverterProviders(AttributeConverterProvider.defaultProvider());
  }

  static DocumentTableSchema schema(Table table) {
    DocumentTableSchema.Builder schema =
        TableSchema.documentSchemaBuilder()
            .attributeConverterProviders(List.of(AttributeConverterProvider.defaultProvider()));
    add(schema, TableMetadata.primaryIndexName(), table.key());
    table.indexes().forEach(index -> add(schema, index.name(), index.key()));
    return schema.build();
  }

  private static void add(DocumentTableSchema.Builder schema, String index, Table.KeySchema key) {
    schema.addIndexPartitionKey(index, key.partition().name(), type(key.partition()));
    key.sort().ifPresent(sort -> schema.addIndexSortKey(index, sort.name(), type(sort)));
  }

  private static AttributeValueType type(Table.KeyAttribute attribute) {
    return switch (attribute.type()) {
      case S -> AttributeValueType.S;
      case N -> AttributeValueType.N;
    };
  }

  public static Key key(String partition) {
    return Key.builder().partitionValue(partition).build();
  }

  public static Key key(String partition, String sort) {
    return Key.builder().partitionValue(partition).sortValue(sort).build();
  }

  public static Key key(String partition, Number sort) {
    return Key.builder().partitionValue(partition).sortValue(sort).build();
  }

  /** Those rows of the table that are there (consistent), however many are asked for. */
  static Stream<EnhancedDocument> all(
      Cloud cloud, DynamoDbTable<EnhancedDocument> table, Collection<Key> keys) {
    List<Key> each = List.copyOf(keys);
    return IntStream.iterate(0, from -> from < each.size(), from -> from + AT_ONCE)
        .mapToObj(from -> each.subList(from, Math.min(each.size(), from + AT_ONCE)))
        .flatMap(some -> batch(cloud, table, some));
  }

  private static Stream<EnhancedDocument> batch(
      Cloud cloud, DynamoDbTable<EnhancedDocument> table, List<Key> keys) {
    ReadBatch.Builder<EnhancedDocument> batch =
        ReadBatch.builder(EnhancedDocument.class).mappedTableResource(table);
    keys.forEach(key -> batch.addGetItem(r -> r.key(key).consistentRead(true)));
    return cloud
        .tables()
        .batchGetItem(r -> r.readBatches(batch.build()))
        .resultsForTable(table)
        .stream();
  }

  /** Puts a text where there is one; an absent attribute says null. */
  public static EnhancedDocument.Builder put(
      EnhancedDocument.Builder row, String attribute, Object valueOrNull) {
    return valueOrNull == null ? row : row.putString(attribute, valueOrNull.toString());
  }

  public static EnhancedDocument.Builder put(
      EnhancedDocument.Builder row, String attribute, Integer valueOrNull) {
    return valueOrNull == null ? row : row.putNumber(attribute, valueOrNull);
  }

  public static Integer integer(EnhancedDocument row, String attribute) {
    return row.isPresent(attribute) ? row.getNumber(attribute).intValue() : null;
  }
}
