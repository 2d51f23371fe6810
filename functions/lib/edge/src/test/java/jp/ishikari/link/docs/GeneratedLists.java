package jp.ishikari.link.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Names;

/** The lists of all capabilities that stand in files which people write otherwise. */
final class GeneratedLists {
  private GeneratedLists() {}

  static Map<String, String> files(Path checkout) {
    return Map.of(
        "functions/pom.xml",
        between(
            checkout.resolve("functions/pom.xml"),
            "    <module>lib/testkit",
            "    <module>capabilities",
            "    <module>%s</module>"::formatted),
        "functions/capabilities/pom.xml",
        between(
            checkout.resolve("functions/capabilities/pom.xml"),
            "  <dependencies>",
            "  </dependencies>",
            "    <dependency><groupId>jp.ishikari.link</groupId><artifactId>%s</artifactId><version>${project.version}</version></dependency>"
                ::formatted),
        "README.md",
        between(
            checkout.resolve("README.md"),
            "  lib/testkit ",
            "  capabilities ",
            module -> "  %-25s %s".formatted(module, purpose(module))));
  }

  private static String purpose(Object module) {
    return Arrays.stream(Capability.values())
        .filter(capability -> Names.module(capability).equals(module))
        .map(Capability::purpose)
        .collect(Collectors.joining());
  }

  /** The file with one line for each capability between two lines that stay. */
  private static String between(
      Path file, String after, String before, Function<Object, String> line) {
    try {
      List<String> lines = Files.readAllLines(file);
      int from = first(lines, after) + 1;
      int to = first(lines, before);
      return Stream.of(
              lines.subList(0, from).stream(),
              Arrays.stream(Capability.values()).map(Names::module).map(line),
              lines.subList(to, lines.size()).stream())
          .flatMap(part -> part)
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int first(List<String> lines, String start) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(start)) {
        return i;
      }
    }
    throw new IllegalStateException("no line begins with " + start);
  }
}
