package jp.ishikari.link.identity.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Accounts on DynamoDB: an identity row points to the account row; both are made in one
 * transaction.
 */
public final class DynamoAccountStore implements AccountStore {
  /** Of accounts from before there was a second one. */
  static final String FIRST_SOURCE = "card";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> accounts;
  private final DynamoDbTable<EnhancedDocument> identities;
  private final DynamoDbTable<EnhancedDocument> records;

  public DynamoAccountStore(Cloud cloud) {
    this.cloud = cloud;
    this.accounts = Rows.of(cloud, Table.ACCOUNTS);
    this.identities = Rows.of(cloud, Table.IDENTITIES);
    this.records = Rows.of(cloud, Table.SIGN_IN_RECORDS);
  }

  @Override
  public Account signIn(String identity, Map<String, String> claims, String source, Instant now) {
    Optional<String> attached = accountOf(identity);
    String accountId = attached.orElseGet(() -> UUID.randomUUID().toString());
    if (attached.isEmpty() && !create(identity, accountId, source, now)) {
      accountId = accountOf(identity).orElseThrow();
    }
    // The sign-in that is on record as the present one becomes the one before.
    EnhancedDocument standing = row(accountId);
    Instant before =
        standing.isPresent("signedInAt") ? Instant.parse(standing.getString("signedInAt")) : null;
    Account known = read(standing, before);
    EnhancedDocument.Builder row =
        Rows.row().putString("accountId", accountId).putString("signedInAt", now.toString());
    Rows.put(row, "lastSignInAt", before);
    if (claims.isEmpty()) {
      // A way that says nothing of the person takes nothing away either.
      accounts.updateItem(row.build());
      return known;
    }
    Account account = new Account(accountId, claims, source, Reception.today(now), before);
    row.putString("claims", Json.MAPPER.writeValueAsString(claims))
        .putString("source", source)
        .putString("asOf", account.asOf().toString());
    // Two providers may write one address in two ways; that does not count as a change of address.
    if (known.source().equals(source) && Account.moved(known.claims(), claims)) {
      row.putString(DynamoCertificateStore.CHANGED_ON, account.asOf().toString());
    }
    accounts.updateItem(row.build());
    return account;
  }

  private EnhancedDocument row(String accountId) {
    return accounts.getItem(r -> r.key(Rows.key(accountId)).consistentRead(true));
  }

  private boolean create(String identity, String accountId, String way, Instant now) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.putNew(
        identities,
        row(identity, accountId, way, now),
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

  private static EnhancedDocument row(String identity, String accountId, String way, Instant now) {
    return Rows.row()
        .putString("identity", identity)
        .putString("accountId", accountId)
        .putString("way", way)
        .putString("since", now.toString())
        .build();
  }

  @Override
  public Attachment attach(String accountId, String identity, String way, SignInRecord entry) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.putNew(
        identities,
        row(identity, accountId, way, entry.at()),
        "identity",
        taken -> new NotSaved.Overtaken());
    transaction.put(records, DynamoSignInRecords.row(entry));
    return transaction
        .commit(Attachment.ATTACHED)
        .fold(
            stands ->
                accountOf(identity).equals(Optional.of(accountId))
                    ? Attachment.STOOD
                    : Attachment.TAKEN,
            attached -> attached);
  }

  @Override
  public boolean detach(String accountId, String identity, SignInRecord entry) {
    Expression own =
        Expression.builder()
            .expression("accountId = :account")
            .putExpressionValue(":account", AttributeValue.fromS(accountId))
            .build();
    Optional<String> staying =
        ways(accountId).stream()
            .map(AttachedWay::identity)
            .filter(other -> !other.equals(identity))
            .findFirst();
    if (staying.isEmpty()) {
      return false;
    }
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.delete(identities, Rows.key(identity), own, other -> new NotSaved.Overtaken());
    // Two who each take the other's away meet here, and one of them fails.
    transaction.check(identities, Rows.key(staying.get()), own, other -> new NotSaved.Overtaken());
    transaction.put(records, DynamoSignInRecords.row(entry));
    return transaction.commit(accountId).fold(gone -> false, done -> true);
  }

  @Override
  public List<AttachedWay> ways(String accountId) {
    return identities.index("byAccount").query(keyEqualTo(Rows.key(accountId))).stream()
        .flatMap(page -> page.items().stream())
        .map(
            row ->
                new AttachedWay(
                    row.getString("identity"),
                    row.isPresent("way") ? row.getString("way") : FIRST_SOURCE,
                    row.isPresent("since") ? Instant.parse(row.getString("since")) : null))
        .toList();
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
