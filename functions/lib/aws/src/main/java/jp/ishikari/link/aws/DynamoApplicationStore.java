package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.Outcome;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.Page;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Applications on DynamoDB. A submit is one transaction of 4 + terms (≤ 9) items: token, receipt
 * number, application, event, people terms; a later step has 3 + terms.
 */
public final class DynamoApplicationStore implements ApplicationStore {
  private static final int PAGE = 50;

  private final DynamoDbEnhancedClient client;
  private final DynamoDbTable<EnhancedDocument> applications;
  private final DynamoDbTable<EnhancedDocument> events;
  private final DynamoDbTable<EnhancedDocument> receipts;
  private final DynamoDbTable<EnhancedDocument> people;
  private final DynamoDbTable<EnhancedDocument> tokens;

  public DynamoApplicationStore(Cloud cloud) {
    this.client = cloud.tables();
    this.applications = Rows.of(cloud, Table.APPLICATIONS);
    this.events = Rows.of(cloud, Table.EVENTS);
    this.receipts = Rows.of(cloud, Table.RECEIPTS);
    this.people = Rows.of(cloud, Table.PEOPLE);
    this.tokens = Rows.of(cloud, Table.TOKENS);
  }

  @Override
  public Outcome<NotSaved, Application> submit(
      Application application, ApplicationEvent event, Idempotency token, Set<String> terms) {
    Transaction transaction = new Transaction(client);
    addToken(transaction, token);
    EnhancedDocument receipt =
        Rows.row()
            .putString("receiptNumber", application.receiptNumber())
            .putString("applicationId", application.applicationId())
            .build();
    transaction.putNew(receipts, receipt, "receiptNumber", taken -> new NotSaved.ReceiptTaken());
    transaction.putNew(
        applications,
        ApplicationRow.write(application),
        "applicationId",
        taken -> new NotSaved.Overtaken());
    addRest(transaction, event, terms);
    return transaction.commit(application);
  }

  @Override
  public Outcome<NotSaved, Application> advance(
      Application next, ApplicationEvent event, Idempotency token, Set<String> terms) {
    Transaction transaction = new Transaction(client);
    addToken(transaction, token);
    Expression stillBefore =
        Expression.builder()
            .expression("version = :before")
            .putExpressionValue(
                ":before", AttributeValue.fromN(Integer.toString(next.version() - 1)))
            .build();
    transaction.put(
        applications, ApplicationRow.write(next), stillBefore, other -> new NotSaved.Overtaken());
    addRest(transaction, event, terms);
    return transaction.commit(next);
  }

  private void addToken(Transaction transaction, Idempotency token) {
    EnhancedDocument row =
        Rows.row()
            .putString("token", token.token())
            .putString("bodyHash", token.bodyHash())
            .putString("answer", token.answer())
            .putNumber(Table.EXPIRY_ATTRIBUTE, token.expiresAt().getEpochSecond())
            .build();
    transaction.putNew(
        tokens,
        row,
        "token",
        earlier ->
            earlier.get("bodyHash").s().equals(token.bodyHash())
                ? new NotSaved.Repeated(earlier.get("answer").s())
                : new NotSaved.KeyReused());
  }

  private void addRest(Transaction transaction, ApplicationEvent event, Set<String> terms) {
    transaction.putNew(
        events, ApplicationRow.write(event), "applicationId", taken -> new NotSaved.Overtaken());
    for (String term : terms) {
      transaction.put(
          people,
          Rows.row()
              .putString("term", term)
              .putString("applicationId", event.applicationId())
              .build());
    }
  }

  @Override
  public Optional<Application> find(String applicationId) {
    return Optional.ofNullable(
            applications.getItem(r -> r.key(Rows.key(applicationId)).consistentRead(true)))
        .map(ApplicationRow::read);
  }

  @Override
  public Optional<String> findByReceipt(String receiptNumber) {
    return Optional.ofNullable(receipts.getItem(Rows.key(receiptNumber)))
        .map(row -> row.getString("applicationId"));
  }

  @Override
  public List<Application> ofAccount(String accountId) {
    return applications
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
    Page<EnhancedDocument> page = applications.index("byDesk").query(query.build()).iterator().next();
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
    people
        .query(keyEqualTo(Rows.key(term)))
        .items()
        .forEach(row -> ids.add(row.getString("applicationId")));
    return ids;
  }

  @Override
  public List<ApplicationEvent> history(String applicationId) {
    return events.query(keyEqualTo(Rows.key(applicationId))).items().stream()
        .map(ApplicationRow::readEvent)
        .sorted(Comparator.comparingInt(ApplicationEvent::version))
        .toList();
  }
}
