package jp.ishikari.link.identity.residents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  @CsvSource({
    "北海道石狩市花川北六条１丁目３０番地２,北海道,石狩市,花川北六条,１丁目３０番地２",
    "京都府京都市中京区寺町通４８８,京都府,京都市中京区,寺町通,４８８",
    "三重県四日市市諏訪町１番５号,三重県,四日市市,諏訪町,１番５号",
    "広島県廿日市市下平良一丁目１１番１号,広島県,廿日市市,下平良一丁目,１１番１号",
    "千葉県市川市八幡１丁目１番１号,千葉県,市川市,八幡,１丁目１番１号",
    "東京都町田市森野２丁目２番２２号,東京都,町田市,森野,２丁目２番２２号",
    "奈良県高市郡明日香村岡５５,奈良県,高市郡明日香村,岡,５５",
    "札幌市中央区北一条西２丁目,北海道,札幌市中央区,北一条西,２丁目",
    "神奈川県茅ケ崎市茅ケ崎１丁目１番１号,神奈川県,茅ケ崎市,茅ケ崎,１丁目１番１号",
    "神奈川県茅ヶ崎市茅ヶ崎１丁目１番１号,神奈川県,茅ヶ崎市,茅ヶ崎,１丁目１番１号",
    "奈良県葛\uDB40\uDD00城市柿本１６６,奈良県,葛\uDB40\uDD00城市,柿本,１６６",
    "東京都三宅村阿古４９７,東京都,三宅村,阿古,４９７"
  })
  void anAddressIsSplitAsFarAsItCanBe(
      String joined, String prefecture, String city, String town, String block) {
    assertEquals(
        Map.of("prefecture", prefecture, "city", city, "town", town, "block", block),
        Claims.byGif(Map.of("address", joined)).get("address"));
  }

  @Test
  void everyMunicipalityIsToldFromATownWhateverTheTownIsCalled() throws IOException {
    List<String> wrong = new ArrayList<>();
    Set<String> municipalities = new HashSet<>();
    for (String line : municipalities()) {
      String[] known = line.split("\t");
      municipalities.add(known[0] + known[1].replaceFirst("(.+市).+区$", "$1"));
      for (String town : List.of("架空町", "市場町", "区画村", "町屋", "郡家")) {
        Object split =
            Claims.byGif(Map.of("address", known[0] + known[1] + town + "１番５号")).get("address");
        Object right =
            Map.of("prefecture", known[0], "city", known[1], "town", town, "block", "１番５号");
        if (!right.equals(split)) {
          wrong.add(line + " " + split);
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(1741, municipalities.size());
  }

  private static List<String> municipalities() throws IOException {
    try (InputStream list = Claims.class.getResourceAsStream("municipalities.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"府中市宮西町２丁目２４番地", "伊達市鹿島町２０番地１"})
  void whereTwoPrefecturesHaveAMunicipalitySoNamedNoneIsChosen(String joined) {
    assertEquals(Map.of("block", joined), Claims.byGif(Map.of("address", joined)).get("address"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUKARNO", "DE OLIVEIRA SANTOS MARIA APARECIDA", "ＮＧＵＹＥＮ　ＶＡＮ　ＡＮ", "石狩花子"})
  void aNameThatCannotBeSplitIsShownWhole(String name) {
    assertEquals(Map.of("family", name), Claims.byGif(Map.of("name", name)).get("fullName"));
  }

  @Test
  void anAddressThatCannotBeSplitIsKeptWhole() {
    assertEquals(Map.of("block", "どこか"), Claims.byGif(Map.of("address", "どこか")).get("address"));
  }
}
