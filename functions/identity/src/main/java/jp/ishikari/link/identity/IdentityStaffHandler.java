package jp.ishikari.link.identity;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class IdentityStaffHandler extends EntryHandler {
  public IdentityStaffHandler() {
    super(Entry.IDENTITY_STAFF);
  }
}
