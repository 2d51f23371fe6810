package jp.ishikari.link.documents.store;

import java.net.URI;

/** The files of documents, each under its document's id. */
public interface DocumentObjects {

  /**
   * Puts it there; it is the same file when it is put again.
   *
   * @param name as which it is saved; it stays with the file, because an address is no place for a
   *     title
   */
  void keep(String documentId, String name, byte[] pdf);

  /** Takes it away, if it is there. */
  void discard(String documentId);

  /** Where it can be fetched for a minute, as a download of its name. */
  URI link(String documentId);
}
