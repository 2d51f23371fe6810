package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides about the answer to one field. Returns the acceptable value, folded where the field's
 * kind says so, or null when there is none; whatever is wrong goes to the list.
 */
final class ValueCheck {
  private final ErrorList errors;
  private final LocalDate today;
  private final PartCheck parts;
  private final NumberCheck numbers;

  ValueCheck(ErrorList errors, LocalDate today) {
    this.errors = errors;
    this.today = today;
    this.parts = new PartCheck(errors);
    this.numbers = new NumberCheck(errors);
  }

  /**
   * Checks an answer of any kind but a group, a note or what the city hall fills in; null stands
   * for absent.
   */
  Object check(Spot spot, Object answer) {
    return switch (spot.field().type()) {
      case FieldType.Text text -> text(spot, text, answer);
      case FieldType.Number rule ->
          numbers.whole(spot, rule.min(), rule.max(), rule.unit(), answer);
      case FieldType.Decimal rule -> numbers.decimal(spot, rule, answer);
      case FieldType.Date date -> date(spot, date, answer);
      case FieldType.Select select -> choice(spot, select.options(), answer);
      case FieldType.Radio radio -> choice(spot, radio.options(), answer);
      case FieldType.Checkbox checkbox -> choices(spot, checkbox, answer);
      case FieldType.Amount amount -> amount(spot, amount, answer);
      case FieldType.YesNo yesNo -> yesNo(spot, answer);
      case FieldType.Time time -> time(spot, time, answer);
      case FieldType.Composite whole -> composite(spot, whole.parts(), answer);
      case FieldType.Phone phone -> phone(spot, answer);
      case FieldType.Email email -> email(spot, answer);
      case FieldType.Consent consent -> consent(spot, answer);
      case FieldType.File file -> files(spot, file, answer);
      case FieldType.Group group -> null;
      case FieldType.Derived derived -> null;
      case FieldType.Note note -> null;
    };
  }

  private String text(Spot spot, FieldType.Text rule, Object answer) {
    boolean free = rule.pattern() == null && rule.characters() == FieldType.Characters.ANY;
    boolean required = spot.field().required();
    String text =
        free
            ? parts.entered(spot, answer, required, rule.multiline())
            : parts.folded(spot, answer, required);
    if (text == null) {
      return null;
    }
    if (rule.pattern() != null) {
      String number = TextPattern.fold(text);
      return rule.pattern().fits(number)
          ? number
          : errors.add(spot, ErrorCode.PATTERN, "allowed", rule.pattern().id());
    }
    return switch (rule.characters()) {
      case ANY -> parts.fitting(spot, text, rule.minLength(), rule.maxLength());
      case KANA -> parts.kana(spot, text, rule.minLength(), rule.maxLength());
      case DIGITS -> code(spot, rule, Folding.code(text), "digits");
      case ALNUM -> code(spot, rule, Folding.code(text), "alnum");
    };
  }

