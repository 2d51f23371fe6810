package jp.ishikari.link.forms;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds questions that ask more than the city hall may or needs, by the words of their labels. */
final class OverCollection {
  /** What the card or an earlier application tells, by GIF key. */
  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "fullName", List.of("氏名", "お名前", "申請者名"),
          "address", List.of("住所", "現住所"),
          "dateOfBirth", List.of("生年月日"),
          "sex", List.of("性別"),
          "phone", List.of("電話番号", "電話"),
          "email", List.of("メールアドレス", "メール"));

  /** What follows from another answer. */
  private static final Map<String, String> FOLLOWS = Map.of("年齢", "dateOfBirth", "郵便番号", "address");

  private static final List<String> SENSITIVE =
      List.of("信条", "宗教", "人種", "社会的身分", "病歴", "犯罪", "前科", "本籍", "国籍");

  private final Set<String> asked;
  private final Report report;

  /** Takes what is found. */
  @FunctionalInterface
  interface Report {
    void found(GateCode code, String pointer, Map<String, Object> params);
  }

  OverCollection(FormDefinition form, Report report) {
    this.asked = form.gifKeys();
    this.report = report;
  }

  /**
   * @param ofApplicant false for members of groups, which are about other people
   */
  void look(Field field, String pointer, boolean ofApplicant) {
    String label = field.label();
    boolean asks =
        !(field.type() instanceof FieldType.Note) && !(field.type() instanceof FieldType.Derived);
    if (label == null || !asks) {
      return;
    }
    String place = pointer + "/label";
    Map<String, Object> params = Map.of("label", label);
    String plain = label.replace("マイナンバーカード", "");
    if (plain.contains("個人番号") || plain.contains("マイナンバー")) {
      report.found(GateCode.PERSONAL_NUMBER, place, params);
    }
    if (SENSITIVE.stream().anyMatch(label::contains)) {
      report.found(GateCode.SENSITIVE, place, params);
    }
    if (!ofApplicant || field.gif() != null) {
      return;
    }
    String follows = FOLLOWS.get(label);
    if (follows != null && asked.contains(follows)) {
      report.found(GateCode.ASKED_TWICE, place, params);
    }
    KNOWN.forEach(
        (key, labels) -> {
          if (labels.contains(label)) {
            GateCode code = asked.contains(key) ? GateCode.ASKED_TWICE : GateCode.NOT_PREFILLED;
            report.found(code, place, Map.of("label", label, "gif", key));
          }
        });
  }
}
