package jp.ishikari.link.casework;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class CaseworkBulkJobsHandler extends EntryHandler {
  public CaseworkBulkJobsHandler() {
    super(Entry.CASEWORK_BULK_JOBS);
  }
}
