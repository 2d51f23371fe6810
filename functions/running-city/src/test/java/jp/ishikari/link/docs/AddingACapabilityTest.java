package jp.ishikari.link.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.ishikari.link.testkit.Checkout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/adding-a-capability.md is followed word for word in a copy of what it touches: its lines are
 * put in, the blueprint and the new module compiled, the generators run, then its own test.
 */
class AddingACapabilityTest {
  private static final String BLUEPRINT = "functions/lib/blueprint/src/main/java";

  /** A name in code, then a fenced block; {@code after} says that the block goes into a file. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?ms)^```(?:java|json|xml)(?: after=\"(?<after>[^\"]+)\")?\\n(?<text>.*?)^```$");

  private static final Pattern FILE = Pattern.compile("(?m)^`([^`]+\\.\\w+)`");
  private static final Pattern OF_A_TYPE = Pattern.compile("(?:enum (\\w+) |(switch) \\()");

  @TempDir private Path copy;

  private final Map<String, String> written = new LinkedHashMap<>();
  private final Set<String> changed = new TreeSet<>();

  @BeforeEach
  void follow() throws IOException {
    Files.createDirectories(copy.resolve(".mvn"));
    for (String source : List.of(BLUEPRINT, "events", "docs/generated")) {
      copyOf(Checkout.path(source), copy.resolve(source));
    }
    for (String file :
        List.of("README.md", "functions/pom.xml", "functions/capabilities/pom.xml")) {
      Files.createDirectories(copy.resolve(file).getParent());
      Files.copy(Checkout.path(file), copy.resolve(file));
    }
    String page = Files.readString(Checkout.path("docs/adding-a-capability.md"));
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      String text = block.group("text");
      if (block.group("after") == null) {
        String file = lastFile(page.substring(0, block.start()));
        written.put(file, text);
        Files.createDirectories(copy.resolve(file).getParent());
        Files.writeString(copy.resolve(file), text);
      } else {
        insert(block.group("after"), text);
      }
    }
  }

  private static String lastFile(String before) {
    return FILE.matcher(before).results().reduce((one, next) -> next).orElseThrow().group(1);
  }

  /** Into the one file of the blueprint that has such a line. */
  private void insert(String after, String text) throws IOException {
    Matcher type = OF_A_TYPE.matcher(after);
    assertTrue(type.find(), after);
    String name = type.group(1) == null ? "RouteBudgets" : type.group(1);
    Path file = copy.resolve(BLUEPRINT + "/jp/ishikari/link/blueprint/" + name + ".java");
    String source = Files.readString(file);
    int at = source.indexOf(after);
    assertTrue(at >= 0 && source.indexOf(after, at + 1) < 0, after + " stands once in " + name);
    int line = source.indexOf('\n', at) + 1;
    Files.writeString(file, source.substring(0, line) + text + source.substring(line));
    changed.add(name);
  }

  @Test
  void leadsToACapabilityThatKeepsItsPromises() throws Exception {
    Path blueprint = copy.resolve("blueprint");
    String known = System.getProperty("java.class.path");
    compile(blueprint, known, sources(copy.resolve(BLUEPRINT)));
    Path module = copy.resolve("feedback");
    String withBlueprint = blueprint + File.pathSeparator + known;
    compile(module, withBlueprint, sources(copy.resolve("functions/feedback")));
    // What the engines' process runs from.
    Files.createDirectories(copy.resolve("functions/local-cloud"));
    Path engines =
        Files.createSymbolicLink(
            copy.resolve("functions/local-cloud/target"),
            Checkout.path("functions/local-cloud/target"));
    String all =
        String.join(
            File.pathSeparator,
            module.toString(),
            Checkout.path("functions/lib/edge/target/test-classes").toString(),
            withBlueprint);
    assertEquals(
        0,
        run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dgenerate=true",
            "-cp",
            all,
            RunTests.class.getName(),
            "jp.ishikari.link.docs.GeneratedFilesTest",
            "jp.ishikari.link.feedback.FeedbackTest"));
    Files.delete(engines);
    assertTrue(Files.readString(copy.resolve("README.md")).contains("\n  feedback  "));
    assertTrue(
        Files.readString(copy.resolve("functions/pom.xml")).contains("<module>feedback</module>"));
    assertTrue(Files.exists(copy.resolve("events/feedback/list-feedback.json")));
    assertTrue(Files.exists(copy.resolve("events/cloudevents/feedback-sent.schema.json")));
  }

  /** docs/data.md besides: the page says so, nothing compiles it. */
  @Test
  void takesTwelveNewFilesAndEightChangedOnes() {
    assertEquals(12, written.size(), written.keySet()::toString);
    assertEquals(8, changed.size() + 1, changed::toString);
  }

  /** ArrowsTest says so of what is compiled with the build, which this example is not. */
  @Test
  void onlyItsStoreAndItsWiringKnowTheCloud() {
    assertEquals(
        List.of(),
        written.entrySet().stream()
            .filter(file -> file.getValue().contains("import jp.ishikari.link.aws."))
            .map(Map.Entry::getKey)
            .filter(file -> !file.contains("/store/") && !file.endsWith("Wiring.java"))
            .toList());
  }

  private void compile(Path to, String classPath, List<String> sources) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-parameters",
                "-proc:none",
                "-d",
                to.toString(),
                "-cp",
                classPath));
    command.addAll(sources);
    assertEquals(0, run(command.toArray(String[]::new)));
  }

  private int run(String... command) throws IOException, InterruptedException {
    Path said = copy.resolve("said.txt");
    int end =
        new ProcessBuilder(command)
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    if (end != 0) {
      System.out.println(Files.readString(said));
    }
    return end;
  }

  private static List<String> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".java")).toList();
    }
  }

  private static void copyOf(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
