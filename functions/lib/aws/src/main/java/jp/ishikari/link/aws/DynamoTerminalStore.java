package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.domain.counter.TerminalStore;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Terminals on DynamoDB, one row each. What staff do is one transaction of 2 items. */
public final class DynamoTerminalStore implements TerminalStore {
  /** All terminals of a city are one partition of the index. */
  private static final String LISTED = "listed";

  private static final String SEEN = "lastSeenAt";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> terminals;

  public DynamoTerminalStore(Cloud cloud) {
    this.cloud = cloud;
    this.terminals = Rows.of(cloud, Table.TERMINALS);
  }

  @Override
  public List<Terminal> all() {
    return terminals.index("listed").query(keyEqualTo(Rows.key(LISTED))).stream()
        .flatMap(page -> page.items().stream())
        .map(DynamoTerminalStore::read)
        .toList();
  }

  @Override
  public Optional<Terminal> find(String terminalId) {
    return Optional.ofNullable(
            terminals.getItem(r -> r.key(Rows.key(terminalId)).consistentRead(true)))
        .map(DynamoTerminalStore::read);
  }

  @Override
  public Optional<Terminal> withCode(String codeHash) {
    // The index may be a moment behind: what it names is looked at itself.
    return terminals.index("byCode").query(keyEqualTo(Rows.key(codeHash))).stream()
        .flatMap(page -> page.items().stream())
        .flatMap(row -> find(row.getString("terminalId")).stream())
        .filter(terminal -> codeHash.equals(terminal.codeHash()))
        .findFirst();
  }

  @Override
  public Outcome<NotSaved, Terminal> save(Terminal next, Idempotency token) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    EnhancedDocument.Builder row = row(next);
    if (next.codeHash() == null) {
      row.putNull("codeHash");
    } else {
      row.putString("codeHash", next.codeHash());
    }
    transaction.update(terminals, row.build(), before(next), other -> new NotSaved.Overtaken());
    return transaction.commit(next);
  }

  @Override
  public boolean enrol(Terminal next) {
    try {
      terminals.updateItem(r -> r.item(row(next).build()).conditionExpression(before(next)));
      return true;
    } catch (ConditionalCheckFailedException first) {
      return false;
    }
  }

  @Override
  public void seen(String terminalId, Instant at) {
    terminals.updateItem(
        Rows.row().putString("terminalId", terminalId).putString(SEEN, at.toString()).build());
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }

  private static Expression before(Terminal next) {
    if (next.revision() == 1) {
      return Expression.builder().expression("attribute_not_exists(revision)").build();
    }
    return Expression.builder()
        .expression("revision = :before")
        .putExpressionValue(":before", AttributeValue.fromN(Integer.toString(next.revision() - 1)))
        .build();
  }

  private static EnhancedDocument.Builder row(Terminal terminal) {
    return Rows.row()
        .putString("terminalId", terminal.terminalId())
        .putString("listed", LISTED)
        .putNumber("revision", terminal.revision())
        .putString("content", Json.MAPPER.writeValueAsString(terminal));
  }

  /** Visits write down when they begin beside the rest; neither touches the other's. */
  private static Terminal read(EnhancedDocument row) {
    Terminal terminal = Json.MAPPER.readValue(row.getString("content"), Terminal.class);
    return row.isPresent(SEEN) ? terminal.seen(Instant.parse(row.getString(SEEN))) : terminal;
  }
}
