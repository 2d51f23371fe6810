package jp.ishikari.link.counter;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class CounterStaffHandler extends EntryHandler {
  public CounterStaffHandler() {
    super(Entry.COUNTER_STAFF);
  }
}
