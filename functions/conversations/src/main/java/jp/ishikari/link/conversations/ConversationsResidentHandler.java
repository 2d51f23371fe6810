package jp.ishikari.link.conversations;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class ConversationsResidentHandler extends EntryHandler {
  public ConversationsResidentHandler() {
    super(Entry.CONVERSATIONS_RESIDENT);
  }
}
