package jp.ishikari.link.casework.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.SortableTime;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.Holds;
import jp.ishikari.link.domain.assignment.Assignment;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The clerks' list on DynamoDB: a row per case under its division, listed by the index of division
 * and state. The rows of a batch are one write; one that is overtaken is left out of the next try.
 * Both may be hot without anybody waiting for it: only consumers of a queue write here.
 */
public final class DynamoDeskStore implements DeskStore {
  private final DynamoDbEnhancedClient tables;
  private final DynamoDbTable<EnhancedDocument> desk;

  public DynamoDeskStore(Cloud cloud) {
    this.tables = cloud.tables();
    this.desk = Rows.of(cloud, Table.DESK);
  }

  /** A hold as it stands in a row, which says itself whose it is. */
  private record Held(Hold.Kind kind, String cause, Instant startedAt, Instant endedAt) {
    static Held of(Hold hold) {
      return new Held(hold.kind(), hold.cause(), hold.startedAt(), hold.endedAt());
    }

    Hold of(String applicationId) {
      return new Hold(applicationId, kind, cause, startedAt, endedAt);
    }
  }

  @Override
  public void keep(Collection<DeskRow> rows) {
    Map<String, DeskRow> left = new LinkedHashMap<>();
    rows.forEach(row -> left.put(row.applicationId(), row));
    while (!left.isEmpty()) {
      Transaction<String> all = new Transaction<>(tables);
      left.values()
          .forEach(row -> all.put(desk, write(row), notOlder(row), newer -> row.applicationId()));
      // What was read before it stands no longer; the others have nothing to do with that.
      left.keySet().removeAll(all.commit(List.copyOf(left.keySet())).fold(List::of, done -> done));
    }
  }

  private static Expression notOlder(DeskRow row) {
    return Expression.builder()
        .expression(
            "attribute_not_exists(applicationId) OR version < :version"
                + " OR (version = :version AND changes <= :changes)")
        .putExpressionValue(":version", number(row.version()))
        .putExpressionValue(":changes", number(row.changes()))
        .build();
  }

  private static AttributeValue number(int value) {
    return AttributeValue.fromN(Integer.toString(value));
  }

  @Override
  public Page page(String divisionId, ApplicationState state, String cursor, int most) {
    String key = divisionState(divisionId, state);
    QueryEnhancedRequest.Builder query =
        QueryEnhancedRequest.builder().queryConditional(keyEqualTo(Rows.key(key))).limit(most);
    if (cursor != null) {
      int split = cursor.indexOf('_');
      query.exclusiveStartKey(
          Map.of(
              "divisionState", AttributeValue.fromS(key),
              "submittedAt", AttributeValue.fromS(cursor.substring(0, split)),
              "divisionId", AttributeValue.fromS(divisionId),
              "applicationId", AttributeValue.fromS(cursor.substring(split + 1))));
    }
    var page = desk.index("byState").query(query.build()).iterator().next();
    Map<String, AttributeValue> last = page.lastEvaluatedKey();
    return new Page(
        page.items().stream().map(DynamoDeskStore::read).toList(),
        last == null || last.isEmpty()
            ? null
            : last.get("submittedAt").s() + "_" + last.get("applicationId").s());
  }

  @Override
  public List<DeskRow> overAndUnread(String divisionId, int most) {
    return desk
        .index("overUnread")
        .query(
            QueryEnhancedRequest.builder()
                .queryConditional(keyEqualTo(Rows.key(divisionId)))
                .limit(most)
                .build())
        .iterator()
        .next()
        .items()
        .stream()
        .map(DynamoDeskStore::read)
        .toList();
  }

  private static String divisionState(String divisionId, ApplicationState state) {
    return divisionId + "#" + state;
  }

  private static EnhancedDocument write(DeskRow row) {
    EnhancedDocument.Builder item =
        Rows.row()
            .putString("divisionId", row.divisionId())
            .putString("applicationId", row.applicationId())
            .putNumber("version", row.version())
            .putNumber("changes", row.changes())
            .putNumber("written", row.written())
            .putBoolean("untold", row.untold())
            .putBoolean("unread", row.unread())
            .putString("labels", Json.MAPPER.writeValueAsString(row.labels()))
            .putString("state", row.period().state().name())
            .putString("divisionState", divisionState(row.divisionId(), row.period().state()))
            .putString("submittedAt", SortableTime.of(row.arrivedAt()))
            .putString("receiptNumber", row.receiptNumber())
            .putString("procedureId", row.procedureId())
            .putString("procedureName", row.procedureName())
            .putString("applicantName", row.applicantName())
            .putString("receivedOn", row.period().receivedOn().toString())
            .putNumber("standardDays", row.period().days());
    if (row.unread() && row.period().state().over()) {
      item.putString("overUnread", row.divisionId());
    }
    if (row.assignee() != null) {
      item.putString("staffId", row.assignee().staffId())
          .putString("staffName", row.assignee().name());
    }
    if (!row.holds().all().isEmpty()) {
      item.putString(
          "holds",
          Json.MAPPER.writeValueAsString(row.holds().all().stream().map(Held::of).toList()));
    }
    return item.build();
  }

  private static DeskRow read(EnhancedDocument row) {
    String applicationId = row.getString("applicationId");
    return new DeskRow(
        applicationId,
        row.getNumber("version").intValue(),
        row.getString("divisionId"),
        row.getString("receiptNumber"),
        row.getString("procedureId"),
        row.getString("procedureName"),
        row.getString("applicantName"),
        Instant.parse(row.getString("submittedAt")),
        new Holds.Period(
            LocalDate.parse(row.getString("receivedOn")),
            row.getNumber("standardDays").intValue(),
            ApplicationState.valueOf(row.getString("state"))),
        row.isPresent("holds") ? holds(applicationId, row.getString("holds")) : Holds.NONE,
        row.getNumber("written").intValue(),
        // Of rows from before it was kept nothing is known.
        row.isPresent("untold") && row.getBoolean("untold"),
        row.getBoolean("unread"),
        row.isPresent("staffId")
            ? new Assignment.Assignee(row.getString("staffId"), row.getString("staffName"))
            : null,
        List.of(Json.MAPPER.readValue(row.getString("labels"), String[].class)));
  }

  private static Holds holds(String applicationId, String json) {
    List<Hold> all =
        Arrays.stream(Json.MAPPER.readValue(json, Held[].class))
            .map(held -> held.of(applicationId))
            .toList();
    return new Holds(all);
  }
}
