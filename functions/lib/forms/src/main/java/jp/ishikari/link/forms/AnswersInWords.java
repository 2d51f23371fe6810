package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers as a person reads them, for paper: what was answered, page by page, in Japanese. What was
 * not answered is left out. Twin of {@code answers.tsx}.
 */
public record AnswersInWords(List<Section> sections) {
  private static final Pattern PARTIAL = Pattern.compile("\\d{4}(-\\d{2})?");

  /** A page of the form. */
  public record Section(String title, List<Line> lines) {}

  /**
   * @param text several lines where it is several things
   */
  public record Line(String label, String text) {}

  /**
   * @param fileName what a file is called, by its id
   */
  public static AnswersInWords of(
      FormDefinition form, Map<String, Object> answers, UnaryOperator<String> fileName) {
    return new AnswersInWords(
        form.pages().stream()
            .map(page -> new Section(page.title(), lines(page.fields(), answers, fileName)))
            .filter(section -> !section.lines().isEmpty())
            .toList());
  }

  private static List<Line> lines(
      List<Field> fields, Map<?, ?> answers, UnaryOperator<String> fileName) {
    List<Line> lines = new ArrayList<>();
    for (Field field : fields) {
      Object value = answers.get(field.id());
      String text = value == null ? "" : text(field, value, fileName);
      if (!text.isBlank()) {
        lines.add(new Line(field.label(), text));
      }
    }
    return lines;
  }

  /**
   * One answer, or a part of it; empty where there is none.
   *
   * @param partOrNull of a name, an address or an account
   */
  static String text(
      Field field, String partOrNull, Map<String, Object> answers, UnaryOperator<String> fileName) {
    Object value = answers.get(field.id());
    if (value == null) {
      return "";
    }
    return partOrNull == null
        ? text(field, value, fileName)
        : value instanceof Map<?, ?> parts ? part(parts, partOrNull) : "";
  }

  private static String text(Field field, Object value, UnaryOperator<String> fileName) {
    return switch (field.type()) {
      case FieldType.Note note -> "";
      case FieldType.Constant constant -> "";
      case FieldType.Select select -> label(select.options(), value);
      case FieldType.Radio radio -> label(radio.options(), value);
      case FieldType.Checkbox checkbox ->
          each(value).map(one -> label(checkbox.options(), one)).collect(Collectors.joining("、"));
      case FieldType.YesNo yesNo ->
          MessageText.word(Boolean.TRUE.equals(value) ? "screen.yes" : "screen.no");
      case FieldType.Consent consent -> MessageText.word("screen.agreed");
      case FieldType.Number number ->
          number.unit() == null ? value.toString() : counted(value, number.unit());
      case FieldType.Decimal decimal -> counted(value, decimal.unit());
      case FieldType.Amount amount -> counted(value, "円");
      case FieldType.Computed computed -> counted(value, computed.unit());
      case FieldType.Date date -> day(value.toString());
      case FieldType.Name name -> name((Map<?, ?>) value);
      case FieldType.Address address -> address((Map<?, ?>) value);
      case FieldType.Bank bank -> bank((Map<?, ?>) value, bank);
      case FieldType.File file -> each(value).map(fileName).collect(Collectors.joining("\n"));
      case FieldType.Group group -> items(field, group, (List<?>) value, fileName);
      case FieldType.Text text -> value.toString();
      case FieldType.Time time -> value.toString();
      case FieldType.Phone phone -> value.toString();
      case FieldType.Email email -> value.toString();
    };
  }

  private static Stream<String> each(Object value) {
    return ((List<?>) value).stream().map(Object::toString);
  }

  private static String label(List<Option> options, Object value) {
    return options.stream()
        .filter(option -> option.value().equals(value))
        .map(Option::label)
        .findFirst()
        .orElseGet(value::toString);
  }

  /** 1,234円, 3冊, 12.5㎡, 3 km; a year has no commas. */
  private static String counted(Object value, String unitOrNull) {
    String[] parts = value.toString().split("\\.", 2);
    String unit = unitOrNull == null ? "" : unitOrNull;
    String whole = unit.startsWith("年") ? parts[0] : parts[0].replaceAll("\\B(?=(\\d{3})+$)", ",");
    String number = parts.length == 1 ? whole : whole + "." + parts[1];
    return number + (unit.matches("[A-Za-z].*") ? " " : "") + unit;
  }

  /** 平成2年4月1日（1990年）; a year or a month alone as it is. */
  private static String day(String date) {
    if (PARTIAL.matcher(date).matches()) {
      String[] parts = date.split("-");
      return parts[0] + "年" + (parts.length == 1 ? "" : Integer.parseInt(parts[1]) + "月");
    }
    LocalDate day = LocalDate.parse(date);
    return Era.toWareki(day)
        .map(wareki -> wareki + "（" + day.getYear() + "年）")
        .orElseGet(() -> MessageText.of(day, FormDefinition.JAPANESE));
  }

  private static String name(Map<?, ?> parts) {
    StringBuilder name = new StringBuilder(pair(parts, "family", "given"));
    String kana = pair(parts, "familyKana", "givenKana");
    if (!kana.isEmpty()) {
      name.append("（").append(kana).append("）");
    }
    return name + remarks(parts, "name", List.of("formerFamily", "formerFamilyKana", "unwritable"));
  }

  private static String pair(Map<?, ?> parts, String one, String other) {
    return Stream.of(one, other)
        .map(part -> part(parts, part))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("　"));
  }

  private static String address(Map<?, ?> parts) {
    String postal = part(parts, "postalCode").replaceFirst("^(\\d{3})(\\d{4})$", "$1-$2");
    return (postal.isEmpty() ? "" : "〒" + postal + " ")
        + Stream.of("prefecture", "city", "town", "block")
            .map(part -> part(parts, part))
            .collect(Collectors.joining())
        + (part(parts, "building").isEmpty() ? "" : "　" + part(parts, "building"))
        + remarks(parts, "address", List.of("unwritable"));
  }

  private static String bank(Map<?, ?> parts, FieldType.Bank bank) {
    return bank.parts().stream()
        .filter(part -> !part(parts, part).isEmpty())
        .map(
            part ->
                MessageText.word("part.bank." + part)
                    + "："
                    + (part.equals("kind")
                        ? MessageText.word("screen.bank." + part(parts, part))
                        : part(parts, part)))
        .collect(Collectors.joining("\n"));
  }

  private static String remarks(Map<?, ?> parts, String type, List<String> which) {
    return which.stream()
        .filter(part -> !part(parts, part).isEmpty())
        .map(part -> "\n" + MessageText.word("part." + type + "." + part) + "：" + part(parts, part))
        .collect(Collectors.joining());
  }

  private static String part(Map<?, ?> parts, String part) {
    Object value = parts.get(part);
    return value == null ? "" : value.toString();
  }

  private static String items(
      Field field, FieldType.Group group, List<?> items, UnaryOperator<String> fileName) {
    String called = group.itemLabel() == null ? field.label() : group.itemLabel();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      texts.add(called + " " + (i + 1));
      lines(group.fields(), (Map<?, ?>) items.get(i), fileName)
          .forEach(line -> texts.add(line.label() + "：" + line.text()));
    }
    return String.join("\n", texts);
  }
}
