package jp.ishikari.link.documents.store;

import java.net.URI;

/** The files of documents, each under its document's id. */
public interface DocumentObjects {

  /** Puts it there; it is the same file when it is put again. */
  void keep(String documentId, byte[] pdf);

  /** Takes it away, if it is there. */
  void discard(String documentId);

  /** Where it can be fetched for a minute, as a download of this name. */
  URI link(String documentId, String name);
}
