package jp.ishikari.link.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Release;
import jp.ishikari.link.domain.document.Issuer;
import jp.ishikari.link.domain.payment.PaymentTerms;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small real procedure with a fee, a condition and a repeated group, and answers to its form. Its
 * id is drawn, so that tests keep apart in the same tables.
 */
public record SampleProcedure(Procedure procedure) {
  /**
   * U+FA19, U+FA10, 𠮷, and 辻 with a variation selector: names that folding or normalising
   * destroys.
   */
  public static final String FAMILY = "\uFA19\uFA10\uD842\uDFB7";

  public static final String GIVEN = "\u8FBB\uDB40\uDD00\u5B50";

  private static final String FORM =
      """
      {"id":"sample","version":1,"title":"サンプル証明書の交付請求",
       "pages":[
        {"id":"applicant","title":"あなたについて","fields":[
          {"id":"name","type":"name","label":"氏名","required":true,"gif":"fullName"},
          {"id":"birth","type":"date","label":"生年月日","required":true,"max":"today","gif":"dateOfBirth"},
          {"id":"phone","type":"phone","label":"電話番号","gif":"phone"},
          {"id":"email","type":"email","label":"メールアドレス","gif":"email"}]},
        {"id":"request","title":"請求の内容","fields":[
          {"id":"copies","type":"number","label":"通数","required":true,"min":1},
          {"id":"purpose","type":"radio","label":"使いみち","required":true,
           "options":[{"value":"bank","label":"金融機関"},{"value":"other","label":"その他"}]},
          {"id":"purposeText","type":"text","label":"使いみちの内容","required":true,"maxLength":10000,
           "visibleIf":{"==":[{"var":"purpose"},"other"]}},
          {"id":"remarks","type":"text","label":"備考","multiline":true,"maxLength":10000},
          {"id":"children","type":"group","label":"お子さん","min":0,"max":10,"itemLabel":"人目",
           "fields":[
            {"id":"childName","type":"text","label":"お子さんの名前","required":true},
            {"id":"childBirth","type":"date","label":"お子さんの生年月日","required":true,"max":"today"}]}]}],
       "fee":{"*":[{"var":"copies"},300]}}
      """;

  /** Version 1, for those who have signed in. */
  public static SampleProcedure signedIn() {
    return of("p-" + UUID.randomUUID(), 1, Procedure.Level.VERIFIED, division());
  }

  /** Version 1, for those who sign what they send in. */
  public static SampleProcedure signed(Procedure.Level level) {
    return of("p-" + UUID.randomUUID(), 1, level, division());
  }

  /** Version 1, for anyone. */
  public static SampleProcedure guest() {
    return of("p-" + UUID.randomUUID(), 1, Procedure.Level.GUEST, division());
  }

  /** The next version of the same. */
  public SampleProcedure next() {
    return of(
        procedure.procedureId(),
        procedure.version() + 1,
        procedure.level(),
        procedure.divisionId());
  }

  /** The same procedure where it can't be applied for online. */
  public SampleProcedure atTheCounter() {
    Procedure p = procedure;
    return new SampleProcedure(
        new Procedure(
            p.procedureId(),
            p.version(),
            p.name(),
            p.kana(),
            p.words(),
            p.summary(),
            p.category(),
            p.events(),
            p.audience(),
            p.needs(),
            p.feeText(),
            p.standardDays(),
            p.divisionId(),
            p.level(),
            false,
            p.sample(),
            "窓口へお越しください。",
            p.law(),
            p.texts(),
            null,
            List.of(),
            null,
            null,
            null));
  }

  /** The same procedure, which asks for two documents at most, as PDF or JPEG. */
  public SampleProcedure askingForFiles() {
    String before = "{\"id\":\"children\"";
    String file =
        "{\"id\":\"proof\",\"type\":\"file\",\"label\":\"本人確認書類\",\"max\":2,"
            + "\"accept\":[\"pdf\",\"jpeg\"]},";
    return asking(before, file + before);
  }

  /** The same procedure, which asks for no address that notices go to. */
  public SampleProcedure askingForNoAddress() {
    return asking("\"gif\":\"email\"", "\"gif\":\"remark\"");
  }

