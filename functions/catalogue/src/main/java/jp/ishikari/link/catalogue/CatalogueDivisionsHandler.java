package jp.ishikari.link.catalogue;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class CatalogueDivisionsHandler extends EntryHandler {
  public CatalogueDivisionsHandler() {
    super(Entry.CATALOGUE_DIVISIONS);
  }
}
