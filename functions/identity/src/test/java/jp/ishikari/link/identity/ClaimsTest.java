package jp.ishikari.link.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {
  @ParameterizedTest
  @CsvSource({"\uFA19田　健一,\uFA19田,健一", "𠮷野　さくら,𠮷野,さくら", "渡邉\uDB40\uDD01　誠,渡邉\uDB40\uDD01,誠"})
  void aNameIsSplitAtItsSpaceAndOtherwiseUntouched(String name, String family, String given) {
    assertEquals(
        Map.of("family", family, "given", given),
        Claims.byGif(Map.of("name", name)).get("fullName"));
  }

  @Test
  void bothWaysToWriteABirthDateAreRead() {
    assertEquals("1989-01-07", Claims.byGif(Map.of("birthdate", "19890107")).get("dateOfBirth"));
    assertEquals("1989-01-07", Claims.byGif(Map.of("birthdate", "1989-01-07")).get("dateOfBirth"));
  }

  @Test
  void aProvidersNamesForClaimsAreMadeOursAndTheTextsAreLeftAlone() {
    assertEquals(
        Map.of("name", "石狩　花子", "birthdate", "1989-01-07"),
        Claims.kept(
            Map.of("sub", "x", "xid_name", "石狩　花子", "birthdate", "1989-01-07", "mynumber", "1"),
            Map.of("name", "xid_name")));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "female,2", "male,1", "9,9"})
  void theSexIsGivenInTheDigitsOfTheCardHoweverAProviderSaysIt(String said, String digit) {
    assertEquals(digit, Claims.byGif(Map.of("gender", said)).get("sex"));
  }

  @Test
  void aBirthDateWithUnknownPartsIsNotGuessedAt() {
    assertFalse(Claims.byGif(Map.of("birthdate", "19890000")).containsKey("dateOfBirth"));
  }

  @ParameterizedTest
  @CsvSource({"北海道石狩市花川北六条１丁目３０番地２,北海道,石狩市,花川北六条,１丁目３０番地２", "京都府京都市中京区寺町通４８８,京都府,京都市,中京区寺町通,４８８"})
  void anAddressIsSplitAsFarAsItCanBe(
      String joined, String prefecture, String city, String town, String block) {
    assertEquals(
        Map.of("prefecture", prefecture, "city", city, "town", town, "block", block),
        Claims.byGif(Map.of("address", joined)).get("address"));
  }

  @Test
  void anAddressThatCannotBeSplitIsKeptWhole() {
    assertEquals(Map.of("block", "どこか"), Claims.byGif(Map.of("address", "どこか")).get("address"));
  }
}
