package jp.ishikari.link.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 8785 itself. */
class CanonicalJsonTest {

  private static String canonical(String json) {
    return new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8);
  }

  @Test
  void theExampleOfSection322() {
    String given =
        "{\"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],"
            + "\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
            + "\"literals\": [null, true, false]}";
    assertEquals(
        "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a"
            + "5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d"
            + "2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d",
        HexFormat.of().formatHex(CanonicalJson.bytes(given)));
  }

  @Test
  void namesInTheOrderOfTheirUtf16UnitsAsInSection323() {
    String given =
        "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With"
            + " Dagesh\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\","
            + "\"\\u0080\":\"Control\",\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";
    assertEquals(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O"
            + " With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew"
            + " Letter Dalet With Dagesh\"}",
        canonical(given));
  }

  /** Appendix B: the bits of a double and how it is written. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void numbersAsInAppendixB(String bits, String written) {
    double number = Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(bits));
    assertEquals("[" + written + "]", canonical("[" + number + "]"));
  }

  @Test
  void namesOfPeopleGoThroughCodePointForCodePoint() {
    String name = "{\"氏名\":\"神\uFA19　𠮷\uFA10 葛\uDB40\uDD00\"}";
    assertEquals(name, canonical(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "{\"a\":1,\"a\":2}", "[1e400]", "{\"a\":}", "[\"\\ud800\"]", "[1]x"})
  void whatHasNoCanonicalFormIsAMistakeOfTheCaller(String json) {
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.bytes(json));
  }
}
