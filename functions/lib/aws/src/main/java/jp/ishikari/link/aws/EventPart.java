package jp.ishikari.link.aws;

import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationStore.NotSaved;
import jp.ishikari.link.domain.CityEvent;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/**
 * The event of a transaction: one item, under the condition that its subject has no event of that
 * sequence yet. Any capability that is granted to put into {@code events} adds it to its own
 * transactions; {@code publish} does the rest.
 */
public final class EventPart {
  private final DynamoDbTable<EnhancedDocument> events;

  public EventPart(Cloud cloud) {
    this.events = Rows.of(cloud, Table.EVENTS);
  }

  /** Of a facet, or of anything that is not an application. */
  public void add(Transaction transaction, CityEvent event) {
    add(transaction, EventRow.write(event));
  }

  /** Of an application itself, with what only its history needs. */
  public void add(Transaction transaction, ApplicationEvent event) {
    add(transaction, EventRow.write(event));
  }

  private void add(Transaction transaction, EnhancedDocument row) {
    transaction.putNew(
        events, row, Table.EVENTS.key().partition().name(), taken -> new NotSaved.Overtaken());
  }
}
