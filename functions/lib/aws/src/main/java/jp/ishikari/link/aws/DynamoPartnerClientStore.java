package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NameAsRead;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.partner.PartnerClient;
import jp.ishikari.link.domain.partner.PartnerClientStore;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Secrets;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Clients of the partner API on DynamoDB, one row each, and one that holds its name. Registering is
 * one transaction of 3 items: token, row and name; so is revoking; any other save is 2.
 */
public final class DynamoPartnerClientStore implements PartnerClientStore {
  /** All clients of a city are one partition of the index. */
  private static final String LISTED = "listed";

  /** What the key of a row that holds a name begins with; no client's id does. */
  private static final String NAME = "name#";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> clients;
  private final KmsMac secrets;

  public DynamoPartnerClientStore(Cloud cloud) {
    this.cloud = cloud;
    this.clients = Rows.of(cloud, Table.PARTNER_CLIENTS);
    this.secrets = new KmsMac(cloud, Key.PARTNER_SECRETS);
  }

  @Override
  public List<PartnerClient> all() {
    return clients.index("listed").query(keyEqualTo(Rows.key(LISTED))).stream()
        .flatMap(page -> page.items().stream())
        .map(DynamoPartnerClientStore::read)
        .toList();
  }

  @Override
  public Optional<PartnerClient> find(String clientId) {
    return Optional.ofNullable(clients.getItem(r -> r.key(Rows.key(clientId)).consistentRead(true)))
        .filter(row -> row.isPresent("content"))
        .map(DynamoPartnerClientStore::read);
  }

  @Override
  public Outcome<NotRegistered, PartnerClient> register(PartnerClient first, Idempotency token) {
    Transaction<NotRegistered> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token).as(NotRegistered.Unsaved::new));
    transaction.put(
        clients,
        row(first),
        before(first),
        other -> new NotRegistered.Unsaved(new NotSaved.Overtaken()));
    transaction.put(
        clients,
        nameRow(first, false),
        Expression.builder()
            .expression("attribute_not_exists(clientId) OR freed = :freed")
            .putExpressionValue(":freed", AttributeValue.fromBool(true))
            .build(),
        held -> new NotRegistered.NameTaken());
    return transaction.commit(first);
  }

  @Override
  public Outcome<NotSaved, PartnerClient> save(PartnerClient next, Idempotency token) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    transaction.put(clients, row(next), before(next), other -> new NotSaved.Overtaken());
    if (next.isRevoked()) {
      transaction.put(clients, nameRow(next, true));
    }
    return transaction.commit(next);
  }

  private static EnhancedDocument row(PartnerClient client) {
    return Rows.row()
        .putString("clientId", client.clientId())
        .putString("listed", LISTED)
        .putNumber("revision", client.revision())
        .putString("content", Json.MAPPER.writeValueAsString(client))
        .build();
  }

  /** Holds a name, or held it; listed nowhere. */
  private static EnhancedDocument nameRow(PartnerClient client, boolean freed) {
    return Rows.row()
        .putString("clientId", NAME + Secrets.hash(NameAsRead.of(client.name())))
        .putBoolean("freed", freed)
        .build();
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }

  @Override
  public String hash(String secret) {
    return secrets.hash("partner", secret);
  }

  private static Expression before(PartnerClient next) {
    if (next.revision() == 1) {
      return Expression.builder().expression("attribute_not_exists(clientId)").build();
    }
    return Expression.builder()
        .expression("revision = :before")
        .putExpressionValue(":before", AttributeValue.fromN(Integer.toString(next.revision() - 1)))
        .build();
  }

  private static PartnerClient read(EnhancedDocument row) {
    return Json.MAPPER.readValue(row.getString("content"), PartnerClient.class);
  }
}
