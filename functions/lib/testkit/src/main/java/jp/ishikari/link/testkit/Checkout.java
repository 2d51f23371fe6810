package jp.ishikari.link.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository's files are while tests run. */
public final class Checkout {
  private Checkout() {}

  /** A path from the top of the repository. */
  public static Path path(String relative) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder.resolve(relative);
  }
}
