package jp.ishikari.link.catalogue;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class CatalogueIndexHandler extends EntryHandler {
  public CatalogueIndexHandler() {
    super(Entry.CATALOGUE_INDEX);
  }
}
