package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.TermChange;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Applications on DynamoDB. A submit is one transaction of 4 + terms (≤ 9) items of its own: token,
 * receipt number, application, event, people terms; a step of 3 + terms; and whatever facets bring.
 */
public final class DynamoApplicationStore implements ApplicationStore {
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
  public <F> Outcome<F, Application> submit(Submission<F> submission) {
    Application application = submission.application();
    Transaction<F> transaction = new Transaction<>(cloud.tables());
    transaction.add(own(submission).as(submission.meaning()));
    submission.parts().forEach(transaction::add);
    return transaction.commit(application);
  }

  private Part<NotSubmitted> own(Submission<?> submission) {
    Application application = submission.application();
    EnhancedDocument receipt =
        Rows.row()
            .putString("receiptNumber", application.receiptNumber())
            .putString("applicationId", application.applicationId())
            .build();
    return Items.part(
        items -> {
          items.add(tokens().promising(submission.token()).as(NotSubmitted.Unsaved::new));
          items.putNew(
              table(Table.RECEIPTS),
              receipt,
              "receiptNumber",
              taken -> new NotSubmitted.ReceiptTaken());
          items.putNew(
              table(Table.APPLICATIONS),
              ApplicationRow.write(application),
              "applicationId",
              taken -> new NotSubmitted.Unsaved(new NotSaved.Overtaken()));
          items.add(new EventPart(cloud).of(submission.event()).as(NotSubmitted.Unsaved::new));
          items.add(
              indexing(application.applicationId(), new TermChange(submission.terms(), Set.of()))
                  .as(NotSubmitted.Unsaved::new));
        });
  }

  @Override
  public <F> Outcome<F, Application> advance(Advance<F> step) {
    Transaction<F> transaction = new Transaction<>(cloud.tables());
    transaction.add(own(step).as(step.meaning()));
    step.parts().forEach(transaction::add);
    return transaction.commit(step.next());
  }

  private Part<NotSaved> own(Advance<?> step) {
    Application next = step.next();
    Expression stillBefore =
        Expression.builder()
            .expression("version = :before")
            .putExpressionValue(
                ":before", AttributeValue.fromN(Integer.toString(next.version() - 1)))
            .build();
    return Items.part(
        items -> {
          items.add(tokens().promising(step.token()));
          items.put(
              table(Table.APPLICATIONS),
              ApplicationRow.write(next),
              stillBefore,
              other -> new NotSaved.Overtaken());
          items.add(new EventPart(cloud).of(step.event()));
          items.add(indexing(next.applicationId(), step.terms()));
        });
  }

  private Part<NotSaved> indexing(String applicationId, TermChange terms) {
    return Items.part(
        items -> {
          for (String term : terms.added()) {
            items.put(
                table(Table.PEOPLE),
                Rows.row()
                    .putString("term", term)
                    .putString("applicationId", applicationId)
                    .build());
          }
          for (String term : terms.removed()) {
            items.delete(table(Table.PEOPLE), Rows.key(term, applicationId));
          }
        });
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
    return Rows.all(
            cloud, table(Table.APPLICATIONS), applicationIds.stream().map(Rows::key).toList())
        .map(ApplicationRow::read)
        .collect(Collectors.toMap(Application::applicationId, Function.identity()));
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
  public List<String> withTerm(String term) {
    List<String> ids = new ArrayList<>();
    table(Table.PEOPLE)
        .query(keyEqualTo(Rows.key(term)))
        .items()
        .forEach(row -> ids.add(row.getString("applicationId")));
    return ids;
  }

  @Override
  public void index(String applicationId, Set<String> terms) {
    if (!terms.isEmpty()) {
      Transaction<NotSaved> all = new Transaction<>(cloud.tables());
      all.add(indexing(applicationId, new TermChange(terms, Set.of())));
      all.commit(applicationId);
    }
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
