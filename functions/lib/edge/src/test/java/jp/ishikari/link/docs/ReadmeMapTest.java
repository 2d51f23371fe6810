package jp.ishikari.link.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Names;
import org.junit.jupiter.api.Test;

/** The map of the README names every module there is, and none besides. */
class ReadmeMapTest {
  private static final Path ROOT = root();

  /** A line of the map below {@code functions/}: two spaces, the module, what it is for. */
  private static final Pattern LINE = Pattern.compile("(?m)^  ([a-z][a-z/-]*) {2,}\\S");

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  @Test
  void namesEveryCapabilityOfTheBlueprint() throws IOException {
    Set<String> missing =
        Arrays.stream(Capability.values())
            .map(Names::module)
            .collect(Collectors.toCollection(TreeSet::new));
    missing.removeAll(map());
    assertEquals(Set.of(), missing, "add to the map of README.md: \"  <module>   what it is for\"");
  }

  @Test
  void namesNoModuleThatIsNotBuilt() throws IOException {
    Collection<String> unknown = map();
    unknown.removeAll(
        MODULE
            .matcher(Files.readString(ROOT.resolve("functions/pom.xml")))
            .results()
            .map(r -> r.group(1))
            .toList());
    assertEquals(List.of(), List.copyOf(unknown));
  }

  private static Collection<String> map() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String map = readme.substring(readme.indexOf("\nfunctions/\n"), readme.indexOf("\ninfra-cdk/"));
    return LINE.matcher(map)
        .results()
        .map((MatchResult line) -> line.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("README.md"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
