package jp.ishikari.link.publish;

import java.util.function.Consumer;
import jp.ishikari.link.publish.store.Announcements;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.publish.store.Outbox;

/**
 * Announces one event, then marks it. A crash between the two announces it again, which consumers
 * bear.
 */
record PublishEvent(Announcements announcements, Outbox outbox) implements Consumer<CityEvent> {

  @Override
  public void accept(CityEvent event) {
    announcements.announce(event);
    outbox.markPublished(event);
  }
}
