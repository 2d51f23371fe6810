package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Procedures on DynamoDB: one row per version; the newest alone carries the key of the index
 * "listed".
 */
public final class DynamoProcedureStore implements ProcedureStore {
  private static final String LISTED = "listed";

  private final DynamoDbEnhancedClient client;
  private final DynamoDbTable<EnhancedDocument> procedures;

  public DynamoProcedureStore(Cloud cloud) {
    this.client = cloud.tables();
    this.procedures = Rows.of(cloud, Table.PROCEDURES);
  }

  @Override
  public Optional<Procedure> current(String procedureId) {
    return procedures
        .query(
            r ->
                r.queryConditional(keyEqualTo(Rows.key(procedureId)))
                    .scanIndexForward(false)
                    .consistentRead(true)
                    .limit(1))
        .stream()
        .flatMap(page -> page.items().stream())
        .findFirst()
        .map(DynamoProcedureStore::read);
  }

  @Override
  public Optional<Procedure> version(String procedureId, int version) {
    return Optional.ofNullable(procedures.getItem(Rows.key(procedureId, version)))
        .map(DynamoProcedureStore::read);
  }

  @Override
  public List<Procedure> versions(String procedureId) {
    return procedures
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(procedureId))).scanIndexForward(false))
        .items()
        .stream()
        .map(DynamoProcedureStore::read)
        .toList();
  }

  @Override
  public List<Procedure> listed() {
    return procedures.index(LISTED).query(keyEqualTo(Rows.key(LISTED))).stream()
        .flatMap(page -> page.items().stream())
        .map(DynamoProcedureStore::read)
        .toList();
  }

  @Override
  public boolean publish(Procedure procedure) {
    TransactWriteItemsEnhancedRequest.Builder items =
        TransactWriteItemsEnhancedRequest.builder()
            .addPutItem(
                procedures,
                TransactPutItemEnhancedRequest.builder(EnhancedDocument.class)
                    .item(listed(procedure))
                    .conditionExpression(
                        Expression.builder()
                            .expression("attribute_not_exists(procedureId)")
                            .build())
                    .build());
    current(procedure.procedureId())
        .filter(before -> before.version() < procedure.version())
        .ifPresent(before -> items.addPutItem(procedures, unlisted(before)));
    try {
      client.transactWriteItems(items.build());
      return true;
    } catch (TransactionCanceledException exists) {
      return false;
    }
  }

  /** The procedure of a stream record's new image. */
  public static Procedure procedure(Map<String, AttributeValue> image) {
    return read(EnhancedDocument.fromAttributeValueMap(image));
  }

  public static EnhancedDocument listed(Procedure procedure) {
    return row(procedure).putString(LISTED, LISTED).build();
  }

  public static EnhancedDocument unlisted(Procedure before) {
    return row(before).build();
  }

  /** Of the row of the version that is published now, and of no other. */
  public static Expression isListed() {
    return Expression.builder()
        .expression("attribute_exists(#listed)")
        .putExpressionName("#listed", LISTED)
        .build();
  }

  private static EnhancedDocument.Builder row(Procedure procedure) {
    return Rows.row()
        .putString("procedureId", procedure.procedureId())
        .putNumber("version", procedure.version())
        .putString("content", Json.MAPPER.writeValueAsString(procedure));
  }

  private static Procedure read(EnhancedDocument row) {
    return Json.MAPPER.readValue(row.getString("content"), Procedure.class);
  }
}
