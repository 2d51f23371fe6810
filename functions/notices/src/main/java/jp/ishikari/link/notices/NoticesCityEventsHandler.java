package jp.ishikari.link.notices;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class NoticesCityEventsHandler extends EntryHandler {
  public NoticesCityEventsHandler() {
    super(Entry.NOTICES_CITY_EVENTS);
  }
}
