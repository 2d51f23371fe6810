package jp.ishikari.link.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class FoldingTest {

  @Test
  @DisplayName("Folding a reading twice is folding it once, for any mixture of kana and marks")
  void kanaIsIdempotent() {
    String alphabet = "ｶﾊｱｳﾜｦﾞﾟかはうわゝカハヽ゛゜\u3099\u309A ー・山a-−\u200B\uFE0F\u2003";
    SplittableRandom random = new SplittableRandom(20261123);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(8); n >= 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String folded = Kana.fold(text.toString());
      assertEquals(folded, Kana.fold(folded), () -> "from " + text);
    }
  }

  @Test
  @DisplayName("Half-width kana with and without marks fold to what Unicode calls compatible")
  void halfWidthFollowsUnicode() {
    for (char c = 0xFF66; c <= 0xFF9D; c++) {
      for (String mark : new String[] {"", "\uFF9E", "\uFF9F"}) {
        String half = c + mark;
        assertEquals(Normalizer.normalize(half, Normalizer.Form.NFKC), Kana.fold(half));
      }
    }
  }

  @Test
  @DisplayName("Every hiragana with and without marks folds to katakana")
  void hiraganaBecomesKatakana() {
    for (char c = 0x3041; c <= 0x3096; c++) {
      for (String mark : new String[] {"", "\u3099", "\u309A"}) {
        String composed = Normalizer.normalize((char) (c + 0x60) + mark, Normalizer.Form.NFC);
        assertEquals(composed, Kana.fold(c + mark));
        assertTrue(Kana.isKatakana(Kana.fold(c + mark)));
      }
    }
  }

  @Test
  @DisplayName("A reading's folding leaves every other character of the plane as it is")
  void nothingElseChanges() {
    for (int c = 0; c <= 0xFFFF; c++) {
      boolean kana = (c >= 0x3041 && c <= 0x309E) || (c >= 0xFF65 && c <= 0xFF9F);
      String text = String.valueOf((char) c);
      if (!kana && !Folding.space((char) c) && Folding.invisible(text, 0) == 0) {
        assertEquals(text, Kana.fold(text));
      }
    }
  }

  @Test
  @DisplayName("Every folding done twice is done once, for any mixture of what people paste")
  void foldingsAreIdempotent() {
    SplittableRandom random = new SplittableRandom(20261129);
    for (int i = 0; i < 50_000; i++) {
      String text = FuzzAnswers.pasted(random);
      for (String kind : Foldings.KINDS) {
        // A second mark of post, a second +81 and a second minus are no slip of the pen.
        if (Set.of("number", "copies", "postal", "phone").contains(kind)) {
          continue;
        }
        Object folded = Foldings.of(kind, text);
        // Where there is no number, the reason stands there.
        if (kind.equals("area") && !DecimalText.is((String) folded)) {
          continue;
        }
        assertEquals(folded, Foldings.of(kind, (String) folded), () -> kind + " from " + text);
      }
    }
  }

  @Test
  @DisplayName(
      "What the two lists call a space, Unicode calls one, and invisible is no letter read")
  void listsFollowUnicode() {
    for (int c = 0; c <= 0xFFFF; c++) {
      if (Character.getType(c) == Character.SPACE_SEPARATOR) {
        assertTrue(Folding.space((char) c), "U+" + Integer.toHexString(c));
      }
      if (Character.getType(c) == Character.DASH_PUNCTUATION && c != 0x301C && c != 0x3030) {
        boolean rare = c == 0x1400 || c == 0x2E17 || c == 0x2E1A || c == 0x2E40 || c == 0x2E5D;
        assertTrue(rare || c == 0x30A0 || Folding.dash((char) c), "U+" + Integer.toHexString(c));
      }
    }
  }

  @Test
  @DisplayName("A search key folded again stays the same, for every character of the plane")
  void searchKeyIsIdempotent() {
    for (int c = 0; c <= 0xFFFF; c++) {
      String folded = SearchKey.fold(String.valueOf((char) c));
      String again = SearchKey.fold(folded);
      assertEquals(again, SearchKey.fold(again), "U+" + Integer.toHexString(c));
    }
  }

  @Test
  @DisplayName("The rule files read here are what a JSON library reads")
  void rulesAreJson() {
    ObjectMapper json = new ObjectMapper();
    for (String file :
        new String[] {
          "messages.json", "messages.easy.json", "messages.en.json", "gate.json", "eras.json"
        }) {
      Object read = json.readValue(FlatJson.class.getResourceAsStream(file), Object.class);
      assertEquals(read, FlatJson.read(file));
    }
  }

  @Test
  @DisplayName(
      "English has every sentence that residents read, and no language has others or other places for words")
  void languagesAreWhole() {
    Map<String, String> japanese = new TreeMap<>(FlatJson.read("messages.json"));
    japanese.keySet().removeIf(key -> key.startsWith("finding."));
    assertEquals(japanese.keySet(), new TreeMap<>(FlatJson.read("messages.en.json")).keySet());
    for (String file : List.of("messages.easy.json", "messages.en.json")) {
      FlatJson.read(file)
          .forEach((key, text) -> assertEquals(places(japanese.get(key)), places(text), key));
    }
  }

  private static Set<String> places(String text) {
    return Pattern.compile("\\{[a-z]+}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  @DisplayName("Every error and every finding has a sentence")
  void everyCodeHasASentence() {
    for (ErrorCode code : ErrorCode.values()) {
      boolean general = FlatJson.read("messages.json").containsKey(code.code());
      boolean byLimit =
          FlatJson.read("messages.json").keySet().stream()
              .anyMatch(key -> key.endsWith(code.code() + ".max"));
      assertTrue(general || byLimit, code.code());
    }
    for (FindingCode code : FindingCode.values()) {
      assertTrue(FlatJson.read("messages.json").containsKey("finding." + code.code()));
    }
  }
}
