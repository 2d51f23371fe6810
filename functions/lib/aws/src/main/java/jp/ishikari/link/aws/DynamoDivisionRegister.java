package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.ApplicationStore.NotSaved;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionChange;
import jp.ishikari.link.domain.DivisionRegister;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** Changes of divisions on DynamoDB. A save is one transaction of 3 items: token, change, row. */
public final class DynamoDivisionRegister implements DivisionRegister {
  /** Changes of all divisions are one partition. */
  private static final String CITY = "city";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> changes;

  public DynamoDivisionRegister(Cloud cloud) {
    this.cloud = cloud;
    this.changes = Rows.of(cloud, Table.DIVISION_CHANGES);
  }

  @Override
  public List<DivisionChange> history(int most) {
    return changes
        .query(
            r ->
                r.queryConditional(keyEqualTo(Rows.key(CITY)))
                    .scanIndexForward(false)
                    .limit(most)
                    .consistentRead(true))
        .stream()
        .limit(1)
        .flatMap(page -> page.items().stream())
        .map(row -> Json.MAPPER.readValue(row.getString("content"), DivisionChange.class))
        .toList();
  }

  @Override
  public Outcome<NotSaved, DivisionChange> save(
      Division division, boolean added, DivisionChange change, Idempotency token) {
    Transaction transaction = new Transaction(cloud.tables());
    new Tokens(cloud).add(transaction, token);
    transaction.putNew(
        changes,
        Rows.row()
            .putString("scope", CITY)
            .putNumber("revision", change.revision())
            .putString("content", Json.MAPPER.writeValueAsString(change))
            .build(),
        "scope",
        taken -> new NotSaved.Overtaken());
    transaction.update(
        Rows.of(cloud, Table.DIVISIONS),
        DynamoDivisionStore.described(division).build(),
        Expression.builder()
            .expression(added ? "attribute_not_exists(divisionId)" : "attribute_exists(divisionId)")
            .build(),
        other -> new NotSaved.Overtaken());
    return transaction.commit(change);
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }
}
