package jp.ishikari.link.payments.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;
import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.sortLessThan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.EventPart;
import jp.ishikari.link.aws.FacetRows;
import jp.ishikari.link.aws.Items;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.Tokens;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/**
 * Cash by day on DynamoDB. Those that are not closed stand in a sparse index, so that what somebody
 * forgot to close is found without reading what was closed.
 */
public final class DynamoCashDays implements CashDays {
  private static final String OPEN = "open";

  private final Cloud cloud;

  public DynamoCashDays(Cloud cloud) {
    this.cloud = cloud;
  }

  private DynamoDbTable<EnhancedDocument> table() {
    return Rows.of(cloud, Table.CASH_DAYS);
  }

  @Override
  public CashDay find(LocalDate day, String divisionId) {
    return Optional.ofNullable(
            table().getItem(r -> r.key(Rows.key(day.toString(), divisionId)).consistentRead(true)))
        .map(DynamoCashDays::read)
        .orElseGet(() -> CashDay.none(day, divisionId));
  }

  @Override
  public List<CashDay> of(LocalDate day) {
    return table()
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(day.toString()))).consistentRead(true))
        .items()
        .stream()
        .map(DynamoCashDays::read)
        .toList();
  }

  @Override
  public List<CashDay> openBefore(LocalDate day) {
    return table()
        .index("open")
        .query(r -> r.queryConditional(sortLessThan(Rows.key(OPEN, day.toString()))))
        .stream()
        .flatMap(page -> page.items().stream())
        .map(DynamoCashDays::read)
        .toList();
  }

  @Override
  public Outcome<NotSaved, CashDay> save(
      CashDay before, CashDay after, CityEvent event, Idempotency token) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    transaction.add(next(before, after));
    transaction.add(new EventPart(cloud).of(event));
    return transaction.commit(after);
  }

  /** That a line is counted in its day, if that still stands as it was read. */
  Part<NotSaved> next(CashDay before, CashDay after) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("day", after.day().toString())
            .putString("divisionId", after.divisionId())
            .putNumber("version", after.version())
            .putString("content", Json.MAPPER.writeValueAsString(after));
    if (after.state() != CashDay.State.CLOSED) {
      row.putString(OPEN, OPEN);
    }
    return Items.part(
        items ->
            items.put(
                table(),
                row.build(),
                FacetRows.still(before.version()),
                other -> new NotSaved.Overtaken()));
  }

  private static CashDay read(EnhancedDocument row) {
    return Json.MAPPER.readValue(row.getString("content"), CashDay.class);
  }
}
