package jp.ishikari.link.documents;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.forms.Field;
import jp.ishikari.link.forms.FieldType;
import jp.ishikari.link.forms.Option;

/** An answer to each question of a form, for a look at a letter before anybody has applied. */
final class InventedAnswers {
  private static final Map<String, Object> NAME =
      Map.of("family", "見本", "given", "花子", "familyKana", "ミホン", "givenKana", "ハナコ");

  private static final Map<String, Object> ADDRESS =
      Map.of(
          "postalCode", "0613292",
          "prefecture", "北海道",
          "city", "石狩市",
          "town", "花川北6条",
          "block", "1丁目30番地2");

  private static final Map<String, Object> ACCOUNT =
      Map.of(
          "bankCode", "0000",
          "branchCode", "000",
          "kind", "1",
          "number", "0000000",
          "holderKana", "ミホン ハナコ");

  private InventedAnswers() {}

  /**
   * @param today the day that stands where a day is asked for
   */
  static Map<String, Object> of(List<Field> fields, LocalDate today) {
    Map<String, Object> answers = new LinkedHashMap<>();
    for (Field field : fields) {
      Object answer = answer(field.type(), today);
      if (answer != null) {
        answers.put(field.id(), answer);
      }
    }
    return answers;
  }

  /** Null where nothing of it can stand in a letter. */
  private static Object answer(FieldType type, LocalDate today) {
    return switch (type) {
      case FieldType.Text text -> "見本";
      case FieldType.Number number -> number.min() == null ? Long.valueOf(1) : number.min();
      case FieldType.Decimal decimal -> decimal.min() == null ? "1" : decimal.min();
      case FieldType.Amount amount -> amount.min() == null ? Long.valueOf(1000) : amount.min();
      case FieldType.YesNo yesNo -> true;
      case FieldType.Date date -> today.toString();
      case FieldType.Time time -> "10:00";
      case FieldType.Select select -> first(select.options());
      case FieldType.Radio radio -> first(radio.options());
      case FieldType.Checkbox checkbox ->
          checkbox.options().stream().limit(1).map(Option::value).toList();
      case FieldType.Name name -> NAME;
      case FieldType.Address address -> ADDRESS;
      case FieldType.Bank bank -> ACCOUNT;
      case FieldType.Phone phone -> "0133-00-0000";
      case FieldType.Email email -> "mihon@example.jp";
      case FieldType.Consent consent -> true;
      case FieldType.Group group -> List.of(of(group.fields(), today));
      case FieldType.Constant constant -> constant.value();
      case FieldType.Computed computed -> 1L;
      case FieldType.File file -> null;
      case FieldType.Note note -> null;
    };
  }

  private static String first(List<Option> options) {
    return options.isEmpty() ? null : options.getFirst().value();
  }
}
