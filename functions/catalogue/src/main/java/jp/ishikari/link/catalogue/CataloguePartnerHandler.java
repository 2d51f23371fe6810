package jp.ishikari.link.catalogue;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class CataloguePartnerHandler extends EntryHandler {
  public CataloguePartnerHandler() {
    super(Entry.CATALOGUE_PARTNER);
  }
}
