package jp.ishikari.link.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clerk who writes a text with fields and conditions is promised. */
class MergeTextTest {
  private static final int MOST = 5000;
  private static final Set<String> WORDS = Set.of("受付番号", "申請者");
  private static final Map<String, String> CASE = Map.of("受付番号", "0123-4567-8901", "申請者", "石狩 花子");
  private static final FormDefinition FORM =
      Definitions.form(
          """
          {id:'f', version:1, title:'様式', pages:[{id:'p', title:'頁', fields:[
            {id:'person', type:'name', label:'お名前', required:true, kana:true},
            {id:'use', type:'radio', label:'使いみち', required:true,
              options:[{value:'pension', label:'年金'},{value:'bank', label:'銀行'}]},
            {id:'copies', type:'number', label:'通数', required:true, min:1, max:9, unit:'通'},
            {id:'phone', type:'phone', label:'電話番号'},
            {id:'born', type:'date', label:'生まれた日'},
            {id:'wants', type:'checkbox', label:'載せるもの',
              options:[{value:'head', label:'世帯主'},{value:'home', label:'本籍'}]},
            {id:'hurry', type:'yesno', label:'急ぎますか'},
            {id:'same1', type:'text', label:'同じ文', maxLength:20},
            {id:'same2', type:'text', label:'同じ文', maxLength:20},
            {id:'long', type:'text', label:'長い話', maxLength:10000, multiline:true},
            {id:'why', type:'text', label:'銀行の名前', required:true, maxLength:30,
              visibleIf:{'==':[{var:'use'},'bank']}}]}]}
          """);
  private static final Map<String, Object> ANSWERS =
      Map.of(
          "person",
          Map.of("family", "石狩", "given", "花子", "familyKana", "イシカリ", "givenKana", "ハナコ"),
          "use",
          "pension",
          "copies",
          3L,
          "born",
          "1990-04-01",
          "wants",
          List.of("head"),
          "hurry",
          false);

  private static String filled(String text) {
    return filled(text, ANSWERS);
  }

  private static String filled(String text, Map<String, Object> answers) {
    return switch (MergeText.read(text, FORM, WORDS, MOST)) {
      case MergeText.Reading.Valid(MergeText valid) -> valid.fill(CASE, answers, id -> id);
      case MergeText.Reading.Refused(var findings) -> throw new AssertionError(findings.toString());
    };
  }

  private static List<String> found(String text) {
    return MergeText.check(text, FORM, WORDS, MOST).stream()
        .map(finding -> finding.line() + " " + finding.code().code())
        .toList();
  }

  @Nested
  class PutsIn {
    @Test
    void wordsOfTheCaseAndAnswersByTheirQuestionTheirIdOrAPart() {
      assertEquals(
          "0123-4567-8901 年金 年金 3通 石狩 花子",
          filled("{受付番号} {使いみち} {use} {通数} {お名前.姓} {person.given}"));
    }

    @Test
    void nothingWhereThereIsNoAnswer() {
      assertEquals("電話：", filled("電話：{電話番号}"));
    }

    @Test
    void textThatStaysTextWhateverStandsInIt() {
      Map<String, Object> answers = Map.of("same1", "{受付番号}{おわり}<b>$1\\");
      assertEquals("{受付番号}{おわり}<b>$1\\", filled("{same1}", answers));
      assertEquals("{受付番号}", filled("{{受付番号}}"));
      assertEquals("{受付番号}", filled(MergeText.literally("{受付番号}")));
    }
  }

  @Nested
  class UnderACondition {
    @ParameterizedTest
    @CsvSource({
      "使いみち＝年金, true",
      "使いみち=銀行, false",
      "使いみち≠銀行, true",
      "使いみち＝「年金」, true",
      "通数≧3, true",
      "通数＞３通, false",
      "通数 < 4, true",
      "電話番号 あり, false",
      "電話番号 なし, true",
      "載せるもの＝世帯主, true",
      "載せるもの≠本籍, true",
      "急ぎますか＝いいえ, true",
      "急ぎますか＝はい, false",
      "生まれた日＜平成2年4月2日, true",
      "生まれた日＝1990-04-01, true",
      "使いみち＝年金 かつ 通数＝3, true",
      "使いみち＝銀行 または 通数＝3, true",
      "使いみち＝銀行 かつ 通数＝3 または 電話番号 なし, true",
      "お名前.姓＝石狩, true",
    })
    void standsThereOrNot(String condition, boolean holds) {
      assertEquals(holds ? "はい" : "いいえ", filled("{もし " + condition + "}はい{でなければ}いいえ{おわり}"));
    }

    @Test
    void leavesNoEmptyLineWhereTheConditionStoodAlone() {
      String text = "前\n{もし 使いみち＝年金}\n年金のため\n{でなければ}\n銀行のため\n{おわり}\n後";
      assertEquals("前\n年金のため\n後", filled(text));
      assertEquals("前\n銀行のため\n後", filled(text, Map.of("use", "bank")));
    }

