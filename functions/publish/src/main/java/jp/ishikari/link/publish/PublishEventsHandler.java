package jp.ishikari.link.publish;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class PublishEventsHandler extends EntryHandler {
  public PublishEventsHandler() {
    super(Entry.PUBLISH_EVENTS);
  }
}
