package jp.ishikari.link.identity;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class IdentityResidentAuthorizerHandler extends EntryHandler {
  public IdentityResidentAuthorizerHandler() {
    super(Entry.IDENTITY_RESIDENT_AUTHORIZER);
  }
}
