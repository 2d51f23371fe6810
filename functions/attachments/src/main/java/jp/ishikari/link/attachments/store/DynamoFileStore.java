package jp.ishikari.link.attachments.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.sortLessThanOrEqualTo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.aws.AttachmentRow;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.EventPart;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.SortableTime;
import jp.ishikari.link.aws.Tokens;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.FileKind;
import jp.ishikari.link.domain.attachment.FileState;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Files on DynamoDB, one row each. Beginning is one transaction of 2 items: token, file; refusing
 * is one of 1 or 2: file, event.
 */
public final class DynamoFileStore implements FileStore {
  private static final String WAITING = "#state = :before";
  private static final String STATE = "state";
  private static final String DUE_AT = "dueAt";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> files;

  public DynamoFileStore(Cloud cloud) {
    this.cloud = cloud;
    this.files = Rows.of(cloud, Table.ATTACHMENTS);
  }

  @Override
  public Outcome<NotSaved, Attachment> begin(Attachment file, Instant dueAt, Idempotency token) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    transaction.putNew(
        files, AttachmentRow.write(file, dueAt), "fileId", taken -> new NotSaved.Overtaken());
    return transaction.commit(file);
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }

  @Override
  public Optional<Attachment> find(String fileId) {
    return Optional.ofNullable(files.getItem(r -> r.key(Rows.key(fileId)).consistentRead(true)))
        .map(AttachmentRow::read)
        .filter(file -> file.state() != FileState.REMOVED);
  }

  @Override
  public boolean sent(String fileId, Instant dueAt) {
    return update(
        fileId,
        "SET #state = :state, dueAt = :dueAt, due = :due",
        WAITING,
        Map.of(
            ":state", text(FileState.WAITING.name()),
            ":before", text(FileState.SENDING.name()),
            ":due", text("DUE"),
            ":dueAt", text(SortableTime.of(dueAt))));
  }

  @Override
  public void clean(String fileId, FileKind kind, String sha256, Instant dueAt) {
    update(
        fileId,
        "SET #state = :state, kind = :kind, sha256 = :sha256, dueAt = :dueAt",
        WAITING,
        Map.of(
            ":state", text(FileState.CLEAN.name()),
            ":before", text(FileState.WAITING.name()),
            ":kind", text(kind.name()),
            ":sha256", text(sha256),
            ":dueAt", text(SortableTime.of(dueAt))));
  }

  @Override
  public boolean refused(Attachment file, FileState state, CityEvent event, Instant dueAt) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.update(
        files,
        Rows.row()
            .putString("fileId", file.fileId())
            .putString(STATE, state.name())
            .putString(DUE_AT, SortableTime.of(dueAt))
            .build(),
        asItWasRead(file),
        otherwise -> new NotSaved.Overtaken());
    if (event != null) {
      transaction.add(new EventPart(cloud).of(event));
    }
    return transaction.commit(file).fold(otherwise -> false, done -> true);
  }

  private static Expression asItWasRead(Attachment file) {
    Expression.Builder same =
        Expression.builder()
            .putExpressionName("#state", STATE)
            .putExpressionValue(":before", text(FileState.WAITING.name()));
    return file.applicationId() == null
        ? same.expression(WAITING + " AND attribute_not_exists(applicationId)").build()
        : same.expression(WAITING + " AND applicationId = :application")
            .putExpressionValue(":application", text(file.applicationId()))
            .build();
  }

  @Override
  public void opened(String fileId, String staffName, Instant at) {
    update(
        fileId,
        "SET openedAt = :at, openedBy = :by ADD openings :one",
        "attribute_exists(fileId)",
        Map.of(
            ":at", text(SortableTime.of(at)),
            ":by", text(staffName),
            ":one", AttributeValue.fromN("1")));
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    return files
        .index("due")
        .query(
            r ->
                r.queryConditional(sortLessThanOrEqualTo(Rows.key("DUE", SortableTime.of(now))))
                    .limit(limit))
        .stream()
        .findFirst()
        .stream()
        .flatMap(page -> page.items().stream())
        .map(
            row ->
                new Due(
                    AttachmentRow.read(row),
                    Instant.parse(row.getString(DUE_AT)),
                    row.isPresent("asked") ? row.getNumber("asked").intValue() : 0))
        .toList();
  }

  @Override
  public void later(String fileId, Instant dueAt, int asked) {
    update(
        fileId,
        "SET dueAt = :dueAt, asked = :asked",
        "attribute_exists(fileId)",
        Map.of(
            ":dueAt", text(SortableTime.of(dueAt)),
            ":asked", AttributeValue.fromN(Integer.toString(asked))));
  }

  @Override
  public void settled(String fileId) {
    update(fileId, "REMOVE due", "attribute_exists(applicationId)", Map.of());
  }

  @Override
  public boolean leaving(String fileId, Instant now) {
    return update(
        fileId,
        "SET #state = :state, dueAt = :dueAt, due = :due",
        "attribute_exists(fileId) AND attribute_not_exists(applicationId)",
        Map.of(
            ":state", text(FileState.REMOVED.name()),
            ":due", text("DUE"),
            ":dueAt", text(SortableTime.of(now))));
  }

  @Override
  public void remove(String fileId) {
    files.deleteItem(Rows.key(fileId));
  }

  /** False when the condition did not hold. */
  private boolean update(
      String fileId, String change, String condition, Map<String, AttributeValue> values) {
    Map<String, String> names = new HashMap<>();
    if (change.contains("#state") || condition.contains("#state")) {
      names.put("#state", STATE);
    }
    try {
      cloud
          .dynamoDb()
          .updateItem(
              r ->
                  r.tableName(files.tableName())
                      .key(Map.of("fileId", text(fileId)))
                      .updateExpression(change)
                      .conditionExpression(condition)
                      .expressionAttributeNames(names.isEmpty() ? null : names)
                      .expressionAttributeValues(values.isEmpty() ? null : values));
      return true;
    } catch (ConditionalCheckFailedException otherwise) {
      return false;
    }
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
