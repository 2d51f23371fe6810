package jp.ishikari.link.catalogue.store;

/** Files that the portal loads as they are. */
public interface PublishedFiles {

  /**
   * Replaces a file.
   *
   * @param name path under the catalogue's path
   * @param json UTF-8 JSON
   */
  void publish(String name, byte[] json);
}
