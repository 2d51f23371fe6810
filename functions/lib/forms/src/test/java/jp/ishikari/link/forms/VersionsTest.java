package jp.ishikari.link.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of a form, and of those who fill it in, from one version to the next. */
class VersionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String FORM =
      """
      {id:'dog', version:1, title:'犬の登録', fee:3000, pages:[
        {id:'owner', title:'飼い主', fields:[
          {id:'name', type:'name', label:'氏名', kana:false, gif:'fullName'},
          {id:'tel', type:'phone', label:'電話', gif:'phone'}]},
        {id:'dogs', title:'犬', fields:[
          {id:'sex', type:'radio', label:'性別', options:[{value:'m', label:'おす'},{value:'f', label:'めす'}]},
          {id:'count', type:'number', label:'頭数', min:1, max:9},
          {id:'list', type:'group', label:'犬', fields:[
            {id:'call', type:'text', label:'呼び名', required:true},
            {id:'twice', type:'computed', label:'計', value:1}]}]}]}
      """;

  @Nested
  @DisplayName("The difference of two versions")
  class Differences {

    @Test
    @DisplayName("of a form and itself is nothing, whatever its version and its kinds of numbers")
    void nothing() {
      Map<String, Object> later = Definitions.json(FORM);
      later.put("version", 7);
      later.put("fee", 3000.0);
      assertEquals(List.of(), Difference.between(Definitions.json(FORM), later));
    }

    @Test
    @DisplayName("says what was added, removed, changed and moved, by name")
    void says() {
      assertChanges(text -> text.replace("犬の登録", "飼い犬の登録"), "CHANGED FORM  title");
      assertChanges(text -> text.replace("fee:3000", "fee:3500"), "CHANGED FORM  fee");
      assertChanges(text -> text.replace("label:'電話'", "label:'電話番号'"), "CHANGED FIELD tel label");
      assertChanges(
          text -> text.replace("{value:'f', label:'めす'}", "{value:'n', label:'不明'}"),
          "REMOVED OPTION sex=f null",
          "ADDED OPTION sex=n null");
      assertChanges(text -> text.replace("呼び名", "名前"), "CHANGED FIELD list.call label");
      assertChanges(
          text ->
              text.replace(
                  "{id:'tel', type:'phone', label:'電話', gif:'phone'}",
                  "{id:'mail', type:'email', label:'メール'}"),
          "REMOVED FIELD tel null",
          "ADDED FIELD mail null");
      assertChanges(
          text -> text.replace("'owner'", "'holder'"),
          "REMOVED PAGE owner null",
          "ADDED PAGE holder null",
          "MOVED FIELD name page",
          "MOVED FIELD tel page");
      assertChanges(
          text ->
              text.replace(
                  "fee:3000",
                  "texts:{en:{}}, rules:[{id:'r', at:'tel', require:true, message:'だめ'}]"),
          "CHANGED FORM  fee",
          "ADDED RULE r null",
          "ADDED TEXT en null");
    }

    @Test
    @DisplayName("names one move when one question goes to the end")
    void moves() {
      String sex = FORM.lines().filter(line -> line.contains("id:'sex'")).findFirst().orElseThrow();
      assertChanges(
          text ->
              text.replace(sex + "\n", "")
                  .replace(
                      "value:1}]}]}]}",
                      "value:1}]},\n" + sex.strip().replaceAll(",$", "") + "]}]}"),
          "MOVED FIELD sex null");
    }

    @Test
    @DisplayName("of made-up forms is nothing only when they are equal")
    void complete() {
      SplittableRandom random = new SplittableRandom(20261123);
      FuzzForms forms = new FuzzForms(random);
      for (int i = 0; i < 200; i++) {
        Map<String, Object> form = forms.form("made");
        assertEquals(List.of(), Difference.between(form, form));
        Map<String, Object> other = forms.form("made");
        assertEquals(form.equals(other), Difference.between(form, other).isEmpty());
      }
    }

    private static void assertChanges(UnaryOperator<String> edit, String... changes) {
      Map<String, Object> before = Definitions.json(FORM);
      Map<String, Object> after = Definitions.json(edit.apply(FORM));
      assertEquals(
          List.of(changes),
          Difference.between(before, after).stream()
              .map(c -> c.kind() + " " + c.part() + " " + c.id() + " " + c.property())
              .toList());
    }
  }

  @Nested
  @DisplayName("A draft that meets a new version")
  class Drafts {
    private final Map<String, Object> draft =
        Definitions.json(
            "{name:{family:'石狩'}, tel:'0133-72-3111', sex:'f', count:5, list:[{call:'ポチ', twice:1}]}");

    @Test
    @DisplayName("is carried as it is when the new version takes it, half-filled or not")
    void carried() {
      Compatibility result = Compatibility.of(Definitions.form(FORM), draft, TODAY);
      assertEquals(List.of(), result.lost());
      assertEquals(Set.of("name", "tel", "sex", "count", "list"), result.carried().keySet());
    }

    @Test
    @DisplayName(
        "loses nothing from sight: what does not fit is told with its value and the reason")
    void told() {
      String later =
          FORM.replace("{value:'f', label:'めす'}", "{value:'n', label:'不明'}")
              .replace("max:9", "max:4")
              .replace("id:'tel'", "id:'phone'");
      Compatibility result = Compatibility.of(Definitions.form(later), draft, TODAY);
      assertEquals(Set.of("name", "list"), result.carried().keySet());
      assertEquals(
          List.of("sex:OPTION:f", "count:RANGE:5", "tel:UNKNOWN:0133-72-3111"),
          result.lost().stream().map(l -> l.path() + ":" + l.code() + ":" + l.value()).toList());
      assertEquals("性別は選択肢から選んでください", result.lost().getFirst().message());
    }

    @Test
    @DisplayName(
        "keeps what was wrong or half typed before, where the question is of the same kind")
    void wrongBefore() {
      Map<String, Object> wrong = Definitions.json("{tel:'0133-7', count:'many', sex:'x'}");
      String later =
          FORM.replace("max:9", "max:4")
              .replace("{value:'f', label:'めす'}", "{value:'n', label:'不明'}");
      Compatibility same =
          Compatibility.of(Definitions.form(FORM), Definitions.form(FORM), wrong, TODAY);
      assertEquals(wrong, same.carried());
      assertEquals(List.of(), same.lost());
      Compatibility next =
          Compatibility.of(Definitions.form(FORM), Definitions.form(later), wrong, TODAY);
      assertEquals(wrong, next.carried());
      Compatibility lost =
          Compatibility.of(Definitions.form(FORM), Definitions.form(later), draft, TODAY);
      assertEquals(
          List.of("sex", "count"), lost.lost().stream().map(Compatibility.Lost::path).toList());
      Compatibility shapes =
          Compatibility.of(
              Definitions.form(FORM),
              Definitions.form(FORM),
              Definitions.json("{tel:{a:1}, nobody:1}"),
              TODAY);
      assertEquals(Map.of(), shapes.carried());
    }

    @Test
    @DisplayName("keeps a number that is asked with decimals now, and loses decimals that are not")
    void decimals() {
      String finer = FORM.replace("min:1, max:9", "min:1, max:'9.5', decimals:1, unit:'頭'");
      Compatibility kept = Compatibility.of(Definitions.form(finer), Map.of("count", 3), TODAY);
      assertEquals(Map.of("count", 3), kept.carried());
      Compatibility whole = Compatibility.of(Definitions.form(FORM), Map.of("count", "3"), TODAY);
      assertEquals(Map.of("count", "3"), whole.carried());
      Compatibility lost = Compatibility.of(Definitions.form(FORM), Map.of("count", "3.5"), TODAY);
      assertEquals(
          List.of(ErrorCode.INTEGER), lost.lost().stream().map(Compatibility.Lost::code).toList());
      Differences.assertChanges(
          text -> text.replace("max:9", "max:9, default:2, unit:'頭'"),
          "CHANGED FIELD count default",
          "CHANGED FIELD count unit");
    }

    @Test
    @DisplayName("loses what becomes hidden by what was lost, in made-up forms too")
    void everyValueIsAccountedFor() {
      SplittableRandom random = new SplittableRandom(20261123);
      FuzzForms forms = new FuzzForms(random);
      FuzzAnswers answers = new FuzzAnswers(random);
      FormDefinition before = Definitions.form(forms.form("made"));
      for (int i = 0; i < 300; i++) {
        FormDefinition after = Definitions.form(forms.form("made"));
        Map<String, Object> given = answers.sound(before, TODAY);
        Compatibility result = Compatibility.of(after, given, TODAY);
        Set<String> accounted = new HashSet<>(result.carried().keySet());
        result.lost().forEach(lost -> accounted.add(lost.path().split("[.\\[]")[0]));
        Set<String> asked = new HashSet<>(given.keySet());
        after.fields().stream()
            .filter(field -> field.type() instanceof FieldType.Derived)
            .forEach(field -> asked.remove(field.id()));
        assertEquals(asked, accounted);
        FormCheck check = FormCheck.of(after, result.carried(), TODAY, null);
        assertTrue(
            check.errors().stream()
                .noneMatch(e -> e.code() == ErrorCode.HIDDEN || e.code() == ErrorCode.UNKNOWN));
        before = after;
      }
    }

    @Test
    @DisplayName("is confirmed again where the question became another and was answered")
    void reconfirmed() {
      String later =
          FORM.replace("label:'電話'", "label:'日中の電話'")
              .replace("おす", "オス")
              .replace("max:9", "max:8")
              .replace("呼び名", "名前");
      Map<String, Object> answers = new LinkedHashMap<>(draft);
      answers.remove("sex");
      assertEquals(
          List.of("tel", "list"),
          Compatibility.reconfirm(Definitions.json(FORM), Definitions.json(later), answers));
    }
  }

  @Nested
  @DisplayName("A definition that was read")
  class Cache {

    @Test
    @DisplayName("is not read again while it is kept, and a change of one letter is another form")
    void kept() {
      FormCache cache = new FormCache(2);
      FormReading first = cache.read(Definitions.json(FORM));
      assertSame(first, cache.read(Definitions.json(FORM)));
      assertNotSame(first, cache.read(Definitions.json(FORM.replace("犬", "猫"))));
      assertSame(first, cache.read(Definitions.json(FORM)));
      cache.read(Definitions.json(FORM.replace("犬", "鳥")));
      cache.read(Definitions.json(FORM.replace("犬", "魚")));
      assertNotSame(first, cache.read(Definitions.json(FORM)));
    }
  }

  @Nested
  @DisplayName("The examples of a form")
  class Examples {

    @Test
    @DisplayName("pass when what they expect comes out, and tell each difference when not")
    void run() {
      Map<String, Object> json = Definitions.json(FORM);
      List<Object> examples = new ArrayList<>();
      examples.add(
          Definitions.json(
              "{id:'good', title:'よい', today:'2026-11-23', answers:{count:1}, expect:{accepted:true, fee:3000, pages:['owner','dogs'], errors:[]}}"));
      examples.add(
          Definitions.json(
              "{id:'bad', title:'だめ', today:'2026-11-23', answers:{count:0}, expect:{accepted:true, fee:1, pages:[], errors:[{path:'count', code:'required'}]}}"));
      json.put("examples", examples);
      List<ExampleRun> runs = ExampleRun.all(Definitions.form(json));
      assertTrue(runs.getFirst().passed());
      assertEquals(
          List.of("accepted", "errors", "fee", "pages"),
          runs.getLast().mismatches().stream().map(ExampleRun.Mismatch::what).toList());
    }
  }
}
