package jp.ishikari.link.identity;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class IdentityPartnerAuthorizerHandler extends EntryHandler {
  public IdentityPartnerAuthorizerHandler() {
    super(Entry.IDENTITY_PARTNER_AUTHORIZER);
  }
}