  private String code(Spot spot, FieldType.Text rule, String code, String allowed) {
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (!TextRules.digit(c) && (allowed.equals("digits") || !TextRules.letter(c))) {
        return parts.refused(spot, code, i, allowed);
      }
    }
    return parts.fitting(spot, code, rule.minLength(), rule.maxLength());
  }

  private Long amount(Spot spot, FieldType.Amount rule, Object answer) {
    Long min = rule.min() == null ? Long.valueOf(0) : rule.min();
    return numbers.whole(spot, min, rule.max(), null, answer);
  }

  private Boolean yesNo(Spot spot, Object answer) {
    if (answer == null) {
      return spot.field().required() ? errors.add(spot, ErrorCode.REQUIRED) : null;
    }
    return answer instanceof Boolean truth ? truth : errors.add(spot, ErrorCode.TYPE);
  }

  /** A date without its day or month is acceptable when any day that it can mean is. */
  private String date(Spot spot, FieldType.Date rule, Object answer) {
    String text = parts.entered(spot, answer, spot.field().required(), false);
    if (text == null) {
      return null;
    }
    Optional<Days.Span> days =
        rule.partial()
            ? Days.parsePartial(text)
            : Days.parse(text).map(day -> new Days.Span(day, day));
    if (days.isEmpty()) {
      return errors.add(spot, ErrorCode.DATE, TypedDay.whyNot(text));
    }
    Field field = spot.field();
    LocalDate max = (rule.max() == null ? DateBound.last(field) : rule.max()).on(today);
    if (days.orElseThrow().first().isAfter(max)) {
      return errors.add(spot, ErrorCode.RANGE, "max", max);
    }
    LocalDate min = (rule.min() == null ? DateBound.first(field) : rule.min()).on(today);
    return days.orElseThrow().last().isBefore(min)
        ? errors.add(spot, ErrorCode.RANGE, "min", min)
        : text;
  }

  private String time(Spot spot, FieldType.Time rule, Object answer) {
    String text = parts.entered(spot, answer, spot.field().required(), false);
    if (text == null) {
      return null;
    }
    int minutes = TextRules.minutes(text);
    if (minutes < 0) {
      return errors.add(spot, ErrorCode.TIME);
    }
    if (rule.max() != null && minutes > rule.max()) {
      return errors.add(spot, ErrorCode.RANGE, "max", TextRules.time(rule.max()));
    }
    int min = rule.min() == null ? 0 : rule.min();
    if (minutes < min) {
      return errors.add(spot, ErrorCode.RANGE, "min", TextRules.time(min));
    }
    return (minutes - min) % rule.step() == 0
        ? text
        : errors.add(spot, ErrorCode.STEP, "step", (long) rule.step());
  }

  private String choice(Spot spot, List<Option> options, Object answer) {
    String value = parts.entered(spot, answer, spot.field().required(), false);
    if (value == null) {
      return null;
    }
    boolean offered = options.stream().anyMatch(option -> option.value().equals(value));
    return offered ? value : errors.add(spot, ErrorCode.OPTION);
  }

  /** Several choices, in the order of the options. */
  private List<String> choices(Spot spot, FieldType.Checkbox rule, Object answer) {
    List<String> chosen = list(spot, answer);
    if (chosen == null) {
      return null;
    }
    List<String> offered = rule.options().stream().map(Option::value).toList();
    if (!new HashSet<>(offered).containsAll(chosen)) {
      return errors.add(spot, ErrorCode.OPTION);
    }
    Set<String> distinct = new HashSet<>(chosen);
    if (distinct.size() < chosen.size()) {
      return errors.add(spot, ErrorCode.DUPLICATE);
    }
    if (chosen.size() > rule.max()) {
      return errors.add(spot, ErrorCode.COUNT, "max", (long) rule.max());
    }
    return chosen.size() < rule.min()
        ? errors.add(spot, ErrorCode.COUNT, "min", (long) rule.min())
        : offered.stream().filter(distinct::contains).toList();
  }

  private List<String> files(Spot spot, FieldType.File rule, Object answer) {
    List<String> uploads = list(spot, answer);
    if (uploads == null) {
      return null;
    }
    if (!uploads.stream().allMatch(TextRules::upload)) {
      return errors.add(spot, ErrorCode.UPLOAD);
    }
    if (new HashSet<>(uploads).size() < uploads.size()) {
      return errors.add(spot, ErrorCode.DUPLICATE);
    }
    return uploads.size() > rule.max()
        ? errors.add(spot, ErrorCode.COUNT, "max", (long) rule.max())
        : uploads;
  }

  /** A list of texts with something in it; null when it is absent, empty, or wrong. */
  private List<String> list(Spot spot, Object answer) {
    if (answer == null || (answer instanceof List<?> none && none.isEmpty())) {
      return spot.field().required() ? errors.add(spot, ErrorCode.REQUIRED) : null;
    }
    List<String> texts = new ArrayList<>();
    for (Object text : answer instanceof List<?> list ? list : Collections.singletonList(null)) {
      if (!(text instanceof String)) {
        return errors.add(spot, ErrorCode.TYPE);
      }
      texts.add((String) text);
    }
    return texts;
  }

  /** A name or an address: whole or, unless it is required, not at all. */
  private Map<String, Object> composite(Spot spot, List<String> names, Object answer) {
    if (answer != null && !(answer instanceof Map)) {
      return errors.add(spot, ErrorCode.TYPE);
    }
    Map<?, ?> given = answer instanceof Map<?, ?> map ? map : Map.of();
    boolean needed = spot.field().required() || given.values().stream().anyMatch(this::counts);
    Map<String, Object> accepted = new LinkedHashMap<>();
    for (String part : names) {
      String value = parts.check(spot.part(part), given, part, needed);
      if (value != null) {
        accepted.put(part, value);
      }
    }
    Set<String> others = new TreeSet<>();
    for (Object key : given.keySet()) {
      String name = String.valueOf(key);
      if (!names.contains(name)) {
        others.add(TextRules.repeatable(name) ? name : "?");
      }
    }
    others.forEach(name -> errors.add(spot.path() + "." + name, spot.page(), ErrorCode.UNKNOWN));
    return accepted.isEmpty() ? null : Collections.unmodifiableMap(accepted);
  }

  private boolean counts(Object part) {
    return !(part instanceof String text && TextRules.blank(text));
  }

  private String phone(Spot spot, Object answer) {
    String text = parts.folded(spot, answer, spot.field().required());
    if (text == null) {
      return null;
    }
    String phone = Folding.phone(text);
    return TextRules.phone(phone) ? phone : errors.add(spot, ErrorCode.PHONE);
  }

  private String email(Spot spot, Object answer) {
    String text = parts.folded(spot, answer, spot.field().required());
    if (text == null || parts.fitting(spot, text, 1, EmailAddress.LONGEST) == null) {
      return null;
    }
    return EmailAddress.read(text)
        .map(EmailAddress::text)
        .orElseGet(() -> errors.add(spot, ErrorCode.EMAIL));
  }

  private Boolean consent(Spot spot, Object answer) {
    if (answer != null && !(answer instanceof Boolean)) {
      return errors.add(spot, ErrorCode.TYPE);
    }
    if (Boolean.TRUE.equals(answer)) {
      return true;
    }
    return spot.field().required() ? errors.add(spot, ErrorCode.CONSENT) : null;
  }
}
