package jp.ishikari.link.assignments;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class AssignmentsStaffHandler extends EntryHandler {
  public AssignmentsStaffHandler() {
    super(Entry.ASSIGNMENTS_STAFF);
  }
}
