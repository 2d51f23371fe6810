package jp.ishikari.link.documents.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;
import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.sortLessThanOrEqualTo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Items;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.SortableTime;
import jp.ishikari.link.aws.Tokens;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/**
 * The print list on DynamoDB, one row for each letter. Watched, it carries the key of {@code due};
 * on the list, that of {@code waiting}; afterwards none. Taking it off is a transaction of 2 items:
 * token, letter.
 */
public final class DynamoPrintList implements PrintList {
  private static final String DUE = "due";
  private static final String WAITING = "waiting";
  private static final String KEY = "letterId";
  private static final String DOCUMENT = "document/";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> letters;

  public DynamoPrintList(Cloud cloud) {
    this.cloud = cloud;
    this.letters = Rows.of(cloud, Table.PRINT_LIST);
  }

  @Override
  public Part<NotSaved> watching(Letter letter) {
    EnhancedDocument row =
        row(letter)
            .putString(DUE, DUE)
            .putString("dueAt", letter.readBy().plusDays(1).toString())
            .build();
    return Items.part(items -> items.putNew(letters, row, KEY, taken -> new NotSaved.Overtaken()));
  }

  @Override
  public Optional<Letter> find(String documentId) {
    return Optional.ofNullable(
            letters.getItem(r -> r.key(Rows.key(DOCUMENT + documentId)).consistentRead(true)))
        .map(DynamoPrintList::read);
  }

  @Override
  public List<Letter> overdue(LocalDate today, int limit) {
    return letters
        .index(DUE)
        .query(
            r ->
                r.queryConditional(sortLessThanOrEqualTo(Rows.key(DUE, today.toString())))
                    .limit(limit))
        .stream()
        .findFirst()
        .stream()
        .flatMap(page -> page.items().stream())
        .map(DynamoPrintList::read)
        .toList();
  }

  @Override
  public boolean add(Letter watched, Instant at) {
    Letter added =
        new Letter(
            watched.documentId(),
            watched.applicationId(),
            watched.divisionId(),
            watched.readBy(),
            at,
            null);
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.put(
        letters,
        row(added).putString(WAITING, added.divisionId()).build(),
        carrying(DUE),
        other -> new NotSaved.Overtaken());
    return transaction.commit(true).fold(overtaken -> false, done -> done);
  }

  @Override
  public void forget(Letter watched) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.delete(
        letters,
        Rows.key(DOCUMENT + watched.documentId()),
        carrying(DUE),
        other -> new NotSaved.Overtaken());
    // Who was quicker came to the same end, or put it onto the list.
    transaction.commit(watched);
  }

  @Override
  public List<Letter> waiting(String divisionId) {
    return letters.index(WAITING).query(keyEqualTo(Rows.key(divisionId))).stream()
        .flatMap(page -> page.items().stream())
        .map(DynamoPrintList::read)
        .toList();
  }

  @Override
  public Outcome<NotSaved, Letter> finish(Letter waiting, Done done, Idempotency token) {
    Letter finished =
        new Letter(
            waiting.documentId(),
            waiting.applicationId(),
            waiting.divisionId(),
            waiting.readBy(),
            waiting.addedAt(),
            done);
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    transaction.put(
        letters, row(finished).build(), carrying(WAITING), other -> new NotSaved.Overtaken());
    return transaction.commit(finished);
  }

  private static Expression carrying(String attribute) {
    return Expression.builder()
        .expression("attribute_exists(#carried)")
        .putExpressionName("#carried", attribute)
        .build();
  }

  private static EnhancedDocument.Builder row(Letter letter) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString(KEY, DOCUMENT + letter.documentId())
            .putString("applicationId", letter.applicationId())
            .putString("divisionId", letter.divisionId())
            .putString("readBy", letter.readBy().toString());
    if (letter.addedAt() != null) {
      row.putString("addedAt", SortableTime.of(letter.addedAt()));
    }
    Done done = letter.done();
    return done == null
        ? row
        : row.putString("how", done.how().name())
            .putString("doneAt", done.at().toString())
            .putString("doneBy", done.by())
            .putString("doneByName", done.byName());
  }

  private static Letter read(EnhancedDocument row) {
    String added = row.getString("addedAt");
    return new Letter(
        row.getString(KEY).substring(DOCUMENT.length()),
        row.getString("applicationId"),
        row.getString("divisionId"),
        LocalDate.parse(row.getString("readBy")),
        added == null ? null : Instant.parse(added),
        row.isPresent("how")
            ? new Done(
                How.valueOf(row.getString("how")),
                Instant.parse(row.getString("doneAt")),
                row.getString("doneBy"),
                row.getString("doneByName"))
            : null);
  }
}
