package jp.ishikari.link.staffdirectory;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class StaffDirectoryStaffHandler extends EntryHandler {
  public StaffDirectoryStaffHandler() {
    super(Entry.STAFF_DIRECTORY_STAFF);
  }
}
