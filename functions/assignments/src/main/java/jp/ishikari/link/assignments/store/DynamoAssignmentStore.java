package jp.ishikari.link.assignments.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoAssignments;
import jp.ishikari.link.aws.EventPart;
import jp.ishikari.link.aws.FacetRows;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.Tokens;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.assignment.Assignment;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/**
 * Assignments on DynamoDB: under the application a row that says whose it is and how it is marked,
 * and a row for each note. A change is one transaction of 3 items (token, that row, event), a note
 * of one more.
 */
public final class DynamoAssignmentStore implements AssignmentStore {
  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> table;
  private final FacetRows<Assignment> rows;

  public DynamoAssignmentStore(Cloud cloud) {
    this.cloud = cloud;
    this.table = Rows.of(cloud, Table.ASSIGNMENTS);
    this.rows = DynamoAssignments.rows(cloud);
  }

  @Override
  public Written of(String applicationId) {
    Assignment assignment = Assignment.none(applicationId);
    List<Note> notes = new ArrayList<>();
    for (EnhancedDocument row :
        table
            .query(
                r -> r.queryConditional(keyEqualTo(Rows.key(applicationId))).consistentRead(true))
            .items()) {
      if (row.getString("entry").equals(DynamoAssignments.ENTRY)) {
        assignment = DynamoAssignments.read(row);
      } else {
        notes.add(note(row));
      }
    }
    return new Written(assignment, notes);
  }

  private static Note note(EnhancedDocument row) {
    return new Note(
        row.getNumber("number").intValue(),
        row.getString("staffId"),
        row.getString("staffName"),
        row.getString("text"),
        Instant.parse(row.getString("at")));
  }

  @Override
  public Outcome<NotSaved, Assignment> change(
      Assignment before, Assignment next, EventType event, Instant at, Idempotency token) {
    return begun(before, next, event, at, token).commit(next);
  }

  @Override
  public Outcome<NotSaved, Assignment> note(Assignment before, Note note, Idempotency token) {
    Assignment next = before.noted();
    Transaction<NotSaved> transaction =
        begun(before, next, EventType.ASSIGNMENT_NOTED, note.at(), token);
    transaction.putNew(
        table,
        Rows.row()
            .putString("applicationId", before.applicationId())
            .putString("entry", "note#%06d".formatted(note.number()))
            .putNumber("number", note.number())
            .putString("staffId", note.staffId())
            .putString("staffName", note.staffName())
            .putString("text", note.text())
            .putString("at", note.at().toString())
            .build(),
        "applicationId",
        taken -> new NotSaved.Overtaken());
    return transaction.commit(next);
  }

  private Transaction<NotSaved> begun(
      Assignment before, Assignment next, EventType event, Instant at, Idempotency token) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    transaction.update(
        table,
        rows.following(before.applicationId(), before.version())
            // No attribute is taken away by a row's update, so that nobody stands as a text too.
            .putString("staffId", next.assignee() == null ? "" : next.assignee().staffId())
            .putString("staffName", next.assignee() == null ? "" : next.assignee().name())
            .putString("labels", Json.MAPPER.writeValueAsString(next.labels()))
            .putNumber("notes", next.notes())
            .build(),
        FacetRows.still(before.version()),
        other -> new NotSaved.Overtaken());
    transaction.add(
        new EventPart(cloud)
            .of(
                new CityEvent(
                    Subject.ASSIGNMENT.of(before.applicationId()),
                    next.version(),
                    event,
                    at,
                    before.applicationId(),
                    Map.of())));
    return transaction;
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }
}
