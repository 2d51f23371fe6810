package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Drafts on DynamoDB, one row each. A save is one transaction of 2 items: token, draft. */
public final class DynamoDraftStore implements DraftStore {
  /** There only where it holds: a condition tells by its absence. */
  private static final String VERIFIED = "verified";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> drafts;

  public DynamoDraftStore(Cloud cloud) {
    this.cloud = cloud;
    this.drafts = Rows.of(cloud, Table.DRAFTS);
  }

  @Override
  public Outcome<NotSaved, Draft> save(Draft next, Idempotency token) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    EnhancedDocument.Builder row =
        Rows.put(
            Rows.row()
                .putString("draftId", next.draftId())
                .putNumber("revision", next.revision())
                .putString("procedureId", next.procedureId())
                .putString("savedAt", next.savedAt().toString())
                .putNumber(Table.EXPIRY_ATTRIBUTE, next.expiresAt().getEpochSecond())
                .putString("content", Json.MAPPER.writeValueAsString(next)),
            "accountId",
            next.accountId());
    if (next.verified()) {
      row.putBoolean(VERIFIED, true);
    }
    if (next.revision() == 1) {
      transaction.putNew(drafts, row.build(), "draftId", taken -> new NotSaved.Overtaken());
    } else {
      transaction.put(
          drafts,
          row.build(),
          Expression.builder()
              .expression("revision = :before")
              .putExpressionValue(
                  ":before", AttributeValue.fromN(Integer.toString(next.revision() - 1)))
              .build(),
          other -> new NotSaved.Overtaken());
    }
    return transaction.commit(next);
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }

  @Override
  public Optional<Draft> find(String draftId, Instant now) {
    return Optional.ofNullable(drafts.getItem(r -> r.key(Rows.key(draftId)).consistentRead(true)))
        .map(DynamoDraftStore::read)
        .filter(draft -> now.isBefore(draft.expiresAt()));
  }

  @Override
  public List<Draft> ofAccount(String accountId, Instant now) {
    return drafts
        .index("byAccount")
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(accountId))).scanIndexForward(false))
        .stream()
        .flatMap(page -> page.items().stream())
        .map(DynamoDraftStore::read)
        .filter(draft -> now.isBefore(draft.expiresAt()))
        .toList();
  }

  @Override
  public int running(String procedureId, Instant now) {
    Expression standing =
        Expression.builder()
            .expression("#expires > :now")
            .putExpressionName("#expires", Table.EXPIRY_ATTRIBUTE)
            .putExpressionValue(":now", AttributeValue.fromN(Long.toString(now.getEpochSecond())))
            .build();
    return drafts
        .index("byProcedure")
        .query(
            r ->
                r.queryConditional(keyEqualTo(Rows.key(procedureId)))
                    .filterExpression(standing)
                    .select(Select.COUNT))
        .stream()
        .mapToInt(page -> page.count())
        .sum();
  }

  @Override
  public Part<NotEnded> ending(String draftId, String accountIdOrNull, boolean proven) {
    AttributeValue account = AttributeValue.fromS(accountIdOrNull == null ? "" : accountIdOrNull);
    String own = "(attribute_not_exists(accountId) OR accountId = :account)";
    Expression open =
        Expression.builder()
            .expression(proven ? own : own + " AND attribute_not_exists(" + VERIFIED + ")")
            .putExpressionValue(":account", account)
            .build();
    return Items.part(
        items ->
            items.delete(
                drafts,
                Rows.key(draftId),
                open,
                standing ->
                    account.equals(standing.get("accountId"))
                        ? NotEnded.PROOF_NEEDED
                        : NotEnded.OTHERS));
  }

  @Override
  public void remove(String draftId) {
    drafts.deleteItem(Rows.key(draftId));
  }

  private static Draft read(EnhancedDocument row) {
    return Json.MAPPER.readValue(row.getString("content"), Draft.class);
  }
}
