package jp.ishikari.link.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** A table of the blueprint as a request to an engine; where no CloudFormation makes it. */
public final class TableRequests {
  private TableRequests() {}

  public static CreateTableRequest create(Table table) {
    Map<String, AttributeDefinition> attributes = new LinkedHashMap<>();
    Stream.concat(Stream.of(table.key()), table.indexes().stream().map(Table.Index::key))
        .flatMap(key -> Stream.concat(Stream.of(key.partition()), key.sort().stream()))
        .forEach(
            a ->
                attributes.put(
                    a.name(),
                    AttributeDefinition.builder()
                        .attributeName(a.name())
                        .attributeType(a.type().name())
                        .build()));
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(Names.physical(table))
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(attributes.values())
            .keySchema(keys(table.key()));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(
          table.indexes().stream()
              .map(
                  index ->
                      GlobalSecondaryIndex.builder()
                          .indexName(index.name())
                          .keySchema(keys(index.key()))
                          .projection(p -> p.projectionType(ProjectionType.ALL))
                          .build())
              .toList());
    }
    if (table.streams()) {
      request.streamSpecification(
          s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE));
    }
    return request.build();
  }

  private static List<KeySchemaElement> keys(Table.KeySchema key) {
    return Stream.concat(
            Stream.of(element(key.partition(), KeyType.HASH)),
            key.sort().stream().map(sort -> element(sort, KeyType.RANGE)))
        .toList();
  }

  private static KeySchemaElement element(Table.KeyAttribute attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute.name()).keyType(type).build();
  }
}
