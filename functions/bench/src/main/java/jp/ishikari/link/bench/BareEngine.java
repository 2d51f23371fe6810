package jp.ishikari.link.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The floor: writes the identical items as a submit, with nothing around it. */
final class BareEngine {
  private final DynamoDbClient engine;
  private final List<TransactWriteItem> items;

  private BareEngine(DynamoDbClient engine, List<TransactWriteItem> items) {
    this.engine = engine;
    this.items = items;
  }

  /** With the rows one submit left behind, as puts with the conditions that the store sets. */
  static BareEngine afterSubmit(DynamoDbClient engine, String applicationId) {
    List<TransactWriteItem> items = new ArrayList<>();
    for (Table table :
        List.of(Table.TOKENS, Table.RECEIPTS, Table.APPLICATIONS, Table.EVENTS, Table.PEOPLE)) {
      for (Map<String, AttributeValue> row : all(engine, table)) {
        boolean ours =
            switch (table) {
              case TOKENS -> row.get("answer").s().contains(applicationId);
              case EVENTS -> Subject.APPLICATION.of(applicationId).equals(row.get("subject").s());
              default -> applicationId.equals(row.get("applicationId").s());
            };
        if (ours) {
          Put.Builder put = Put.builder().tableName(Names.physical(table)).item(row);
          if (table != Table.PEOPLE) {
            put.conditionExpression("attribute_not_exists(#key)")
                .expressionAttributeNames(Map.of("#key", table.key().partition().name()));
          }
          items.add(TransactWriteItem.builder().put(put.build()).build());
        }
      }
    }
    return new BareEngine(engine, items);
  }

  /** How many items one submit writes. */
  int items() {
    return items.size();
  }

  /** The same items under ids of their own. */
  void write() {
    String id = UUID.randomUUID().toString();
    List<TransactWriteItem> fresh = new ArrayList<>();
    for (TransactWriteItem item : items) {
      Map<String, AttributeValue> row = new HashMap<>(item.put().item());
      for (String attribute : List.of("applicationId", "receiptNumber", "token")) {
        row.computeIfPresent(attribute, (name, old) -> AttributeValue.fromS(id));
      }
      row.computeIfPresent(
          "subject", (name, old) -> AttributeValue.fromS(Subject.APPLICATION.of(id)));
      fresh.add(TransactWriteItem.builder().put(item.put().toBuilder().item(row).build()).build());
    }
    engine.transactWriteItems(r -> r.transactItems(fresh));
  }

  /** One attribute of one row. */
  static void touch(DynamoDbClient engine, String delivery) {
    engine.updateItem(
        r ->
            r.tableName(Names.physical(Table.DELIVERIES))
                .key(Map.of("delivery", AttributeValue.fromS(delivery)))
                .updateExpression("SET touched = :now")
                .expressionAttributeValues(
                    Map.of(":now", AttributeValue.fromN(Long.toString(System.nanoTime())))));
  }

  static List<Map<String, AttributeValue>> all(DynamoDbClient engine, Table table) {
    List<Map<String, AttributeValue>> rows = new ArrayList<>();
    engine.scanPaginator(r -> r.tableName(Names.physical(table))).items().forEach(rows::add);
    return rows;
  }
}
