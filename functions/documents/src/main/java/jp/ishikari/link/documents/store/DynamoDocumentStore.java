package jp.ishikari.link.documents.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DocumentsRow;
import jp.ishikari.link.aws.EventPart;
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
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Documents on DynamoDB: under the application a row that counts what its applicant has seen happen
 * to them, and a row for each document. Beginning one is a transaction of 2 items (token,
 * document); a step is one of 3 to 6 (token, that row, event, one document or two, the print list).
 */
public final class DynamoDocumentStore implements DocumentStore {
  private static final String VERSION = "version";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> documents;

  public DynamoDocumentStore(Cloud cloud) {
    this.cloud = cloud;
    this.documents = Rows.of(cloud, Table.DOCUMENTS);
  }

  @Override
  public CaseDocuments of(String applicationId) {
    List<EnhancedDocument> rows =
        documents
            .query(
                r -> r.queryConditional(keyEqualTo(Rows.key(applicationId))).consistentRead(true))
            .items()
            .stream()
            .toList();
    int version =
        rows.stream()
            .filter(DocumentsRow::is)
            .mapToInt(row -> row.getNumber(VERSION).intValue())
            .findFirst()
            .orElse(0);
    return new CaseDocuments(
        applicationId,
        version,
        rows.stream()
            .filter(DocumentRow::is)
            .map(DocumentRow::read)
            .sorted(Comparator.comparing(one -> one.made().at()))
            .toList());
  }

  @Override
  public Optional<CaseDocument> byCode(String codeHash) {
    return documents
        .index("byCode")
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(codeHash))))
        .stream()
        .flatMap(page -> page.items().stream())
        .findFirst()
        // The index is a moment behind: what holds is in the row itself.
        .map(
            found ->
                documents.getItem(
                    r ->
                        r.key(Rows.key(found.getString("applicationId"), found.getString("entry")))
                            .consistentRead(true)))
        .map(DocumentRow::read);
  }

  @Override
  public Outcome<NotSaved, CaseDocument> begin(CaseDocument making, Idempotency token) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    transaction.putNew(
        documents, DocumentRow.write(making), "applicationId", taken -> new NotSaved.Overtaken());
    return transaction.commit(making);
  }

  @Override
  public Outcome<NotSaved, CaseDocument> change(CaseDocument before, CaseDocument after) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    update(transaction, before, after);
    return transaction.commit(after);
  }

  @Override
  public Outcome<NotSaved, CaseDocuments> step(
      CaseDocuments before,
      List<CaseDocument> changed,
      List<Part<NotSaved>> besides,
      EventType type,
      Instant at,
      Idempotency token) {
    int version = before.version() + 1;
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    if (token != null) {
      transaction.add(new Tokens(cloud).promising(token));
    }
    transaction.update(
        documents,
        DocumentsRow.following(before.applicationId(), version, before.with(changed).waitingUntil())
            .build(),
        still(before),
        other -> new NotSaved.Overtaken());
    changed.forEach(
        after -> update(transaction, before.find(after.documentId()).orElseThrow(), after));
    besides.forEach(transaction::add);
    transaction.add(
        new EventPart(cloud)
            .of(
                new CityEvent(
                    Subject.DOCUMENT.of(before.applicationId()),
                    version,
                    type,
                    at,
                    before.applicationId(),
                    Map.of())));
    return transaction.commit(before);
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }

  private void update(Transaction<NotSaved> transaction, CaseDocument before, CaseDocument after) {
    transaction.update(
        documents,
        DocumentRow.changing(after).build(),
        Expression.builder()
            .expression("#state = :before")
            .putExpressionName("#state", DocumentRow.STATE)
            .putExpressionValue(":before", AttributeValue.fromS(before.state().name()))
            .build(),
        other -> new NotSaved.Overtaken());
  }

  private static Expression still(CaseDocuments before) {
    return before.version() == 0
        ? Expression.builder().expression("attribute_not_exists(version)").build()
        : Expression.builder()
            .expression("version = :before")
            .putExpressionValue(":before", AttributeValue.fromN(Integer.toString(before.version())))
            .build();
  }
}
