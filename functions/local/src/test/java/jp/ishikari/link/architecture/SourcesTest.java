package jp.ishikari.link.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.ishikari.link.testkit.Checkout;
import org.junit.jupiter.api.Test;

/** Rules over the sources that compiled classes no longer show. */
class SourcesTest {
  private static final int MAX_LINES = 300;
  private static final Pattern MEANINGLESS =
      Pattern.compile(".*(Helper|Util|Utils|Manager|Impl|Base|Common)\\.java");
  private static final Pattern ENVIRONMENT =
      Pattern.compile("localhost|127\\.0\\.0\\.1|isLocal|isProduction|\"local\"|\"prod(uction)?\"");

  private static List<Path> sources(String... folders) {
    try (Stream<Path> files =
        Stream.of(folders)
            .map(Checkout::path)
            .flatMap(SourcesTest::walk)
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.toString().contains("/target/"))) {
      return files.toList();
    }
  }

  private static Stream<Path> walk(Path folder) {
    try {
      return Files.walk(folder);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void noClassHasANameThatSaysNothing() {
    assertEquals(
        List.of(),
        sources("functions", "infra-cdk").stream()
            .filter(file -> MEANINGLESS.matcher(file.toString()).matches())
            .toList());
  }

  @Test
  void noClassIsLongerThanAPersonReadsInOneGo() {
    List<Path> main =
        sources("functions", "infra-cdk").stream()
            .filter(file -> file.toString().contains("/src/main/"))
            .toList();
    assertTrue(main.size() > 100, "the walk must see the sources");
    assertEquals(
        List.of(), main.stream().filter(file -> linesToRead(lines(file)) > MAX_LINES).toList());
  }

  /** The constants of an enum do not count: a table is looked up, not read in one go. */
  private static long linesToRead(List<String> lines) {
    List<String> from =
        lines.stream().dropWhile(line -> !line.matches("(public )?enum .*\\{")).toList();
    return lines.size() - from.stream().takeWhile(line -> !line.endsWith(";")).count();
  }

  @Test
  void whatRunsInTheCloudAsksForNoEnvironmentByName() {
    List<Path> cloud =
        sources("functions").stream()
            .filter(file -> file.toString().contains("/src/main/"))
            .filter(
                file ->
                    !file.toString()
                        .matches(".*/functions/(local|local-cloud|bench|lib/testkit)/.*"))
            .toList();
    assertTrue(cloud.size() > 100, "the walk must see the sources");
    assertEquals(
        List.of(),
        cloud.stream()
            .flatMap(
                file ->
                    lines(file).stream()
                        .filter(line -> ENVIRONMENT.matcher(line).find())
                        .map(line -> file.getFileName() + ": " + line.strip()))
            .toList());
  }
}
