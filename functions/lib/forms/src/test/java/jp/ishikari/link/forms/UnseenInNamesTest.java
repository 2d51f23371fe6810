package jp.ishikari.link.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("In a name that people tell things apart by")
class UnseenInNamesTest {

  @ParameterizedTest
  @DisplayName("a character that nobody sees is found where it stands")
  @ValueSource(
      ints = {
        0x200B, 0x00AD, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0x115F, 0x1160, 0x3164, 0xFFA0,
        0x2800, 0xFFF9, 0xFFFA, 0xFFFB, 0xFEFF, 0x034F, 0x180E, 0xE0041, 0x1D173, 0x200C, 0x200D
      })
  void found(int unseen) {
    assertEquals(2, TextRules.firstUnseen("市民" + Character.toString(unseen) + "課"));
    assertEquals(0, TextRules.firstUnseen(Character.toString(unseen) + "市民課"));
    assertEquals(3, TextRules.firstUnseen("市民課" + Character.toString(unseen)));
  }

  @ParameterizedTest
  @DisplayName("what chooses a shape or joins is part of the name")
  @ValueSource(
      strings = {
        "\u8FBB\uDB40\uDD00\u5B50",
        "\u845B\uDB40\uDD01",
        "\u2764\uFE0F",
        "\u0915\u094D\u200D\u0937",
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
        "\uD83D\uDC69\u200D\uD83D\uDCBB",
        "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
        "\uD842\uDFB7\u91CE\u3000\uFA19"
      })
  void taken(String name) {
    assertEquals(-1, TextRules.firstUnseen(name));
  }

  @ParameterizedTest
  @DisplayName("a selector that chooses nothing is found")
  @ValueSource(strings = {"\uFE0F市", "\u3000\uFE0F市", "市\uFE0F\uFE0F"})
  void selectors(String name) {
    assertEquals(name.lastIndexOf('\uFE0F'), TextRules.firstUnseen(name));
  }
}
