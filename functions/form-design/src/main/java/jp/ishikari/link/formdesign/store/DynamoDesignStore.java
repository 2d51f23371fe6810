package jp.ishikari.link.formdesign.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.Tokens;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Designs on DynamoDB, one row each. A save is one transaction of 2 items: token, design; a
 * publication of 4 to 6: the new version, the one it replaces, and what others are to know of
 * besides.
 */
public final class DynamoDesignStore implements DesignStore {
  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> designs;

  public DynamoDesignStore(Cloud cloud) {
    this.cloud = cloud;
    this.designs = Rows.of(cloud, Table.DESIGNS);
  }

  @Override
  public Optional<Design> find(String procedureId) {
    return Optional.ofNullable(
            designs.getItem(r -> r.key(Rows.key(procedureId)).consistentRead(true)))
        .map(DynamoDesignStore::read);
  }

  @Override
  public List<Design> ofDivision(String divisionId) {
    return designs.index("byDivision").query(keyEqualTo(Rows.key(divisionId))).stream()
        .flatMap(page -> page.items().stream())
        .map(DynamoDesignStore::read)
        .sorted(Comparator.comparing(Design::procedureId))
        .toList();
  }

  @Override
  public Outcome<NotSaved, Design> save(Design next, Idempotency token) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    add(transaction, next);
    return transaction.commit(next);
  }

  @Override
  public Outcome<NotSaved, Design> publish(
      Design next,
      Procedure version,
      Procedure beforeOrNull,
      List<Part<NotSaved>> besides,
      Idempotency token) {
    DynamoDbTable<EnhancedDocument> procedures = Rows.of(cloud, Table.PROCEDURES);
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    add(transaction, next);
    transaction.putNew(
        procedures,
        DynamoProcedureStore.listed(version),
        "procedureId",
        taken -> new NotSaved.Overtaken());
    if (beforeOrNull != null) {
      transaction.put(
          procedures,
          DynamoProcedureStore.unlisted(beforeOrNull),
          DynamoProcedureStore.isListed(),
          other -> new NotSaved.Overtaken());
    }
    besides.forEach(transaction::add);
    return transaction.commit(next);
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }

  private void add(Transaction<NotSaved> transaction, Design next) {
    EnhancedDocument row =
        Rows.row()
            .putString("procedureId", next.procedureId())
            .putString("divisionId", next.draft().divisionId())
            .putNumber("revision", next.revision())
            .putString("content", Json.MAPPER.writeValueAsString(next))
            .build();
    if (next.revision() == 1) {
      transaction.putNew(designs, row, "procedureId", taken -> new NotSaved.Overtaken());
    } else {
      transaction.put(
          designs,
          row,
          Expression.builder()
              .expression("revision = :before")
              .putExpressionValue(
                  ":before", AttributeValue.fromN(Integer.toString(next.revision() - 1)))
              .build(),
          other -> new NotSaved.Overtaken());
    }
  }

  private static Design read(EnhancedDocument row) {
    return Json.MAPPER.readValue(row.getString("content"), Design.class);
  }
}
