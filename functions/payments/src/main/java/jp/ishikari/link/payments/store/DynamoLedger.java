package jp.ishikari.link.payments.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.EventPart;
import jp.ishikari.link.aws.Items;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.EventField;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** The ledger on DynamoDB: a day is one partition, and so is a day of a gateway in the index. */
public final class DynamoLedger implements Ledger {
  private final Cloud cloud;

  public DynamoLedger(Cloud cloud) {
    this.cloud = cloud;
  }

  private DynamoDbTable<EnhancedDocument> table() {
    return Rows.of(cloud, Table.LEDGER);
  }

  /** One line, as a part of the change that brings it. */
  Part<NotSaved> writing(LedgerLine line) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("day", line.day().toString())
            .putString("line", line.line())
            .putString("content", Json.MAPPER.writeValueAsString(line));
    if (line.gateway() != null) {
      row.putString("gatewayDay", gatewayDay(line.gateway(), line.happenedOn()));
    }
    return Items.part(
        items -> items.putNew(table(), row.build(), "day", there -> new NotSaved.Overtaken()));
  }

  private static String gatewayDay(String gateway, LocalDate day) {
    return gateway + "/" + day;
  }

  @Override
  public List<LedgerLine> of(LocalDate day) {
    return table()
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(day.toString()))).consistentRead(true))
        .items()
        .stream()
        .map(DynamoLedger::read)
        .toList();
  }

  @Override
  public List<LedgerLine> at(String gateway, LocalDate day) {
    return table()
        .index("byGateway")
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(gatewayDay(gateway, day)))))
        .stream()
        .flatMap(page -> page.items().stream())
        .map(DynamoLedger::read)
        .toList();
  }

  @Override
  public void looked(EventType how, String staffId, LocalDate first, LocalDate last, Instant at) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(
        new EventPart(cloud)
            .of(
                new CityEvent(
                    how.subject().of(UUID.randomUUID().toString()),
                    1,
                    how,
                    at,
                    null,
                    Map.of(
                        EventField.STAFF_ID,
                        staffId,
                        EventField.FIRST_DAY,
                        first.toString(),
                        EventField.LAST_DAY,
                        last.toString()))));
    transaction
        .commit(how)
        .fold(
            why -> {
              throw new IllegalStateException("an id was drawn twice");
            },
            done -> done);
  }

  private static LedgerLine read(EnhancedDocument row) {
    return Json.MAPPER.readValue(row.getString("content"), LedgerLine.class);
  }
}
