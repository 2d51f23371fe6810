package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a condition as a clerk writes it (使いみち＝年金 かつ 電話番号 あり) into one of the form's own, which
 * settles its types.
 */
final class MergeConditionReader {
  /** Who is told what is wrong. */
  interface Told {
    void found(MergeFinding.Code code, String about);
  }

  /** How each comparison is written, the longer first. */
  private static final Pattern COMPARISON = Pattern.compile("(.+?) ?(>=|<=|!=|≧|≦|≠|=|>|<) ?(.+)");

  private static final Map<String, String> OPERATORS =
      Map.of("=", "==", "≠", "!=", "≧", ">=", "≦", "<=");

  private static final Pattern THERE = Pattern.compile("(.+) (あり|なし)");

  private static final Pattern WAREKI =
      Pattern.compile("(明治|大正|昭和|平成|令和)(元|\\d{1,2})年(\\d{1,2})月(\\d{1,2})日");

  private final MergeFields fields;

  MergeConditionReader(MergeFields fields) {
    this.fields = fields;
  }

  /** Null stands for what could not be read, and was told. */
  Expression read(String written, Told told) {
    List<Object> any = new ArrayList<>();
    for (String alternative : split(written, "または")) {
      List<Object> all = new ArrayList<>();
      for (String test : split(alternative, "かつ")) {
        Object read = test(test, told);
        if (read == null) {
          return null;
        }
        all.add(read);
      }
      any.add(all.size() == 1 ? all.getFirst() : Map.of("and", all));
    }
    return typed(any.size() == 1 ? any.getFirst() : Map.of("or", any), written, told);
  }

  private static List<String> split(String text, String word) {
    return List.of(text.split(" " + word + " ", -1));
  }

  private Object test(String written, Told told) {
    String test = written.trim();
    Matcher there = THERE.matcher(test);
    if (there.matches()) {
      String path = path(there.group(1).trim(), written, told);
      Object answered = path == null ? null : Map.of("answered", Map.of("var", path));
      return answered == null || there.group(2).equals("あり") ? answered : Map.of("!", answered);
    }
    String ascii = test.replace('＝', '=').replace('＞', '>').replace('＜', '<').replace("！=", "!=");
    Matcher comparison = COMPARISON.matcher(ascii);
    if (!comparison.matches()) {
      told.found(MergeFinding.Code.CONDITION, written);
      return null;
    }
    String name = comparison.group(1).trim();
    String path = path(name, written, told);
    if (path == null || !(fields.of(name) instanceof MergeFields.Meaning.Answer answer)) {
      return null;
    }
    String operator = OPERATORS.getOrDefault(comparison.group(2), comparison.group(2));
    Object value = value(answer, unquoted(comparison.group(3).trim()));
    if (answer.field().type() instanceof FieldType.Checkbox && answer.part() == null) {
      Object chosen = Map.of("in", List.of(value, Map.of("var", path)));
      return switch (operator) {
        case "==" -> chosen;
        case "!=" -> Map.of("!", chosen);
        default -> {
          told.found(MergeFinding.Code.CONDITION_KIND, written);
          yield null;
        }
      };
    }
    return Map.of(operator, List.of(Map.of("var", path), value));
  }

  private String path(String name, String written, Told told) {
    return switch (fields.of(name)) {
      case MergeFields.Meaning.Answer answer -> answer.path();
      case MergeFields.Meaning.Word word -> {
        told.found(MergeFinding.Code.CONDITION_KIND, written);
        yield null;
      }
      case MergeFields.Meaning.Ambiguous ambiguous -> {
        told.found(MergeFinding.Code.AMBIGUOUS_FIELD, name);
        yield null;
      }
      case MergeFields.Meaning.Unknown unknown -> {
        told.found(MergeFinding.Code.UNKNOWN_FIELD, name);
        yield null;
      }
    };
  }

  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("「") && text.endsWith("」")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /** What a clerk writes, as the form has it. */
  private static Object value(MergeFields.Meaning.Answer answer, String written) {
    if (answer.part() != null) {
      return written;
    }
    return switch (answer.field().type()) {
      case FieldType.Select select -> option(select.options(), written);
      case FieldType.Radio radio -> option(radio.options(), written);
      case FieldType.Checkbox checkbox -> option(checkbox.options(), written);
      case FieldType.YesNo yesNo -> truth(written);
      case FieldType.Consent consent -> truth(written);
      case FieldType.Number number -> number(written, number.unit());
      case FieldType.Amount amount -> number(written, "円");
      case FieldType.Computed computed -> number(written, computed.unit());
      case FieldType.Decimal decimal ->
          TypedNumber.read(written, decimal.unit(), decimal.decimals())
                  instanceof TypedNumber.Decimal(String text)
              ? text
              : written;
      case FieldType.Date date -> day(written).map(LocalDate::toString).orElse(written);
      default -> written;
    };
  }

  private static Object option(List<Option> options, String written) {
    return options.stream()
        .filter(option -> option.label().equals(written))
        .map(Option::value)
        .findFirst()
        .orElse(written);
  }

  private static Object truth(String written) {
    return written.equals(MessageText.word("screen.yes"))
            || written.equals(MessageText.word("screen.agreed"))
        ? Boolean.TRUE
        : written.equals(MessageText.word("screen.no")) ? Boolean.FALSE : written;
  }

  private static Object number(String written, String unit) {
    return TypedNumber.read(written, unit, 0) instanceof TypedNumber.Whole(long value)
        ? (Object) value
        : written;
  }

  private static Optional<LocalDate> day(String written) {
    Matcher wareki = WAREKI.matcher(Folding.ascii(written));
    return wareki.matches()
        ? Era.ofWareki(
            wareki.group(1),
            wareki.group(2).equals("元") ? 1 : Integer.parseInt(wareki.group(2)),
            Integer.parseInt(wareki.group(3)),
            Integer.parseInt(wareki.group(4)))
        : Days.parse(Folding.compact(written));
  }

  private Expression typed(Object condition, String written, Told told) {
    Scope scope = new Scope();
    fields.form().fields().forEach(scope::add);
    List<Finding> findings = new ArrayList<>();
    Expression read =
        new ExpressionReader(scope, null)
            .read(JsonPlace.root(condition, findings), Expression.Type.BOOLEAN);
    Set<FindingCode> codes = new HashSet<>();
    findings.forEach(finding -> codes.add(finding.code()));
    if (codes.contains(FindingCode.OPTION)) {
      told.found(MergeFinding.Code.UNKNOWN_CHOICE, written);
    } else if (codes.contains(FindingCode.TYPE)) {
      told.found(MergeFinding.Code.CONDITION_KIND, written);
    } else if (read == null) {
      told.found(MergeFinding.Code.CONDITION, written);
    }
    return read;
  }
}
