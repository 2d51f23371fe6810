package jp.ishikari.link.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What is generated from the declarations is current. {@code ./mvnw -pl functions/lib/edge -am test
 * -Dgenerate=true} writes it anew.
 */
class GeneratedFilesTest {
  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("docs/generated/routes.md", GeneratedTables.routes());
    files.put("docs/generated/access.md", GeneratedAccess.table());
    files.put("docs/generated/functions.md", GeneratedTables.functions());
    files.put("docs/generated/tables.md", GeneratedTables.tables());
    files.put("docs/generated/environment.md", GeneratedTables.environment());
    files.put("docs/generated/problems.md", GeneratedTables.problems());
    files.put("docs/generated/lifecycle.md", GeneratedTables.lifecycle());
    files.put("docs/generated/payments.md", GeneratedTables.payments());
    files.putAll(GeneratedEvents.files());
    files.putAll(GeneratedSamples.files(checkout()));
    files.putAll(GeneratedLists.files(checkout()));
    files.put("web-static/src/city-hall.generated.ts", GeneratedContracts.cityHallTypeScript());
    files.put("web-static/src/documents.generated.ts", GeneratedContracts.documentsTypeScript());
    files.put("web-static/src/routes.generated.ts", GeneratedContracts.residentTypeScript());
    files.put("web-static/src/staff-routes.generated.ts", GeneratedContracts.staffTypeScript());
    return files;
  }

  @TestFactory
  Stream<DynamicTest> isCurrent() {
    return files().entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(), () -> check(file.getKey(), file.getValue())));
  }

  @Test
  void nothingElseStandsWhereTheEventsAre() throws IOException {
    Set<String> declared = new TreeSet<>(GeneratedEvents.files().keySet());
    declared.removeIf(file -> !file.startsWith("events/"));
    try (Stream<Path> files = Files.list(checkout().resolve("events/cloudevents"))) {
      Set<String> others =
          files
              .map(file -> "events/cloudevents/" + file.getFileName())
              .collect(Collectors.toCollection(TreeSet::new));
      others.removeAll(declared);
      assertEquals(Set.of(), others);
    }
  }

  private static void check(String name, String content) throws IOException {
    Path file = checkout().resolve(name);
    if (Boolean.getBoolean("generate")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    }
    assertEquals(
        content, Files.readString(file), name + " is out of date; run with -Dgenerate=true");
  }

  private static Path checkout() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
