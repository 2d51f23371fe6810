package jp.ishikari.link.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PublishGateTest {
  private static final String EXAMPLE =
      ", examples:[{id:'e', title:'例', today:'2026-11-23', answers:{}, expect:{accepted:true}}]";
  private static final String KIND =
      "{id:'kind', type:'radio', label:'種類', options:[{value:'dog', label:'犬'}, {value:'cat', label:'猫'}]}";

  @Nested
  @DisplayName("What can never be reached is an error")
  class Unreachable {

    @Test
    @DisplayName("a question whose condition contradicts itself")
    void contradiction() {
      assertFound(
          "never-true /pages/0/fields/1/visibleIf",
          fields(
              KIND, shownIf("{and:[{'==':[{var:'kind'},'dog']}, {'==':[{var:'kind'},'cat']}]}")));
    }

    @Test
    @DisplayName("a required question between two numbers that meet nowhere")
    void betweenNumbers() {
      assertFound(
          "required-never-shown /pages/0/fields/1/visibleIf",
          fields(
              "{id:'n', type:'number', label:'頭数', min:1, max:10}",
              "{id:'q', type:'text', label:'問い', required:true, visibleIf:{and:[{'>':[{var:'n'},5]},{'<':[{var:'n'},6]}]}}"));
    }

    @Test
    @DisplayName("a question between two numbers that meet nowhere with so few decimals")
    void betweenDecimals() {
      String number = "{id:'n', type:'number', label:'面積', decimals:1, min:'0.5', max:10}";
      assertFound(
          "never-true /pages/0/fields/1/visibleIf",
          fields(number, shownIf("{and:[{'>':[{var:'n'},'5.5']},{'<':[{var:'n'},'5.6']}]}")));
      assertFound(
          "never-true /pages/0/fields/1/visibleIf",
          fields(number, shownIf("{'==':[{var:'n'},'5.55']}")));
      assertFound(
          "never-true /pages/0/fields/1/visibleIf",
          fields(number, shownIf("{'<':[{var:'n'},'0.5']}")));
      String finer = "{id:'n', type:'number', label:'面積', decimals:2, min:'0.5', max:10}";
      String between = shownIf("{and:[{'>':[{var:'n'},'5.5']},{'<':[{var:'n'},'5.6']}]}");
      assertEquals(List.of(), found(fields(finer, between)));
    }

    @Test
    @DisplayName("a question below its field's smallest number, beyond its days, between its times")
    void beyondLimits() {
      String number = "{id:'n', type:'amount', label:'額'}";
      assertFound(
          "never-true /pages/0/fields/1/visibleIf", fields(number, shownIf("{'<':[{var:'n'},0]}")));
      String day = "{id:'d', type:'date', label:'日', min:'2020-01-01'}";
      assertFound(
          "never-true /pages/0/fields/1/visibleIf",
          fields(day, shownIf("{'<':[{var:'d'},'2020-01-01']}")));
      String time = "{id:'t', type:'time', label:'時', min:'09:00', max:'10:00', step:30}";
      assertFound(
          "never-true /pages/0/fields/1/visibleIf",
          fields(time, shownIf("{and:[{'>':[{var:'t'},'09:00']},{'<':[{var:'t'},'09:30']}]}")));
    }

    @Test
    @DisplayName(
        "a question that needs the answer to a question that is hidden whenever it is asked")
    void hiddenBefore() {
      assertFound(
          "never-true /pages/0/fields/2/visibleIf",
          fields(
              KIND,
              "{id:'size', type:'radio', label:'大きさ', options:[{value:'big', label:'大'}], visibleIf:{'==':[{var:'kind'},'dog']}}",
              "{id:'q', type:'text', label:'問い', visibleIf:{and:[{'==':[{var:'kind'},'cat']},{'==':[{var:'size'},'big']}]}}"));
    }

    @Test
    @DisplayName("a whole page, once and not again for each of its questions")
    void page() {
      String form =
          """
          {id:'f', version:1, title:'様式', pages:[
            {id:'p', title:'頁', fields:[%s]},
            {id:'q', title:'次', visibleIf:{and:[{'==':[{var:'kind'},'dog']},{'!':{'==':[{var:'kind'},'dog']}}]}, fields:[
              {id:'a', type:'text', label:'一', visibleIf:{'==':[{var:'kind'},'cat']}}]}] %s}
          """
              .formatted(KIND, EXAMPLE);
      assertEquals(List.of("unreachable-page /pages/1/visibleIf"), found(Definitions.form(form)));
    }

    @Test
    @DisplayName("a question about an item that contradicts the question about the whole")
    void insideGroup() {
      assertFound(
          "never-true /pages/0/fields/1/fields/1/visibleIf",
          fields(
              KIND,
              "{id:'g', type:'group', label:'頭', visibleIf:{'==':[{var:'kind'},'dog']}, fields:["
                  + "{id:'a', type:'yesno', label:'一'},"
                  + "{id:'b', type:'text', label:'二', visibleIf:{and:[{item:'a'},{'==':[{var:'kind'},'cat']}]}}]}"));
    }

    @Test
    @DisplayName("a rule that nothing keeps")
    void rule() {
      FormDefinition form =
          Definitions.form(
              Definitions.page(
                  KIND,
                  ", rules:[{id:'r', at:'kind', message:'だめ', require:{'!=':[{var:'kind'},{var:'kind'}]}},"
                      + "{id:'s', at:'kind', message:'だめ', require:{and:[{'==':[{var:'kind'},'dog']},{'==':[{var:'kind'},'cat']}]}}]"
                      + EXAMPLE));
      assertEquals(List.of("rule-never-holds /rules/1/require"), found(form));
    }
  }

  @Nested
  @DisplayName("What can be reached is no finding")
  class Reachable {

    @Test
    @DisplayName("a choice, a number between two others, a sum that cannot be followed")
    void reachable() {
      assertFound(
          null,
          fields(
              KIND,
              "{id:'n', type:'number', label:'頭数'}",
              "{id:'a', type:'text', label:'一', visibleIf:{'==':[{var:'kind'},'dog']}}",
              "{id:'b', type:'text', label:'二', visibleIf:{and:[{'>':[{var:'n'},5]},{'<':[{var:'n'},7]}]}}",
              "{id:'c', type:'text', label:'三', visibleIf:{'==':[{'+':[{var:'n'},1]},1]}}",
              "{id:'d', type:'text', label:'四', visibleIf:{'!':{answered:{var:'kind'}}}}"));
    }
  }

  @Nested
  @DisplayName("A form that asks too much is told")
  class OverCollecting {

    @Test
    @DisplayName("the individual number is never asked, the card may be named")
    void personalNumber() {
      assertFound(
          "personal-number /pages/0/fields/0/label",
          fields(
              "{id:'n', type:'text', label:'マイナンバー（12桁）'}",
              "{id:'m', type:'yesno', label:'マイナンバーカードをお持ちですか'}"));
    }

    @Test
    @DisplayName("choices that nobody can tell apart")
    void choices() {
      assertEquals(
          List.of(
              "same-choices /pages/0/fields/0/options/1/label",
              "same-choices /pages/0/fields/1/options/2/label"),
          found(
              fields(
                  "{id:'a', type:'radio', label:'受け取り方', options:[{value:'o1', label:'窓口'}, {value:'o2', label:'窓口'}]}",
                  "{id:'b', type:'checkbox', label:'曜日', options:[{value:'o1', label:'Ａ組'}, {value:'o2', label:'B組'}, {value:'o3', label:'A 組'}]}",
                  "{id:'c', type:'select', label:'色', options:[{value:'o1', label:'赤'}, {value:'o2', label:'青'}]}")));
    }

    @Test
    @DisplayName("what the card tells, what another answer tells, what the law protects")
    void known() {
      assertEquals(
          List.of(
              "not-prefilled /pages/0/fields/0/label",
              "asked-twice /pages/0/fields/2/label",
              "sensitive /pages/0/fields/3/label"),
          found(
              fields(
                  "{id:'a', type:'text', label:'性別'}",
                  "{id:'b', type:'date', label:'生年月日', gif:'dateOfBirth'}",
                  "{id:'c', type:'number', label:'年齢'}",
                  "{id:'d', type:'text', label:'宗教'}",
                  "{id:'g', type:'group', label:'家族', fields:[{id:'n', type:'text', label:'氏名'}]}")));
    }
  }

  @Nested
  @DisplayName("A form is tried out before it is published")
  class Examples {

    @Test
    @DisplayName("without an example it is warned about")
    void none() {
      FormDefinition form = Definitions.form(Definitions.page(KIND, ""));
      assertEquals(List.of("no-example /examples"), found(form));
    }

    @Test
    @DisplayName("a failing example is an error that names what is different")
    void failing() {
      FormDefinition form =
          Definitions.form(
              Definitions.page(KIND, EXAMPLE.replace("accepted:true", "accepted:false")));
      GateFinding finding = PublishGate.check(form, List.of()).getFirst();
      assertEquals(GateCode.EXAMPLE_FAILS, finding.code());
      assertEquals("accepted", finding.params().get("what"));
      assertTrue(finding.blocks());
    }

    @Test
    @DisplayName("a fee needs an example that says how much, and one for each of its cases")
    void fee() {
      String fee = ", fee:{'if':[{'==':[{var:'kind'},'dog']}, 3000, 0]}";
      assertEquals(
          List.of("fee-without-example /fee"),
          found(Definitions.form(Definitions.page(KIND, fee + EXAMPLE))));
      String priced = EXAMPLE.replace("accepted:true", "accepted:true, fee:0");
      assertEquals(
          List.of("fee-case-without-example /fee/if/1"),
          found(Definitions.form(Definitions.page(KIND, fee + priced))));
    }
  }

  @Nested
  @DisplayName("A form is explained, translated and easily read")
  class Readable {

    @Test
    @DisplayName("kinds at which people fail need a word of help or an example")
    void help() {
      assertFound("missing-help /pages/0/fields/0", fields("{id:'b', type:'bank', label:'口座'}"));
      assertFound(null, fields("{id:'b', type:'bank', label:'口座', help:'通帳を見てください'}"));
    }

    @Test
    @DisplayName(
        "translations that are missing, stale or of nothing are counted by language, and named")
    void translations() {
      String texts =
          ", texts:{en:{title:{text:'Form', of:'前の様式'}, gone:{text:'x', of:'y'}}}" + EXAMPLE;
      FormDefinition form = Definitions.form(Definitions.page(KIND, texts));
      List<GateFinding> findings = PublishGate.check(form, List.of("en"));
      assertEquals(
          List.of("missing-translation", "stale-translation", "orphan-translation"),
          findings.stream().map(finding -> finding.code().code()).toList());
      assertEquals(4, findings.getFirst().params().get("count"));
      assertEquals(
          List.of(
              "「英語」の訳がない文が4件あります：「頁」「種類」「犬」など",
              "日本語を変えた後に訳し直していない文（英語）が1件あります：「様式」",
              "使われていない訳（英語）が1件あります：「y」"),
          findings.stream().map(GateFinding::detail).toList());
    }

    @Test
    @DisplayName("a language that a package brought is called by its name, not by its tag")
    void languageOfAPackage() {
      FormDefinition form = Definitions.form(Definitions.page(KIND, EXAMPLE));
      String told = PublishGate.check(form, List.of("zh")).getFirst().detail();
      assertEquals("「中国語」の訳がない文が5件あります：「様式」「頁」「種類」など", told);
    }

    @Test
    @DisplayName("long sentences, many kanji and double negatives are warned about")
    void hard() {
      String help =
          "手数料納付義務者住所氏名変更届出書類提出期限経過後受理手続について、提出しないわけではない場合には、必ず事前に担当の窓口までご連絡をいただく必要がございますのでよろしくお願いいたします";
      assertEquals(
          List.of("long-sentence /pages/0/fields/0/help", "double-negative /pages/0/fields/0/help"),
          found(fields("{id:'a', type:'text', label:'一', help:'%s'}".formatted(help))));
      assertFound(
          "many-kanji /pages/0/fields/0/help",
          fields("{id:'a', type:'text', label:'一', help:'手数料納付義務者住所氏名変更届出書類を提出期限内に'}"));
    }
  }

  @Test
  @DisplayName("Every finding has a sentence")
  void everySentence() {
    for (GateCode code : GateCode.values()) {
      assertTrue(FlatJson.read("gate.json").containsKey(code.code()), code.code());
    }
  }

  private static String shownIf(String condition) {
    return "{id:'q', type:'text', label:'問い', visibleIf:%s}".formatted(condition);
  }

  private static FormDefinition fields(String... fields) {
    return Definitions.form(Definitions.page(String.join(",", fields), EXAMPLE));
  }

  private static List<String> found(FormDefinition form) {
    return PublishGate.check(form, List.of()).stream()
        .map(finding -> finding.code().code() + " " + finding.pointer())
        .toList();
  }

  private static void assertFound(String finding, FormDefinition form) {
    assertEquals(finding == null ? List.of() : List.of(finding), found(form));
  }
}
