package jp.ishikari.link.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/threats.md} neither names a test that is not there nor leaves a threat without a
 * word.
 */
@DisplayName("docs/threats.md")
class ThreatsTraceTest {
  private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

  private final CheckedOut checkout = new CheckedOut();
  private final List<String> rows = new ArrayList<>();

  ThreatsTraceTest() throws IOException {
    for (String line : checkout.lines("docs/threats.md")) {
      if (line.startsWith("| ") && !line.startsWith("| threat ")) {
        rows.add(line);
      }
    }
  }

  @Test
  @DisplayName("names only tests that exist")
  void namesOnlyTestsThatExist() {
    List<String> missing =
        rows.stream()
            .map(row -> row.split("\\|")[3])
            .flatMap(cell -> NAMED.matcher(cell).results().map(named -> named.group(1)))
            .filter(test -> !checkout.holdsTest(test))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  @DisplayName("says of each threat which test covers it, or that none does yet")
  void saysOfEachThreatWhichTestCoversIt() {
    List<String> silent =
        rows.stream()
            .filter(
                row -> {
                  String[] cells = row.split("\\|");
                  return cells.length != 4
                      || !(NAMED.matcher(cells[3]).find() || cells[3].contains("not yet"));
                })
            .toList();
    assertEquals(List.of(), silent);
  }
}
