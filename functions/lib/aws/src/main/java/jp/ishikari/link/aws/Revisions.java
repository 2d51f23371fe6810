package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.List;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** A table that keeps every revision of something: one row each, which is never written again. */
public final class Revisions<T> {
  /** All there are. */
  public static final int EVERY = Integer.MAX_VALUE;

  private final Cloud cloud;
  private final String key;
  private final Class<T> type;
  private final DynamoDbTable<EnhancedDocument> rows;

  public Revisions(Cloud cloud, Table table, Class<T> type) {
    this.cloud = cloud;
    this.key = table.key().partition().name();
    this.type = type;
    this.rows = Rows.of(cloud, table);
  }

  /** Newest first, at most {@code most}. */
  public List<T> newest(String of, int most) {
    return rows
        .query(
            r ->
                r.queryConditional(keyEqualTo(Rows.key(of)))
                    .scanIndexForward(false)
                    .limit(most)
                    .consistentRead(true))
        .stream()
        .flatMap(page -> page.items().stream())
        .limit(most)
        .map(row -> Json.MAPPER.readValue(row.getString("content"), type))
        .toList();
  }

  /** Begins a transaction with the token and one more; overtaken when that is there already. */
  public Transaction<NotSaved> adding(String of, int revision, T content, Idempotency token) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    transaction.putNew(
        rows,
        Rows.row()
            .putString(key, of)
            .putNumber("revision", revision)
            .putString("content", Json.MAPPER.writeValueAsString(content))
            .build(),
        key,
        taken -> new NotSaved.Overtaken());
    return transaction;
  }
}