    @Test
    void standsInsideAnother() {
      String text = "{もし 使いみち＝年金}A{もし 通数＝3}B{おわり}C{おわり}";
      assertEquals("ABC", filled(text));
    }
  }

  @Nested
  class Refused {
    @ParameterizedTest
    @CsvSource({
      "{ない項目}, 1 unknown-field",
      "{お名前.背}, 1 unknown-field",
      "{同じ文}, 1 ambiguous-field",
      "{受付番号, 1 open-brace",
      "{受付番号｝, 1 open-brace",
      "受付番号}, 1 stray-brace",
      "｛受付番号｝, 1 wide-brace",
      "｛もし 使いみち＝年金｝, 1 wide-brace",
      "{}, 1 empty-braces",
      "{　}, 1 empty-braces",
      "{もし 使いみち＝年金}A, 1 not-ended",
      "A{おわり}, 1 not-begun",
      "{でなければ}, 1 not-begun",
      "{もし}A{おわり}, 1 condition",
      "{もし 使いみち}A{おわり}, 1 condition",
      "{もし ない＝年金}A{おわり}, 1 unknown-field",
      "{もし 使いみち＝旅行}A{おわり}, 1 unknown-choice",
      "{もし 通数＝三}A{おわり}, 1 condition-kind",
      "{もし お名前＝石狩}A{おわり}, 1 condition-kind",
      "{もし 受付番号 あり}A{おわり}, 1 condition-kind",
      "{もし 通数＝3}A{でなければ}B{でなければ}C{おわり}, 1 second-otherwise",
    })
    void byWhatIsWrong(String text, String expected) {
      assertEquals(List.of(expected), found(text));
    }

    @Test
    void butWideBracesThatNameNothingAreLetters() {
      assertEquals("集合｛1、2｝", filled("集合｛1、2｝"));
      assertEquals("{1}", filled("{{1}}"));
    }

    @Test
    void atTheLineWhereItStandsWithAllAtOnce() {
      assertEquals(
          List.of("2 unknown-field", "4 unknown-choice", "5 unknown-field"),
          found("よい\n{ない}\n\n{もし 使いみち＝旅行}\n{これも}\n{おわり}"));
    }

    @Test
    void inWordsThatNameThePlaceAndWhatStandsThere() {
      MergeFinding finding = MergeText.check("よい\n{ない}", FORM, WORDS, MOST).getFirst();
      assertTrue(finding.detail().startsWith("2行目：{ない}という項目はありません。"), finding.detail());
      assertTrue(finding.blocks());
    }

    @Test
    void whereNoAnswersLead() {
      assertEquals(List.of("1 unreachable"), found("{もし 使いみち＝年金 かつ 使いみち＝銀行}A{おわり}"));
      assertEquals(List.of("1 unreachable"), found("{もし 通数＞9}A{おわり}"));
      assertEquals(
          List.of("3 unreachable"), found("{もし 使いみち＝年金 または 使いみち＝銀行}\nA\n{でなければ}\nB\n{おわり}"));
      assertEquals(List.of("1 unreachable"), found("{もし 使いみち＝年金}A{もし 銀行の名前 あり}B{おわり}{おわり}"));
    }

    @Test
    void whereNothingStandsUnderACondition() {
      assertEquals(List.of("1 empty-branch"), found("{もし 使いみち＝年金} {おわり}"));
    }

    @Test
    void whatIsTooLongTooManyTooDeepOrWithoutAnEnd() {
      assertEquals(List.of("1 too-long"), found("あ".repeat(MOST + 1)));
      assertEquals(List.of("201 too-many"), found("{受付番号}\n".repeat(400)));
      assertEquals(List.of("1 too-long"), found("{受付番号}".repeat(10_000)));
      assertEquals(List.of("1 endless"), blocking("{長い話}"));
      assertEquals(
          List.of("1 nested-too-deep"), found("{もし 通数＝1}".repeat(5) + "A" + "{おわり}".repeat(5)));
    }

    private List<String> blocking(String text) {
      return MergeText.check(text, FORM, WORDS, MOST).stream()
          .filter(MergeFinding::blocks)
          .map(finding -> finding.line() + " " + finding.code().code())
          .toList();
    }
  }

  @Nested
  class Warned {
    @Test
    void ofAFieldThatMayHaveNoAnswerUnlessACondtionAsksForIt() {
      assertEquals(List.of("1 may-be-empty"), found("{電話番号}"));
      assertFalse(MergeText.check("{電話番号}", FORM, WORDS, MOST).getFirst().blocks());
      assertEquals(List.of(), found("{もし 電話番号 あり}{電話番号}{おわり}"));
      assertEquals(List.of("1 may-be-empty"), found("{銀行の名前}"));
      assertEquals(List.of(), found("{もし 使いみち＝銀行}{銀行の名前}{おわり}"));
      assertEquals(List.of(), found("{使いみち}{お名前}{お名前.姓}"));
    }
  }
}
