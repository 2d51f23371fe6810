package jp.ishikari.link.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands on paper of each kind of answer, as the screens show it. */
class AnswersInWordsTest {
  private static Map<String, Object> field(String type, Map<String, Object> more) {
    Map<String, Object> field = new HashMap<>(more);
    field.put("id", "q");
    field.put("type", type);
    field.put("label", "問い");
    return field;
  }

  private static List<AnswersInWords.Section> written(Map<String, Object> field, Object answer) {
    Map<String, Object> form =
        Map.of(
            "id",
            "f",
            "version",
            1,
            "title",
            "様式",
            "pages",
            List.of(Map.of("id", "p", "title", "頁", "fields", List.of(field))));
    return switch (FormDefinition.read(form)) {
      case FormReading.Valid(FormDefinition valid) ->
          AnswersInWords.of(
                  valid, answer == null ? Map.of() : Map.of("q", answer), id -> id + ".pdf")
              .sections();
      case FormReading.Refused(var findings) -> throw new AssertionError(findings.toString());
    };
  }

  private static String text(String type, Map<String, Object> more, Object answer) {
    List<AnswersInWords.Section> sections = written(field(type, more), answer);
    assertEquals("頁", sections.getFirst().title());
    AnswersInWords.Line line = sections.getFirst().lines().getFirst();
    assertEquals("問い", line.label());
    return line.text();
  }

  @Test
  void saysChoicesByTheirLabels() {
    Map<String, Object> options =
        Map.of(
            "options",
            List.of(Map.of("value", "a", "label", "本人"), Map.of("value", "b", "label", "家族")));
    assertEquals("本人", text("radio", options, "a"));
    assertEquals("家族", text("select", options, "b"));
    assertEquals("本人、家族", text("checkbox", options, List.of("a", "b")));
    assertEquals("いいえ", text("yesno", Map.of(), false));
    assertEquals("同意しました", text("consent", Map.of("text", "同意します"), true));
  }

  @Test
  void saysNumbersAndDaysAsTheScreensDo() {
    assertEquals("1990", text("number", Map.of(), 1990));
    assertEquals("1,234通", text("number", Map.of("unit", "通"), 1234));
    assertEquals("12,000円", text("amount", Map.of(), 12000));
    assertEquals("平成2年4月1日（1990年）", text("date", Map.of(), "1990-04-01"));
  }

  @Test
  void saysNamesAddressesAndAccountsInOneGo() {
    assertEquals(
        "石狩　花子（イシカリ　ハナコ）",
        text(
            "name",
            Map.of("kana", true),
            Map.of("family", "石狩", "given", "花子", "familyKana", "イシカリ", "givenKana", "ハナコ")));
    assertEquals(
        "〒061-3292 北海道石狩市花川北六条1丁目",
        text(
            "address",
            Map.of(),
            Map.of(
                "postalCode",
                "0613292",
                "prefecture",
                "北海道",
                "city",
                "石狩市",
                "town",
                "花川北六条",
                "block",
                "1丁目")));
    assertEquals(
        "銀行コード：0501\n支店コード：123\n預金の種類：普通\n口座番号：1234567\n口座名義（カナ）：イシカリ ハナコ",
        text(
            "bank",
            Map.of(),
            Map.of(
                "bankCode",
                "0501",
                "branchCode",
                "123",
                "kind",
                "1",
                "number",
                "1234567",
                "holderKana",
                "イシカリ ハナコ")));
  }

  @Test
  void saysFilesByNameAndThingsOneAfterTheOther() {
    assertEquals(
        "x.pdf\ny.pdf",
        text("file", Map.of("accept", List.of("pdf"), "max", 2), List.of("x", "y")));
    Map<String, Object> group =
        Map.of(
            "itemLabel",
            "お子さん",
            "max",
            3,
            "fields",
            List.of(Map.of("id", "n", "type", "text", "label", "名前")));
    assertEquals(
        "お子さん 1\n名前：一郎\nお子さん 2\n名前：二郎",
        text("group", group, List.of(Map.of("n", "一郎"), Map.of("n", "二郎"))));
  }

  @Test
  void leavesOutWhatWasNotAnswered() {
    assertEquals(new ArrayList<>(), written(field("text", Map.of()), null));
  }
}
