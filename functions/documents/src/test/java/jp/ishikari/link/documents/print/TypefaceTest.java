package jp.ishikari.link.documents.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which characters are told before a document is made. */
class TypefaceTest {
  private static List<String> undrawable(String text) {
    return Typeface.only().undrawable(text);
  }

  @Test
  void drawsWhatNamesOfTheCityAreWrittenWith() {
    assertEquals(List.of(), undrawable("石狩市　髙橋﨑子\n凞凜𨦇 ①㈱ﾊﾝｶｸ"));
  }

  @Test
  void namesEachCharacterThatTheFontDoesNotHaveOnce() {
    assertEquals(List.of("𠮷", "😀"), undrawable("𠮷野𠮷😀"));
  }

  /** The font draws 辻 with one dot, as U+E0101 asks for; U+E0100 asks for two. */
  @Test
  void namesASelectorOnlyWhereItAsksForAnotherShapeThanIsDrawn() {
    String same = "亜" + Character.toString(0xE0100) + "辻" + Character.toString(0xE0101);
    String other = "辻" + Character.toString(0xE0100);
    assertEquals(List.of(other), undrawable(same + other));
    assertEquals("亜辻", Typeface.drawn(same));
  }

  @Test
  void namesASelectorThatSelectsNothing() {
    String alone = Character.toString(0xE0100);
    assertEquals(List.of(alone), undrawable(alone));
  }
}
