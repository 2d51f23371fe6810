package jp.ishikari.link.casework.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.EventPart;
import jp.ishikari.link.aws.Items;
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
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * On DynamoDB: under the job a row for itself and one for what became of each case. It begins with
 * one transaction of 3 items (token, job, event) and goes on with one of 2 (job, event).
 */
public final class DynamoBulkJobStore implements BulkJobStore {
  private static final String JOB = "job";
  private static final String BY_STAFF = "byStaff";
  private static final int LATEST = 20;

  /** How long the results can be looked at. */
  private static final Duration KEPT = Duration.ofDays(90);

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> table;

  public DynamoBulkJobStore(Cloud cloud) {
    this.cloud = cloud;
    this.table = Rows.of(cloud, Table.BULK_JOBS);
  }

  @Override
  public Outcome<NotSaved, BulkJob> start(BulkJob first, Idempotency token) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    transaction.putNew(table, write(first), "jobId", taken -> new NotSaved.Overtaken());
    transaction.add(event(EventType.BULK_JOB_STARTED, first));
    return transaction.commit(first);
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }

  @Override
  public Optional<BulkJob> find(String jobId) {
    return Optional.ofNullable(table.getItem(r -> r.key(Rows.key(jobId, JOB)).consistentRead(true)))
        .map(DynamoBulkJobStore::read);
  }

  @Override
  public List<BulkJob> of(String staffId) {
    return table
        .index(BY_STAFF)
        .query(
            r ->
                r.queryConditional(keyEqualTo(Rows.key(staffId)))
                    .scanIndexForward(false)
                    .limit(LATEST))
        .stream()
        .flatMap(page -> page.items().stream())
        .limit(LATEST)
        .map(DynamoBulkJobStore::read)
        .toList();
  }

  @Override
  public List<BulkJob.Result> results(String jobId) {
    return table
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(jobId))).consistentRead(true))
        .items()
        .stream()
        .filter(row -> !row.getString("entry").equals(JOB))
        .map(
            row ->
                new BulkJob.Result(
                    row.getNumber("number").intValue(),
                    row.getString("applicationId"),
                    row.getString("receiptNumber"),
                    row.isPresent("untold") && row.getBoolean("untold"),
                    row.getString("refusal")))
        .toList();
  }

  @Override
  public Part<NotSaved> doing(String jobId, BulkJob.Result done) {
    return Items.part(
        items ->
            items.putNew(table, write(jobId, done), "jobId", standing -> new NotSaved.Overtaken()));
  }

  @Override
  public void refused(String jobId, BulkJob.Result refused) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(doing(jobId, refused));
    transaction.commit(refused);
  }

  @Override
  public void goOn(BulkJob later) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.update(
        table,
        Rows.row()
            .putString("jobId", later.jobId())
            .putString("entry", JOB)
            .putNumber("version", later.version())
            .putNumber("next", later.next())
            .putString("wentOnAt", later.wentOnAt().toString())
            .build(),
        Expression.builder()
            .expression("version = :before")
            .putExpressionValue(
                ":before", AttributeValue.fromN(Integer.toString(later.version() - 1)))
            .build(),
        other -> new NotSaved.Overtaken());
    transaction.add(event(EventType.BULK_JOB_WENT_ON, later));
    transaction.commit(later);
  }

  private Part<NotSaved> event(EventType type, BulkJob job) {
    return new EventPart(cloud)
        .of(
            new CityEvent(
                Subject.BULK_JOB.of(job.jobId()),
                job.version(),
                type,
                job.wentOnAt(),
                null,
                Map.of()));
  }

  private static EnhancedDocument write(BulkJob job) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("jobId", job.jobId())
            .putString("entry", JOB)
            .putNumber("version", job.version())
            .putString("staffId", job.staffId())
            .putString("staffName", job.staffName())
            .putString("divisions", Json.MAPPER.writeValueAsString(job.divisions()))
            .putString("step", job.step().name())
            .putString("cases", Json.MAPPER.writeValueAsString(job.cases()))
            .putString("startedAt", job.startedAt().toString())
            .putString("wentOnAt", job.wentOnAt().toString())
            .putNumber("next", job.next())
            .putNumber(Table.EXPIRY_ATTRIBUTE, job.startedAt().plus(KEPT).getEpochSecond());
    Rows.put(row, "reason", job.reason());
    return row.build();
  }

  private static BulkJob read(EnhancedDocument row) {
    return new BulkJob(
        row.getString("jobId"),
        row.getNumber("version").intValue(),
        row.getString("staffId"),
        row.getString("staffName"),
        Set.of(Json.MAPPER.readValue(row.getString("divisions"), String[].class)),
        Step.valueOf(row.getString("step")),
        row.getString("reason"),
        List.of(Json.MAPPER.readValue(row.getString("cases"), BulkJob.Seen[].class)),
        Instant.parse(row.getString("startedAt")),
        Instant.parse(row.getString("wentOnAt")),
        row.getNumber("next").intValue());
  }

  private static EnhancedDocument write(String jobId, BulkJob.Result result) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("jobId", jobId)
            .putString("entry", "case#%04d".formatted(result.number()))
            .putNumber("number", result.number())
            .putString("applicationId", result.applicationId())
            .putBoolean("untold", result.untold())
            .putNumber(Table.EXPIRY_ATTRIBUTE, Instant.now().plus(KEPT).getEpochSecond());
    Rows.put(row, "receiptNumber", result.receiptNumber());
    Rows.put(row, "refusal", result.refusal());
    return row.build();
  }
}
