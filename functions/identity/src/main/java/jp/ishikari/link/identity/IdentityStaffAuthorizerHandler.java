package jp.ishikari.link.identity;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class IdentityStaffAuthorizerHandler extends EntryHandler {
  public IdentityStaffAuthorizerHandler() {
    super(Entry.IDENTITY_STAFF_AUTHORIZER);
  }
}
