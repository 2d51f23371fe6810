package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.partner.PartnerClient;
import jp.ishikari.link.domain.partner.PartnerClientStore;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Clients of the partner API on DynamoDB, one row each. A save is one transaction of 2 items: token
 * and row.
 */
public final class DynamoPartnerClientStore implements PartnerClientStore {
  /** All clients of a city are one partition of the index. */
  private static final String LISTED = "listed";

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
        .map(DynamoPartnerClientStore::read);
  }

  @Override
  public Outcome<NotSaved, PartnerClient> save(PartnerClient next, Idempotency token) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    transaction.put(
        clients,
        Rows.row()
            .putString("clientId", next.clientId())
            .putString("listed", LISTED)
            .putNumber("revision", next.revision())
            .putString("content", Json.MAPPER.writeValueAsString(next))
            .build(),
        before(next),
        other -> new NotSaved.Overtaken());
    return transaction.commit(next);
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
