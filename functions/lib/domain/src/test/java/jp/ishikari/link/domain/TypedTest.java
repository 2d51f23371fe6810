package jp.ishikari.link.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("However it was typed or pasted")
class TypedTest {
  private static final BlindIndex PLAIN = (scope, kind, folded) -> kind + " " + folded;

  @Test
  @DisplayName("a code that was read off another screen is the same code")
  void spokenCode() {
    Optional<String> hash = SpokenCode.hash("pair", "7K3M9QXT2HBC");
    assertTrue(hash.isPresent());
    for (String typed :
        List.of(
            "7k3m-9qxt-2hbc",
            "７Ｋ３Ｍ－９ＱＸＴ－２ＨＢＣ",
            " 7K3M 9QXT\u20032HBC ",
            "7K3Mー9QXT‐2HBC",
            "\u200B7K3M9QXT\u202C2HBC\uFE0F")) {
      assertEquals(hash, SpokenCode.hash("pair", typed), typed);
    }
    assertNotEquals(hash, SpokenCode.hash("pair", "7K3M9QXT2HBD"));
  }

  @Test
  @DisplayName("a telephone number and a reading find the same people")
  void searchTerms() {
    String phone = Applicant.term(PLAIN, "shimin", BlindIndex.Kind.PHONE, "090-1234-5678");
    for (String typed : List.of("+81 90-1234-5678", "０９０ー１２３４−５６７８", "（090）1234 5678")) {
      assertEquals(phone, Applicant.term(PLAIN, "shimin", BlindIndex.Kind.PHONE, typed), typed);
    }
    String kana = Applicant.term(PLAIN, "shimin", BlindIndex.Kind.KANA, "マーク");
    for (String typed : List.of("マ-ク", "ﾏ－ｸ", "まーく", "\u200Bマ‐ク")) {
      assertEquals(kana, Applicant.term(PLAIN, "shimin", BlindIndex.Kind.KANA, typed), typed);
    }
  }
}
