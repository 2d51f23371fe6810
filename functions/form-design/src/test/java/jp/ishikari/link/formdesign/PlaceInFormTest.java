package jp.ishikari.link.formdesign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;
import org.junit.jupiter.api.Test;

/** What a designer is told of a form that is half written. */
class PlaceInFormTest {

  private static List<String> told(Map<String, Object> form) {
    return FormDefinition.read(form) instanceof FormReading.Refused(var findings)
        ? findings.stream().map(f -> PlaceInForm.of(form, f.pointer()).tell(f)).toList()
        : List.of();
  }

  private static Map<String, Object> form(Object... pages) {
    return Map.of("id", "f", "version", 1, "title", "様式", "pages", List.of(pages));
  }

  private static Map<String, Object> page(String title, Object... fields) {
    return Map.of("id", "p" + title.length(), "title", title, "fields", List.of(fields));
  }

  private static Map<String, Object> question(String id, String type, String label) {
    return Map.of("id", id, "type", type, "label", label);
  }

  private static Map<String, Object> with(Map<String, Object> question, String key, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(question);
    copy.put(key, value);
    return copy;
  }

  @Test
  void namesAnEmptyPageAndSaysWhatToDo() {
    assertEquals(
        List.of("2ページ目「お子さん」に質問がありません。質問を加えるか、このページを消してください。"),
        told(form(page("あなた", question("a", "text", "名")), page("お子さん"))));
  }

  @Test
  void namesAMissingTextByPageAndQuestion() {
    assertEquals(List.of("1ページ目の見出しを入力してください。"), told(form(page("", question("a", "text", "名")))));
    assertEquals(
        List.of("1ページ目「あなた」の2番目の質問の文を入力してください。"),
        told(form(page("あなた", question("a", "text", "名"), question("b", "text", "")))));
    assertEquals(
        List.of("「同意」の文を入力してください。"),
        told(form(page("あなた", with(question("a", "consent", "同意"), "text", "")))));
  }

  @Test
  void namesWhatIsRepeatedWithoutAQuestionAndAChoiceWithoutOptions() {
    assertEquals(
        List.of("「お子さん」に質問がありません。質問を加えるか、この質問を消してください。"),
        told(form(page("あなた", with(question("g", "group", "お子さん"), "fields", List.of())))));
    assertEquals(
        List.of("「色」の選択肢がありません。加えてください。"),
        told(form(page("あなた", with(question("c", "radio", "色"), "options", List.of())))));
  }

  @Test
  void namesATextThatIsTooLongAndAnythingElse() {
    assertEquals(
        List.of("「名」の説明が長すぎます。短くしてください。"),
        told(form(page("あなた", with(question("a", "text", "名"), "help", "あ".repeat(9000))))));
    assertEquals(
        List.of("「数」のいちばん大きい数：最小が最大より大きくなっています"),
        told(form(page("あなた", with(with(question("n", "number", "数"), "min", 5), "max", 1)))));
  }

  @Test
  void namesHowManyOfWhatIsRepeatedAsTheEditorDoes() {
    Map<String, Object> children =
        with(question("g", "group", "お子さん"), "fields", List.of(question("a", "text", "名")));
    assertEquals(
        List.of("「お子さん」の「多くていくつ」：最小が最大より大きくなっています"),
        told(form(page("あなた", with(with(children, "min", 5), "max", 1)))));
  }
}
