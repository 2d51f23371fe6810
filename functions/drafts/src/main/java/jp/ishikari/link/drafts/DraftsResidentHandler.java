package jp.ishikari.link.drafts;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class DraftsResidentHandler extends EntryHandler {
  public DraftsResidentHandler() {
    super(Entry.DRAFTS_RESIDENT);
  }
}
