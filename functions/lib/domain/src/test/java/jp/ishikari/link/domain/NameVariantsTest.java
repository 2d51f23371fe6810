package jp.ishikari.link.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever types a name one way finds the person who writes it another way. */
class NameVariantsTest {

  @ParameterizedTest
  @CsvSource({
    "吉野, 𠮷野",
    "渡辺, 渡邊",
    "渡辺, 渡邉",
    "渡辺, 渡邉\uDB40\uDD00",
    "渡邊, 渡邉\uDB40\uDD05",
    "高橋, 髙橋",
    "高橋, 髙槗",
    "山崎, 山﨑",
    "沢田, 澤田",
    "斎藤, 齋藤",
    "斉藤, 齊藤",
    "浜田, 濱田",
    "浜田, 濵田",
    "関ヶ原, 関ケ原",
    "島田, 嶋田",
    "島田, 嶌田",
    "広瀬, 廣瀬",
    "富田, 冨田",
    "館野, 舘野",
    "徳川, 德川",
    "神谷, \uFA19谷",
    "隆, \uF9DC",
    "戸田, ⼾田",
    "戸田, 戶田",
    "民子, ⺠子",
    "角田, ⻆田"
  })
  void aNameIsFoundUnderEveryVariantOfItsCharacters(String one, String other) {
    assertEquals(term(one), term(other));
  }

  @Test
  void namesThatAreNotTheSameStayApart() {
    for (List<String> names :
        List.of(
            List.of("斎藤", "斉藤"),
            List.of("大田", "太田"),
            List.of("裕子", "祐子"),
            List.of("川上", "河上"),
            List.of("ニ", "二"))) {
      assertNotEquals(term(names.get(0)), term(names.get(1)), names.toString());
    }
  }

  @Test
  void whatAVariantIsFoundUnderIsAVariantOfNothingElse() {
    for (int c = 0x3400; c < 0x32000; c++) {
      String usual = NameVariants.usual(Character.toString(c));
      assertEquals(usual, NameVariants.usual(usual), Integer.toHexString(c));
    }
  }

  @Test
  void onlyNamesAreReduced() {
    String kana = Applicant.term((s, kind, folded) -> folded, "d", BlindIndex.Kind.KANA, "ヶ");
    assertEquals("ゖ", kana);
  }

  private static String term(String name) {
    return Applicant.term((s, kind, folded) -> folded, "d", BlindIndex.Kind.NAME, name);
  }
}
