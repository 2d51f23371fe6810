package jp.ishikari.link.payments.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.EventPart;
import jp.ishikari.link.aws.FacetRows;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.Tokens;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** Mismatches on DynamoDB; those that are open stand in a sparse index. */
public final class DynamoMismatches implements Mismatches {
  private static final String OPEN = "open";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> table;

  public DynamoMismatches(Cloud cloud) {
    this.cloud = cloud;
    this.table = Rows.of(cloud, Table.MISMATCHES);
  }

  @Override
  public boolean found(Mismatch mismatch, CityEvent event) {
    return saved(0, mismatch, event, null).fold(there -> false, written -> true);
  }

  @Override
  public Optional<Mismatch> find(LocalDate day, String mismatchId) {
    return Optional.ofNullable(
            table.getItem(r -> r.key(Rows.key(day.toString(), mismatchId)).consistentRead(true)))
        .map(DynamoMismatches::read);
  }

  @Override
  public List<Mismatch> of(LocalDate day) {
    return table
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(day.toString()))).consistentRead(true))
        .items()
        .stream()
        .map(DynamoMismatches::read)
        .toList();
  }

  @Override
  public List<Mismatch> open() {
    return table.index(OPEN).query(r -> r.queryConditional(keyEqualTo(Rows.key(OPEN)))).stream()
        .flatMap(page -> page.items().stream())
        .map(DynamoMismatches::read)
        .toList();
  }

  @Override
  public Outcome<NotSaved, Mismatch> save(
      Mismatch before, Mismatch after, CityEvent event, Idempotency tokenOrNull) {
    return saved(before.version(), after, event, tokenOrNull);
  }

  private Outcome<NotSaved, Mismatch> saved(
      int before, Mismatch after, CityEvent event, Idempotency tokenOrNull) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("day", after.day().toString())
            .putString("mismatch", after.mismatchId())
            .putNumber("version", after.version())
            .putString("content", Json.MAPPER.writeValueAsString(after));
    if (after.open()) {
      row.putString(OPEN, OPEN);
    }
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    if (tokenOrNull != null) {
      transaction.add(new Tokens(cloud).promising(tokenOrNull));
    }
    transaction.put(table, row.build(), FacetRows.still(before), other -> new NotSaved.Overtaken());
    transaction.add(new EventPart(cloud).of(event));
    return transaction.commit(after);
  }

  private static Mismatch read(EnhancedDocument row) {
    return Json.MAPPER.readValue(row.getString("content"), Mismatch.class);
  }
}
