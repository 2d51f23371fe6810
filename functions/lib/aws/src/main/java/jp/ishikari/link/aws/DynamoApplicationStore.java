package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Claim;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Place;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.TermChange;
import jp.ishikari.link.domain.signing.SigningRequest;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.Page;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Applications on DynamoDB. A submit is one transaction of 10 + terms (≤ 9) items: token, receipt
 * number, application, event, draft, signing request, evidence, visit, claim, place, people terms;
 * a later step has 3 + terms, a signed correction 5 + terms, a claim 4.
 */
public final class DynamoApplicationStore implements ApplicationStore {
  private static final int PAGE = 50;

  private final Cloud cloud;
  private final Map<Table, DynamoDbTable<EnhancedDocument>> tables = new ConcurrentHashMap<>();

  /** Asks only for the tables that are used: not every entry is granted all of them. */
  public DynamoApplicationStore(Cloud cloud) {
    this.cloud = cloud;
  }

  private DynamoDbTable<EnhancedDocument> table(Table table) {
    return tables.computeIfAbsent(table, t -> Rows.of(cloud, t));
  }

  private Tokens tokens() {
    return new Tokens(cloud);
  }

  @Override
  public Outcome<NotSaved, Application> submit(Submission submission) {
    Application application = submission.application();
    Transaction transaction = new Transaction(cloud.tables());
    tokens().add(transaction, submission.token());
    EnhancedDocument receipt =
        Rows.row()
            .putString("receiptNumber", application.receiptNumber())
            .putString("applicationId", application.applicationId())
            .build();
    transaction.putNew(
        table(Table.RECEIPTS), receipt, "receiptNumber", taken -> new NotSaved.ReceiptTaken());
    transaction.putNew(
        table(Table.APPLICATIONS),
        ApplicationRow.write(application),
        "applicationId",
        taken -> new NotSaved.Overtaken());
    addRest(transaction, submission.event(), submission.terms());
    new SubmissionParts(this::table).add(transaction, submission);
    return transaction.commit(application);
  }

  @Override
  public Outcome<NotSaved, Application> advance(
      Application next, ApplicationEvent event, Idempotency token, TermChange terms, Place freed) {
    Transaction transaction = step(next, event, token, terms);
    if (freed != null) {
      transaction.delete(table(Table.PLACES), Rows.key(freed.round(), freed.number()));
    }
    return transaction.commit(next);
  }

  @Override
  public Outcome<NotSaved, Application> correct(
      Application next,
      ApplicationEvent event,
      Idempotency token,
      TermChange terms,
      SigningRequest signed) {
    Transaction transaction = step(next, event, token, terms);
    if (signed != null) {
      new SubmissionParts(this::table).endSigning(transaction, signed, next);
    }
    return transaction.commit(next);
  }

  @Override
  public Optional<Claim> claim(String claimId, Instant now) {
    return Optional.ofNullable(
            table(Table.CLAIMS).getItem(r -> r.key(Rows.key(claimId)).consistentRead(true)))
        .map(ClaimRow::read)
        .filter(claim -> now.isBefore(claim.expiresAt()));
  }

  @Override
  public Outcome<NotSaved, Application> claim(
      Application next, ApplicationEvent event, Idempotency token, Claim ended) {
    Transaction transaction = step(next, event, token, TermChange.NONE);
    Expression standing = Expression.builder().expression("attribute_exists(claimId)").build();
    transaction.delete(
        table(Table.CLAIMS), Rows.key(ended.claimId()), standing, gone -> new NotSaved.Overtaken());
    return transaction.commit(next);
  }

  private Transaction step(
      Application next, ApplicationEvent event, Idempotency token, TermChange terms) {
    Transaction transaction = new Transaction(cloud.tables());
    tokens().add(transaction, token);
    Expression stillBefore =
        Expression.builder()
            .expression("version = :before")
            .putExpressionValue(
                ":before", AttributeValue.fromN(Integer.toString(next.version() - 1)))
            .build();
    transaction.put(
        table(Table.APPLICATIONS),
        ApplicationRow.write(next),
        stillBefore,
        other -> new NotSaved.Overtaken());
    addRest(transaction, event, terms.added());
    for (String term : terms.removed()) {
      transaction.delete(table(Table.PEOPLE), Rows.key(term, next.applicationId()));
    }
    return transaction;
  }

