package jp.ishikari.link.aws;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.ApplicationStore.NotSaved;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.identity.Account;
import jp.ishikari.link.domain.identity.AccountStore;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/**
 * Accounts on DynamoDB: an identity row points to the account row; both are made in one
 * transaction.
 */
public final class DynamoAccountStore implements AccountStore {
  /** Of accounts from before there was a second one. */
  private static final String FIRST_SOURCE = "card";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> accounts;
  private final DynamoDbTable<EnhancedDocument> identities;

  public DynamoAccountStore(Cloud cloud) {
    this.cloud = cloud;
    this.accounts = Rows.of(cloud, Table.ACCOUNTS);
    this.identities = Rows.of(cloud, Table.IDENTITIES);
  }

  @Override
  public Account signIn(String identity, Map<String, String> claims, String source, Instant now) {
    Optional<String> attached = accountOf(identity);
    String accountId = attached.orElseGet(() -> UUID.randomUUID().toString());
    if (attached.isEmpty() && !create(identity, accountId)) {
      accountId = accountOf(identity).orElseThrow();
    }
    // The sign-in that is on record as the present one becomes the one before.
    EnhancedDocument standing = row(accountId);
    Instant before =
        standing.isPresent("signedInAt") ? Instant.parse(standing.getString("signedInAt")) : null;
    Account account = new Account(accountId, claims, source, Reception.today(now), before);
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("accountId", accountId)
            .putString("claims", Json.MAPPER.writeValueAsString(claims))
            .putString("source", source)
            .putString("asOf", account.asOf().toString())
            .putString("signedInAt", now.toString());
    Account known = read(standing, before);
    // Two providers may write one address in two ways; that is nobody's move.
    if (known.source().equals(source) && Account.moved(known.claims(), claims)) {
      row.putString(DynamoCertificateStore.CHANGED_ON, account.asOf().toString());
    }
    accounts.updateItem(Rows.put(row, "lastSignInAt", before).build());
    return account;
  }

  private EnhancedDocument row(String accountId) {
    return accounts.getItem(r -> r.key(Rows.key(accountId)).consistentRead(true));
  }

  private boolean create(String identity, String accountId) {
    Transaction transaction = new Transaction(cloud.tables());
    transaction.putNew(
        identities,
        Rows.row().putString("identity", identity).putString("accountId", accountId).build(),
        "identity",
        taken -> new NotSaved.Overtaken());
    transaction.putNew(
        accounts,
        Rows.row()
            .putString("accountId", accountId)
            .putString("claims", "{}")
            .putString("asOf", LocalDate.EPOCH.toString())
            .build(),
        "accountId",
        taken -> new NotSaved.Overtaken());
    return transaction.commit(accountId).fold(first -> false, done -> true);
  }

  @Override
  public Optional<String> accountOf(String identity) {
    return Optional.ofNullable(
            identities.getItem(r -> r.key(Rows.key(identity)).consistentRead(true)))
        .map(row -> row.getString("accountId"));
  }

  @Override
  public Optional<Account> find(String accountId) {
    return Optional.ofNullable(row(accountId))
        .map(
            row ->
                read(
                    row,
                    row.isPresent("lastSignInAt")
                        ? Instant.parse(row.getString("lastSignInAt"))
                        : null));
  }

  @SuppressWarnings("unchecked")
  private static Account read(EnhancedDocument row, Instant lastSignInAt) {
    return new Account(
        row.getString("accountId"),
        Json.MAPPER.readValue(row.getString("claims"), Map.class),
        row.isPresent("source") ? row.getString("source") : FIRST_SOURCE,
        LocalDate.parse(row.getString("asOf")),
        lastSignInAt);
  }
}
