package jp.ishikari.link.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the city hall is started.
 *
 * @param root the repository
 * @param data what survives a restart
 * @param empty whether what is there is forgotten first
 * @param sample whether an empty city is filled with the sample
 */
record Options(Path root, Path data, int basePort, boolean empty, boolean sample) {
  private static final String USAGE =
      "使い方: --base-port 番号（8080）、--data フォルダー（.city）、--empty（空の市から始める）、--no-sample（サンプルを入れない）";

  static Options read(String... arguments) {
    Path root = Path.of(System.getProperty("city.root", "")).toAbsolutePath();
    String data = ".city";
    int port = 8080;
    boolean empty = false;
    boolean sample = true;
    List<String> left = new ArrayList<>(List.of(arguments));
    left.removeIf(String::isBlank);
    while (!left.isEmpty()) {
      switch (left.removeFirst()) {
        case "--base-port" -> port = Integer.parseInt(value(left));
        case "--data" -> data = value(left);
        case "--empty" -> empty = true;
        case "--no-sample" -> sample = false;
        default -> throw new CannotStart(USAGE);
      }
    }
    return new Options(root, root.resolve(data).toAbsolutePath(), port, empty, sample);
  }

  private static String value(List<String> left) {
    if (left.isEmpty() || left.getFirst().startsWith("--")) {
      throw new CannotStart(USAGE);
    }
    return left.removeFirst();
  }

  void forgetWhenAsked() throws IOException {
    if (!empty || !Files.exists(data)) {
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
