package jp.ishikari.link.aws;

import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
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
  public Part<NotSaved> of(CityEvent event) {
    return part(EventRow.write(event));
  }

  /** Of an application itself, with what only its history needs. */
  public Part<NotSaved> of(ApplicationEvent event) {
    return part(EventRow.write(event));
  }

  private Part<NotSaved> part(EnhancedDocument row) {
    return Items.part(
        items ->
            items.putNew(
                events,
                row,
                Table.EVENTS.key().partition().name(),
                taken -> new NotSaved.Overtaken()));
  }
}
