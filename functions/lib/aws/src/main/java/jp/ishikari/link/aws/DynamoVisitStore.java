package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.counter.Attestation;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.counter.VisitStore;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Visits at terminals on DynamoDB, one row each. What staff find out is a transaction of 2 items.
 */
public final class DynamoVisitStore implements VisitStore {
  /** All who wait in the city are one partition of the index: a handful. */
  private static final String WAITING = "waiting";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> visits;

  public DynamoVisitStore(Cloud cloud) {
    this.cloud = cloud;
    this.visits = Rows.of(cloud, Table.VISITS);
  }

  @Override
  public void begin(Visit visit) {
    visits.putItem(
        named(visit.visitId())
            .putString("terminalId", visit.terminalId())
            .putNumber("terminalRevision", visit.terminalRevision())
            .putString("terminalName", visit.terminalName())
            .putString("divisions", String.join(",", visit.divisions()))
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
    return change(
        named(visitId)
            .putString("session", session)
            .putNull("waiting")
            .putNull("waitingSince")
            .putNull("content"));
  }

  @Override
  public boolean wait(String visitId, Visit.Waiting orNull, boolean anew) {
    return change(
        orNull == null
            ? named(visitId).putNull("waiting").putNull("waitingSince").putNull("content")
            : named(visitId)
                .putString("waiting", WAITING)
                .putString("waitingSince", SortableTime.of(orNull.since()))
                .putString("content", Json.MAPPER.writeValueAsString(orNull)),
        orNull == null || anew
            ? "attribute_exists(#visit)"
            : "attribute_exists(#visit) AND attribute_not_exists(attestation)");
  }

  @Override
  public List<Visit> waiting() {
    return visits.index("waiting").query(keyEqualTo(Rows.key(WAITING))).stream()
        .flatMap(page -> page.items().stream())
        .map(DynamoVisitStore::read)
        .toList();
  }

  @Override
  public Outcome<NotSaved, Attestation> attest(
      String visitId, Visit.Waiting as, Attestation found, Idempotency token) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    transaction.update(
        visits,
        named(visitId)
            .putString("attestation", Json.MAPPER.writeValueAsString(found))
            .putNull("waiting")
            .putNull("waitingSince")
            .putNull("content")
            .build(),
        Expression.builder()
            .expression("content = :as")
            .putExpressionValue(":as", AttributeValue.fromS(Json.MAPPER.writeValueAsString(as)))
            .build(),
        other -> new NotSaved.Overtaken());
    return transaction.commit(found);
  }

  @Override
  public Part<VisitEnded> going(String visitId) {
    Expression standing =
        Expression.builder()
            .expression("attribute_exists(#visit)")
            .putExpressionName("#visit", "visit")
            .build();
    return Items.part(
        items -> items.check(visits, Rows.key(visitId), standing, ended -> new VisitEnded()));
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }

  @Override
  public void end(String visitId) {
    visits.deleteItem(Rows.key(visitId));
  }

  /** Only of a visit that goes on: nothing brings an ended one back. */
  private boolean change(EnhancedDocument.Builder row) {
    return change(row, "attribute_exists(#visit)");
  }

  private boolean change(EnhancedDocument.Builder row, String condition) {
    Expression still =
        Expression.builder().expression(condition).putExpressionName("#visit", "visit").build();
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
        row.getString("terminalName"),
        Set.of(row.getString("divisions").split(",")),
        Instant.parse(row.getString("startedAt")),
        Instant.parse(row.getString("lastSeenAt")),
        Instant.parse(row.getString("endsAt")),
        row.isPresent("content")
            ? Json.MAPPER.readValue(row.getString("content"), Visit.Waiting.class)
            : null,
        row.isPresent("attestation")
            ? Json.MAPPER.readValue(row.getString("attestation"), Attestation.class)
            : null,
        row.getString("session"));
  }
}
