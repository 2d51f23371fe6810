package jp.ishikari.link.documents.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which characters are told before a document is made, and what draws the others. */
class TypefaceTest {
  private static final String FIRST = Character.toString(0xE0100);
  private static final String SECOND = Character.toString(0xE0101);

  private static List<String> undrawable(String text) {
    return Typeface.only().undrawable(text);
  }

  private static List<String> drawn(String text) {
    return Typeface.only().runs(text).stream()
        .map(run -> run.font().family() + ": " + run.text())
        .toList();
  }

  @Test
  void drawsWhatNamesOfTheCityAreWrittenWith() {
    assertEquals(List.of(), undrawable("石狩市　髙橋﨑子\n凞凜𨦇 ①㈱ﾊﾝｶｸ 𠮷野 神﨑"));
  }

  @Test
  void namesEachCharacterThatNoFontHasOnce() {
    assertEquals(List.of("𪚥", "😀"), undrawable("𪚥野𪚥😀"));
  }

  @Test
  void drawsWithAnotherFontOnlyWhatTheFirstDoesNotHave() {
    assertEquals(List.of("Noto Sans JP: 𠮷", "BIZ UDGothic: 野 花子"), drawn("𠮷野 花子"));
  }

  /** Both draw 辻 with two dots, as U+E0101 asks for; only one says what U+E0100 makes of 栅. */
  @Test
  void drawsEachShapeWithTheFontThatHasIt() {
    assertEquals(
        List.of("BIZ UDGothic: 辻亜", "Noto Sans JP: 栅"),
        drawn("辻" + SECOND + "亜" + FIRST + "栅" + FIRST));
  }

  @Test
  void namesASelectorThatAsksForAShapeThatNoFontDraws() {
    String oneDot = "辻" + FIRST;
    assertEquals(List.of(oneDot), undrawable(oneDot));
  }

  @Test
  void namesASelectorThatSelectsNothing() {
    assertEquals(List.of(FIRST), undrawable(FIRST));
  }
}
