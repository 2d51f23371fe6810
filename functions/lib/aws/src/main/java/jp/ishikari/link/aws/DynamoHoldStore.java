package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.Holds;
import jp.ishikari.link.domain.Part;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** Holds on DynamoDB, one row each, under the case and its kind and cause. */
public final class DynamoHoldStore implements HoldStore {
  /** Exactly the row of a hold that began and is not over. */
  private static final Expression OPEN =
      Expression.builder()
          .expression("attribute_exists(startedAt) AND attribute_not_exists(endedAt)")
          .build();

  private final DynamoDbTable<EnhancedDocument> holds;

  public DynamoHoldStore(Cloud cloud) {
    this.holds = Rows.of(cloud, Table.HOLDS);
  }

  @Override
  public Part<Begun> starting(Hold hold) {
    EnhancedDocument row =
        key(hold)
            .putString("kind", hold.kind().name())
            .putString("cause", hold.cause())
            .putString("startedAt", hold.startedAt().toString())
            .build();
    return Items.part(items -> items.putNew(holds, row, "hold", begun -> new Begun()));
  }

  @Override
  public Part<NotOpen> ending(Hold hold, Instant at) {
    EnhancedDocument end = key(hold).putString("endedAt", at.toString()).build();
    return Items.part(items -> items.update(holds, end, OPEN, other -> new NotOpen()));
  }

  private static EnhancedDocument.Builder key(Hold hold) {
    return Rows.row()
        .putString("applicationId", hold.applicationId())
        .putString("hold", hold.kind() + "#" + hold.cause());
  }

  @Override
  public Holds of(String applicationId) {
    List<Hold> found =
        holds
            .query(
                r -> r.queryConditional(keyEqualTo(Rows.key(applicationId))).consistentRead(true))
            .items()
            .stream()
            .map(DynamoHoldStore::read)
            .toList();
    return found.isEmpty() ? Holds.NONE : new Holds(found);
  }

  @Override
  public Map<String, Holds> ofAll(Set<String> applicationIds) {
    Map<String, Future<Holds>> asked = new HashMap<>();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      applicationIds.forEach(id -> asked.put(id, each.submit(() -> of(id))));
    }
    Map<String, Holds> found = new HashMap<>();
    asked.forEach((id, one) -> found.put(id, result(one)));
    return found;
  }

  /** What the engine could not do is told as it told it. */
  private static Holds result(Future<Holds> done) {
    if (done.state() == Future.State.FAILED && done.exceptionNow() instanceof RuntimeException e) {
      throw e;
    }
    return done.resultNow();
  }

  private static Hold read(EnhancedDocument row) {
    return new Hold(
        row.getString("applicationId"),
        Hold.Kind.valueOf(row.getString("kind")),
        row.getString("cause"),
        Instant.parse(row.getString("startedAt")),
        row.isPresent("endedAt") ? Instant.parse(row.getString("endedAt")) : null);
  }
}