  private void addRest(Transaction transaction, ApplicationEvent event, Set<String> terms) {
    new EventPart(cloud).add(transaction, event);
    for (String term : terms) {
      transaction.put(
          table(Table.PEOPLE),
          Rows.row()
              .putString("term", term)
              .putString("applicationId", event.applicationId())
              .build());
    }
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return tokens().repeated(token, bodyHash);
  }

  @Override
  public Optional<Application> find(String applicationId) {
    return Optional.ofNullable(
            table(Table.APPLICATIONS)
                .getItem(r -> r.key(Rows.key(applicationId)).consistentRead(true)))
        .map(ApplicationRow::read);
  }

  @Override
  public Map<String, Application> findAll(Set<String> applicationIds) {
    Map<String, Application> found = new HashMap<>();
    if (applicationIds.isEmpty()) {
      return found;
    }
    ReadBatch.Builder<EnhancedDocument> batch =
        ReadBatch.builder(EnhancedDocument.class).mappedTableResource(table(Table.APPLICATIONS));
    applicationIds.forEach(id -> batch.addGetItem(r -> r.key(Rows.key(id)).consistentRead(true)));
    cloud
        .tables()
        .batchGetItem(r -> r.readBatches(batch.build()))
        .resultsForTable(table(Table.APPLICATIONS))
        .forEach(
            row -> {
              Application application = ApplicationRow.read(row);
              found.put(application.applicationId(), application);
            });
    return found;
  }

  @Override
  public Optional<String> findByReceipt(String receiptNumber) {
    return Optional.ofNullable(table(Table.RECEIPTS).getItem(Rows.key(receiptNumber)))
        .map(row -> row.getString("applicationId"));
  }

  @Override
  public List<Application> ofAccount(String accountId) {
    return table(Table.APPLICATIONS)
        .index("byApplicant")
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(accountId))).scanIndexForward(false))
        .stream()
        .flatMap(page -> page.items().stream())
        .map(ApplicationRow::read)
        .toList();
  }

  @Override
  public Desk onDesk(String divisionId, ApplicationState state, String cursor) {
    String desk = ApplicationRow.desk(divisionId, state);
    QueryEnhancedRequest.Builder query =
        QueryEnhancedRequest.builder().queryConditional(keyEqualTo(Rows.key(desk))).limit(PAGE);
    if (cursor != null) {
      int split = cursor.indexOf('_');
      query.exclusiveStartKey(
          Map.of(
              "desk", AttributeValue.fromS(desk),
              "submittedAt", AttributeValue.fromS(cursor.substring(0, split)),
              "applicationId", AttributeValue.fromS(cursor.substring(split + 1))));
    }
    Page<EnhancedDocument> page =
        table(Table.APPLICATIONS).index("byDesk").query(query.build()).iterator().next();
    Map<String, AttributeValue> last = page.lastEvaluatedKey();
    return new Desk(
        page.items().stream().map(ApplicationRow::read).toList(),
        last == null || last.isEmpty()
            ? null
            : last.get("submittedAt").s() + "_" + last.get("applicationId").s());
  }

  @Override
  public List<String> withTerm(String term) {
    List<String> ids = new ArrayList<>();
    table(Table.PEOPLE)
        .query(keyEqualTo(Rows.key(term)))
        .items()
        .forEach(row -> ids.add(row.getString("applicationId")));
    return ids;
  }

  @Override
  public List<ApplicationEvent> history(String applicationId) {
    // Consistent: who lost a race is told who won it, an instant after it happened.
    return table(Table.EVENTS)
        .query(
            r ->
                r.queryConditional(keyEqualTo(Rows.key(Subject.APPLICATION.of(applicationId))))
                    .consistentRead(true))
        .items()
        .stream()
        .map(EventRow::readOwn)
        .sorted(Comparator.comparingInt(ApplicationEvent::version))
        .toList();
  }
}
