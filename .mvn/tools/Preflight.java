import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says in one sentence what is missing on this machine, before anything is built. Runs in Maven's
 * own JVM's version, so it keeps to Java 17.
 */
class Preflight {
  public static void main(String[] args) throws Exception {
    List<String> missing = new ArrayList<>();
    if (jdks().stream().noneMatch(Preflight::is25)) {
      missing.add(
          "JDK 25 が見つかりません。Temurin などの JDK 25 を入れ、環境変数 JDK25_HOME でその場所を指定してください。"
              + "（No JDK 25 was found: install one and name its folder in JDK25_HOME.）");
    }
    String node = node();
    if (!node.matches("v(20\\.(19|[2-9]\\d)|2[1-9]|[3-9]\\d)\\..*")) {
      missing.add(
          "Node.js 20.19 以上が必要です（いまは "
              + (node.isEmpty() ? "入っていません" : node)
              + "）。入れてから、もう一度実行してください。（Node.js 20.19 or newer is needed.）");
    }
    missing.forEach(System.err::println);
    System.exit(missing.isEmpty() ? 0 : 1);
  }

  /** Where Maven's toolchain discovery looks as well. */
  private static List<Path> jdks() throws IOException {
    List<Path> homes = new ArrayList<>();
    homes.add(Path.of(System.getProperty("java.home")));
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.matches("(JAVA|JDK).*(HOME|_X64)?")) {
                homes.add(Path.of(value));
              }
            });
    Path user = Path.of(System.getProperty("user.home"));
    for (Path folder :
        List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/usr/java"),
            Path.of("/opt"),
            Path.of("/Library/Java/JavaVirtualMachines"),
            user.resolve("Library/Java/JavaVirtualMachines"),
            user.resolve(".sdkman/candidates/java"),
            user.resolve(".jdks"),
            user.resolve(".jenv/versions"),
            user.resolve(".asdf/installs/java"),
            user.resolve(".local/share/mise/installs/java"),
            Path.of("C:/Program Files/Java"),
            Path.of("C:/Program Files/Eclipse Adoptium"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> list = Files.list(folder)) {
          list.forEach(
              home -> {
                homes.add(home);
                homes.add(home.resolve("Contents/Home"));
              });
        }
      }
    }
    return homes;
  }

  private static boolean is25(Path home) {
    try {
      return Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"25");
    } catch (IOException none) {
      return false;
    }
  }

  private static String node() throws InterruptedException {
    try {
      Process node = new ProcessBuilder("node", "--version").start();
      String version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      node.waitFor();
      return version.strip();
    } catch (IOException none) {
      return "";
    }
  }
}
