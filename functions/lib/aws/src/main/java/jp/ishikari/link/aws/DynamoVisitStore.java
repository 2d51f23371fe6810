package jp.ishikari.link.aws;

import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.counter.VisitStore;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Visits at terminals on DynamoDB, one row each. */
public final class DynamoVisitStore implements VisitStore {
  private final DynamoDbTable<EnhancedDocument> visits;

  public DynamoVisitStore(Cloud cloud) {
    this.visits = Rows.of(cloud, Table.VISITS);
  }

  @Override
  public void begin(Visit visit) {
    visits.putItem(
        named(visit.visitId())
            .putString("terminalId", visit.terminalId())
            .putNumber("terminalRevision", visit.terminalRevision())
            .putString("startedAt", visit.startedAt().toString())
            .putString("lastSeenAt", visit.lastSeenAt().toString())
            .putString("endsAt", visit.endsAt().toString())
            .putNumber(Table.EXPIRY_ATTRIBUTE, visit.endsAt().getEpochSecond())
            .build());
  }

  @Override
  public Optional<Visit> find(String visitId) {
    return Optional.ofNullable(visits.getItem(r -> r.key(Rows.key(visitId)).consistentRead(true)))
        .map(DynamoVisitStore::read);
  }

  @Override
  public void seen(String visitId, Instant at) {
    change(named(visitId).putString("lastSeenAt", at.toString()));
  }

  @Override
  public boolean signedIn(String visitId, String session) {
    return change(named(visitId).putString("session", session));
  }

  @Override
  public void end(String visitId) {
    visits.deleteItem(Rows.key(visitId));
  }

  /** Only of a visit that goes on: nothing brings an ended one back. */
  private boolean change(EnhancedDocument.Builder row) {
    Expression still =
        Expression.builder()
            .expression("attribute_exists(#visit)")
            .putExpressionName("#visit", "visit")
            .build();
    try {
      visits.updateItem(r -> r.item(row.build()).ignoreNulls(false).conditionExpression(still));
      return true;
    } catch (ConditionalCheckFailedException ended) {
      return false;
    }
  }

  private static EnhancedDocument.Builder named(String visitId) {
    return Rows.row().putString("visit", visitId);
  }

  private static Visit read(EnhancedDocument row) {
    return new Visit(
        row.getString("visit"),
        row.getString("terminalId"),
        row.getNumber("terminalRevision").intValue(),
        Instant.parse(row.getString("startedAt")),
        Instant.parse(row.getString("lastSeenAt")),
        Instant.parse(row.getString("endsAt")),
        row.getString("session"));
  }
}
