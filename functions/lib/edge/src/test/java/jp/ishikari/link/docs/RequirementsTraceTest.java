package jp.ishikari.link.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/requirements.md} can neither lose a requirement nor name a test that is not there.
 */
@DisplayName("docs/requirements.md")
class RequirementsTraceTest {
  private static final Set<String> STATES = Set.of("works", "partly", "not yet");
  private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

  /** A requirement that says the same as another in other words stands where that one stands. */
  private static final String SAME = "as ";

  private record Line(String id, String state, String where, List<String> tests) {
    boolean restates() {
      return state.startsWith(SAME);
    }
  }

  private final CheckedOut checkout = new CheckedOut();
  private final List<Line> lines = lines();

  RequirementsTraceTest() throws IOException {}

  @Test
  @DisplayName("holds every id exactly once")
  void holdsEveryIdExactlyOnce() throws IOException {
    try (InputStream ids =
        RequirementsTraceTest.class.getResourceAsStream("/requirement-ids.txt")) {
      List<String> wanted =
          new String(ids.readAllBytes(), StandardCharsets.UTF_8).lines().sorted().toList();
      assertEquals(wanted, lines.stream().map(Line::id).sorted().toList());
    }
  }

  @Test
  @DisplayName("knows three states and says where what works is to be found")
  void knowsThreeStates() {
    assertEquals(
        List.of(),
        lines.stream()
            .filter(
                line ->
                    !line.restates()
                        && (!STATES.contains(line.state())
                            || (!line.state().equals("not yet") && line.where().equals("–"))))
            .toList());
  }

  @Test
  @DisplayName("says once where a requirement stands that both lists hold")
  void saysOnceWhereARequirementStands() {
    Map<String, String> states = lines.stream().collect(Collectors.toMap(Line::id, Line::state));
    assertEquals(
        List.of(),
        lines.stream()
            .filter(Line::restates)
            .filter(
                line ->
                    !STATES.contains(states.get(line.state().substring(SAME.length())))
                        || !line.where().equals("–")
                        || !line.tests().isEmpty())
            .toList());
  }

  @Test
  @DisplayName("counts what works, what works partly and what does not")
  void countsItself() throws IOException {
    Map<String, String> states = lines.stream().collect(Collectors.toMap(Line::id, Line::state));
    Map<String, Long> counts =
        lines.stream()
            .map(
                line ->
                    line.restates()
                        ? states.get(line.state().substring(SAME.length()))
                        : line.state())
            .collect(Collectors.groupingBy(state -> state, Collectors.counting()));
    String sentence =
        "**%d work, %d partly, %d not yet.**"
            .formatted(counts.get("works"), counts.get("partly"), counts.get("not yet"));
    assertTrue(
        checkout.lines("docs/requirements.md").stream().anyMatch(text -> text.contains(sentence)),
        sentence);
  }

  @Test
  @DisplayName("calls nothing working that no test shows")
  void callsNothingWorkingWithoutATest() {
    assertEquals(
        List.of(),
        lines.stream()
            .filter(line -> line.state().equals("works") && line.tests().isEmpty())
            .toList());
  }

  @Test
  @DisplayName("names only tests that exist")
  void namesOnlyTestsThatExist() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Line line : lines) {
      for (String test : line.tests()) {
        if (!checkout.holdsTest(test)) {
          missing.add(line.id() + " " + test);
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  private List<Line> lines() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String text : checkout.lines("docs/requirements.md")) {
      String[] cells = text.split("\\|", -1);
      if (cells.length == 7 && cells[1].strip().matches("[A-Z]+-\\d+")) {
        lines.add(
            new Line(
                cells[1].strip(),
                cells[3].strip(),
                cells[4].strip(),
                NAMED.matcher(cells[5]).results().map(named -> named.group(1)).toList()));
      }
    }
    return lines;
  }
}
