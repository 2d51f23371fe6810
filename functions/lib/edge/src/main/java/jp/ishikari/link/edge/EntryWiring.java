package jp.ishikari.link.edge;

import jp.ishikari.link.blueprint.Entry;

/** Builds the function of an entry as the cloud runs it: from the function's own environment. */
public interface EntryWiring {
  EntryFunction wire(Entry entry);
}
