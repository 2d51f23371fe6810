package jp.ishikari.link.applications;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class ApplicationsStaffHandler extends EntryHandler {
  public ApplicationsStaffHandler() {
    super(Entry.APPLICATIONS_STAFF);
  }
}
