package jp.ishikari.link.aws;

import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.domain.identity.SessionStore;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Sessions on DynamoDB. */
public final class DynamoSessionStore implements SessionStore {
  private final DynamoDbTable<EnhancedDocument> sessions;

  public DynamoSessionStore(Cloud cloud) {
    this.sessions = Rows.of(cloud, Table.SESSIONS);
  }

  @Override
  public void start(Session session) {
    sessions.putItem(
        Rows.row()
            .putString("session", session.id())
            .putString("kind", session.kind().name())
            .putString("principalId", session.principalId())
            .putBoolean("proven", session.proven())
            .putString("lastSeenAt", session.lastSeenAt().toString())
            .putString("endsAt", session.endsAt().toString())
            .putNumber(Table.EXPIRY_ATTRIBUTE, session.endsAt().getEpochSecond())
            .build());
  }

  @Override
  public Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.getItem(r -> r.key(Rows.key(id)).consistentRead(true)))
        .map(
            row ->
                new Session(
                    id,
                    Session.Kind.valueOf(row.getString("kind")),
                    row.getString("principalId"),
                    row.getBoolean("proven"),
                    Instant.parse(row.getString("lastSeenAt")),
                    Instant.parse(row.getString("endsAt"))));
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