  @SuppressWarnings("unchecked")
  private SampleProcedure asking(String before, String after) {
    Procedure p = procedure;
    return new SampleProcedure(
        new Procedure(
            p.procedureId(),
            p.version(),
            p.name(),
            p.kana(),
            p.words(),
            p.summary(),
            p.category(),
            p.events(),
            p.audience(),
            p.needs(),
            p.feeText(),
            p.standardDays(),
            p.divisionId(),
            p.level(),
            p.online(),
            p.sample(),
            p.how(),
            p.law(),
            p.texts(),
            JsonMapper.shared().readValue(FORM.replace(before, after), Map.class),
            p.letters(),
            p.issuer(),
            p.payment(),
            p.release()));
  }

  /** The same procedure, which takes so many applications. */
  public SampleProcedure limitedTo(int capacity) {
    return released(
        new Release(
            Release.Change.MAJOR,
            1,
            "講座の申込み",
            Instant.now(),
            "staff",
            "小林　由紀",
            null,
            null,
            null,
            false,
            capacity,
            1));
  }

  /** The same procedure, whose fee is paid like this. */
  public SampleProcedure paid(PaymentTerms terms) {
    ObjectNode with = JsonMapper.shared().valueToTree(procedure);
    with.set("payment", JsonMapper.shared().valueToTree(terms));
    return new SampleProcedure(JsonMapper.shared().treeToValue(with, Procedure.class));
  }

  /** The same, published in a certain way. */
  public SampleProcedure released(Release release) {
    Procedure p = procedure;
    return new SampleProcedure(
        new Procedure(
            p.procedureId(),
            p.version(),
            p.name(),
            p.kana(),
            p.words(),
            p.summary(),
            p.category(),
            p.events(),
            p.audience(),
            p.needs(),
            p.feeText(),
            p.standardDays(),
            p.divisionId(),
            p.level(),
            p.online(),
            p.sample(),
            p.how(),
            p.law(),
            p.texts(),
            p.form(),
            p.letters(),
            p.issuer(),
            p.payment(),
            release));
  }

  /** The same procedure, whose documents they hand over. */
  public SampleProcedure issuedBy(Issuer issuer) {
    ObjectNode with = JsonMapper.shared().valueToTree(procedure);
    with.put("issuer", issuer.name());
    return new SampleProcedure(JsonMapper.shared().treeToValue(with, Procedure.class));
  }

  /** The same under a given id, where a test needs one that others know. */
  public SampleProcedure named(String procedureId) {
    return of(procedureId, procedure.version(), procedure.level(), procedure.divisionId());
  }

  public String id() {
    return procedure.procedureId();
  }

  public String divisionId() {
    return procedure.divisionId();
  }

  /** Answers that pass, with a fee of 600 yen. */
  public static Map<String, Object> answers() {
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put(
        "name", Map.of("family", FAMILY, "given", GIVEN, "familyKana", "ヨシダ", "givenKana", "ハナコ"));
    answers.put("birth", "1989-01-07");
    answers.put("phone", "0133-72-3111");
    answers.put("email", "hanako@example.jp");
    answers.put("copies", 2);
    answers.put("purpose", "other");
    answers.put("purposeText", "勤務先に出すため");
    answers.put("children", List.of(Map.of("childName", "石狩　一郎", "childBirth", "2020-04-01")));
    return answers;
  }

  /** The same with one answer changed; null leaves it out. */
  public static Map<String, Object> answersBut(String field, Object value) {
    Map<String, Object> answers = answers();
    if (value == null) {
      answers.remove(field);
    } else {
      answers.put(field, value);
    }
    return answers;
  }

  private static String division() {
    return "d-" + UUID.randomUUID();
  }

  @SuppressWarnings("unchecked")
  private static SampleProcedure of(
      String id, int version, Procedure.Level level, String divisionId) {
    return new SampleProcedure(
        new Procedure(
            id,
            version,
            "サンプル証明書の交付請求",
            "さんぷるしょうめいしょのこうふせいきゅう",
            List.of("おためしの紙"),
            "サンプルの証明書を請求します。",
            "certificates",
            List.of("moving"),
            "市民",
            List.of("本人確認書類"),
            "1通300円",
            3,
            divisionId,
            level,
            true,
            true,
            null,
            "サンプル条例第1条",
            Map.of(),
            JsonMapper.shared().readValue(FORM, Map.class),
            List.of(),
            null,
            null,
            null));
  }
}
