package jp.ishikari.link.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.signing.Claimed;
import jp.ishikari.link.domain.signing.Signature.Item;
import jp.ishikari.link.domain.signing.Signature.Match;
import jp.ishikari.link.testauthority.Person;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicDataTest {
  private static final String ADDRESS = "北海道石狩市花川北６条１丁目３０－２";

  private static BasicData read(Person person) {
    return BasicData.of(Cards.card(person).certificate()).orElseThrow();
  }

  private static BasicData born(String birth) {
    return read(Person.plain("石狩　花子", "2", birth, ADDRESS));
  }

  @Nested
  class IsReadFromTheCard {
    @Test
    void codePointForCodePoint() {
      String name = "神\uFA19　𠮷\uFA10";
      assertEquals(name, read(Person.plain(name, "1", "319800217", ADDRESS)).name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"319800217", "419900401", "520200229"})
    void withAGregorianDateBehindTheDigitOfTheEra(String birth) {
      LocalDate date = LocalDate.parse(birth.substring(1), DateTimeFormatter.BASIC_ISO_DATE);
      assertEquals(Optional.of(date), born(birth).birthDate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000", "319800000", "319800230", "019800217"})
    void withoutADateWhenTheRegisterDoesNotKnowItWhole(String birth) {
      assertEquals(Optional.empty(), born(birth).birthDate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "19800217", "3198002170", "３１９８００２１７", "919800217"})
    void notAtAllWhenTheDateIsOfAnotherForm(String birth) {
      Person person = Person.plain("石狩　花子", "2", birth, ADDRESS);
      assertEquals(Optional.empty(), BasicData.of(Cards.card(person).certificate()));
    }

    @Test
    void withSubstitutesMarkedPerCodePoint() {
      BasicData data = read(new Person("𠮷田　花子", "10000", "2", "419900401", "北海道", "001"));
      assertTrue(data.nameSubstituted());
      assertEquals("［𠮷］田　花子", data.markedName());
      assertEquals("北海［道］", data.markedAddress());
    }

    @Test
    void inDoubtWhenThereAreMoreOrFewerFlagsThanCharacters() {
      assertTrue(
          read(new Person("石狩　花子", "0000", "2", "419900401", "北海道", "000")).nameSubstituted());
      assertFalse(read(Person.sample()).nameSubstituted());
    }
  }

  @Nested
  class ComparedWithTheAnswers {
    private static final LocalDate BIRTH = LocalDate.of(1990, 4, 1);

    private static Map<Item, Match> compare(BasicData card, String name, String address) {
      return Comparison.of(new Claimed(name, address, BIRTH, "2"), card);
    }

    @Test
    void isTheSameHoweverWidthSpacesAndDashesWereTyped() {
      assertEquals(
          Map.of(
              Item.NAME,
              Match.SAME,
              Item.ADDRESS,
              Match.SAME,
              Item.BIRTH_DATE,
              Match.SAME,
              Item.SEX,
              Match.SAME),
          compare(read(Person.sample()), "石狩花子", "北海道石狩市花川北6条1丁目30‐2"));
    }

    @ParameterizedTest
    @CsvSource({
      "花川北六条１丁目３０番地２, 花川北6条1丁目30-2",
      "花川北六条一丁目三十番地の二, 花川北6条1丁目30番2号",
      "花川北六条１丁目３０番地２, 花川北6-1-30-2",
      "花川南十条二丁目百二十番地, 花川南１０条２丁目１２０",
      "親船町三〇番地, 親船町30",
      "八幡２丁目３３２番地１１グリーンハイツ１０１号室, 八幡2-332-11　グリーンハイツ101",
    })
    void isTheSameHoweverTheNumbersOfAnAddressAreWritten(String card, String answer) {
      BasicData read =
          read(
              new Person(
                  "石狩　花子",
                  "00000",
                  "2",
                  "419900401",
                  "北海道石狩市" + card,
                  "0".repeat(6 + card.length())));
      assertEquals(Match.SAME, compare(read, "石狩花子", "北海道石狩市" + answer).get(Item.ADDRESS));
    }

    @ParameterizedTest
    @CsvSource({
      "花川北六条１丁目３０番地２, 花川北6条1丁目302",
      "花川北六条１丁目３０番地２, 花川北6条1丁目30-20",
      "花川北二十条１丁目１番地, 花川北210条1丁目1",
    })
    void isAnotherAddressWhereANumberIsAnother(String card, String answer) {
      BasicData read =
          read(new Person("石狩　花子", "00000", "2", "419900401", card, "0".repeat(card.length())));
      assertEquals(Match.DIFFERENT, compare(read, "石狩花子", answer).get(Item.ADDRESS));
    }

    @Test
    void tellsWhichDiffer() {
      Map<Item, Match> found = compare(read(Person.sample()), "石狩 花代", "北海道石狩市花川北6条1丁目30-3");
      assertEquals(Match.DIFFERENT, found.get(Item.NAME));
      assertEquals(Match.DIFFERENT, found.get(Item.ADDRESS));
      assertEquals(Match.SAME, found.get(Item.BIRTH_DATE));
    }

    @Test
    void doesNotCallASubstituteADifference() {
      BasicData card =
          read(new Person("吉田　花子", "10000", "1", "400000000", ADDRESS, "0".repeat(18)));
      Map<Item, Match> found = compare(card, "𠮷田花子", ADDRESS);
      assertEquals(Match.SUBSTITUTED, found.get(Item.NAME));
      assertEquals(Match.SAME, found.get(Item.ADDRESS));
      assertEquals(Match.NOT_ON_CARD, found.get(Item.BIRTH_DATE));
      assertEquals(Match.DIFFERENT, found.get(Item.SEX));
    }

    @Test
    void saysNothingAboutWhatWasNotAsked() {
      var nothing = new Claimed(null, null, null, null);
      assertEquals(Map.of(), Comparison.of(nothing, read(Person.sample())));
    }
  }
}
