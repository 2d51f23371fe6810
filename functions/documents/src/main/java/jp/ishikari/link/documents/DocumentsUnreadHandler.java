package jp.ishikari.link.documents;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class DocumentsUnreadHandler extends EntryHandler {
  public DocumentsUnreadHandler() {
    super(Entry.DOCUMENTS_UNREAD);
  }
}
