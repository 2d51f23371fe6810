package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.domain.identity.SessionStore;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Sessions on DynamoDB: residents' and staff's in tables of their own. */
public final class DynamoSessionStore implements SessionStore {
  private final DynamoDbTable<EnhancedDocument> sessions;

  private DynamoSessionStore(Cloud cloud, Table table) {
    this.sessions = Rows.of(cloud, table);
  }

  public static DynamoSessionStore ofResidents(Cloud cloud) {
    return new DynamoSessionStore(cloud, Table.SESSIONS);
  }

  public static DynamoSessionStore ofStaff(Cloud cloud) {
    return new DynamoSessionStore(cloud, Table.STAFF_SESSIONS);
  }

  @Override
  public void start(Session session) {
    sessions.putItem(
        Rows.row()
            .putString("session", session.id())
            .putString("kind", session.kind().name())
            .putString("principalId", session.principalId())
            .putBoolean("proven", session.proven())
            .putBoolean("asserted", session.asserted())
            .putString("device", session.device())
            .putString("startedAt", SortableTime.of(session.startedAt()))
            .putString("lastSeenAt", session.lastSeenAt().toString())
            .putString("endsAt", session.endsAt().toString())
            .putNumber(Table.EXPIRY_ATTRIBUTE, session.endsAt().getEpochSecond())
            .build());
  }

  @Override
  public Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.getItem(r -> r.key(Rows.key(id)).consistentRead(true)))
        .map(DynamoSessionStore::read);
  }

  @Override
  public List<Session> of(String principalId) {
    // The index may be a moment behind: what it names is looked at itself.
    return sessions
        .index("byPrincipal")
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(principalId))).scanIndexForward(false))
        .stream()
        .flatMap(page -> page.items().stream())
        .flatMap(row -> find(row.getString("session")).stream())
        .toList();
  }

  private static Session read(EnhancedDocument row) {
    return new Session(
        row.getString("session"),
        Session.Kind.valueOf(row.getString("kind")),
        row.getString("principalId"),
        row.getBoolean("proven"),
        // Sessions of before there were these three live on for some hours.
        row.isPresent("asserted") && row.getBoolean("asserted"),
        row.isPresent("device") ? row.getString("device") : "",
        row.isPresent("startedAt")
            ? Instant.parse(row.getString("startedAt"))
            : Instant.parse(row.getString("lastSeenAt")),
        Instant.parse(row.getString("lastSeenAt")),
        Instant.parse(row.getString("endsAt")));
  }

  @Override
  public void seen(String id, Instant at) {
    Expression still =
        Expression.builder()
            .expression("attribute_exists(#session)")
            .putExpressionName("#session", "session")
            .build();
    try {
      sessions.updateItem(
          r ->
              r.item(
                      Rows.row()
                          .putString("session", id)
                          .putString("lastSeenAt", at.toString())
                          .build())
                  .conditionExpression(still));
    } catch (ConditionalCheckFailedException signedOut) {
      // Signed out meanwhile: it stays so.
    }
  }

  @Override
  public void end(String id) {
    sessions.deleteItem(Rows.key(id));
  }
}
