package jp.ishikari.link.conversations;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class ConversationsStaffHandler extends EntryHandler {
  public ConversationsStaffHandler() {
    super(Entry.CONVERSATIONS_STAFF);
  }
}
