package jp.ishikari.link.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How the city hall is started; all by system properties.
 *
 * @param root the repository
 * @param data what survives a restart
 * @param sample whether an empty city is filled with the sample
 */
record Options(Path root, Path data, int basePort, boolean sample) {
  private static final int FIRST_FREE_PORT = 8080;

  static Options read() {
    Path root = Path.of(System.getProperty("city.root", "")).toAbsolutePath();
    Path data = root.resolve(System.getProperty("city.data", ".city")).toAbsolutePath();
    return new Options(
        root,
        data,
        Integer.getInteger("city.port", FIRST_FREE_PORT),
        !"false".equals(System.getProperty("city.sample")));
  }

  /** -Dcity.empty starts from an empty city. */
  void forgetWhenAsked() throws IOException {
    String empty = System.getProperty("city.empty");
    if (empty == null || empty.equals("false") || !Files.exists(data)) {
      return;
    }
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** People of the sample city, for the identity providers. */
  Path people() {
    return root.resolve("functions/local/src/main/resources/sample-city");
  }
}
