package jp.ishikari.link.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The values at which the conditions can change. */
final class TurningPoints {
  /** Options of one checkbox field that are tried in every combination. */
  private static final int MOST_CHOICES = 6;

  private final Map<String, Set<Object>> named = new LinkedHashMap<>();

  void collect(Expression expression) {
    switch (expression) {
      case Expression.And and -> and.operands().forEach(this::collect);
      case Expression.Or or -> or.operands().forEach(this::collect);
      case Expression.Not not -> collect(not.operand());
      case Expression.If choice -> {
        collect(choice.condition());
        collect(choice.then());
        collect(choice.otherwise());
      }
      case Expression.Comparison comparison -> {
        name(comparison.left(), comparison.right());
        name(comparison.right(), comparison.left());
      }
      case Expression.OneOf oneOf ->
          oneOf.literals().forEach(l -> name(oneOf.value(), new Expression.Literal(l)));
      case Expression.Chosen chosen -> name(chosen.list(), chosen.value());
      default -> {}
    }
  }

  private void name(Expression answer, Expression literal) {
    if (answer instanceof Expression.Answer of
        && literal instanceof Expression.Literal(Object value)) {
      named
          .computeIfAbsent(key(of.inItem(), of.field(), of.part()), k -> new LinkedHashSet<>())
          .add(value);
    }
  }

  private static String key(boolean inItem, String field, String part) {
    return (inItem ? "item:" : "") + field + (part == null ? "" : "." + part);
  }

  boolean tooMany(Field field, boolean inItem) {
    return field.type() instanceof FieldType.Checkbox
        && named.getOrDefault(key(inItem, field.id(), null), Set.of()).size() > MOST_CHOICES;
  }

  List<Object> values(Field field, boolean inItem) {
    Set<Object> literals = named.getOrDefault(key(inItem, field.id(), null), Set.of());
    return switch (field.type()) {
      case FieldType.YesNo yesNo -> List.of(true, false);
      case FieldType.Consent consent -> List.of(true);
      case FieldType.Constant constant -> List.of(constant.value());
      case FieldType.Select select -> values(select.options());
      case FieldType.Radio radio -> values(radio.options());
      case FieldType.Checkbox checkbox -> combinations(literals);
      case FieldType.Number number -> numbers(literals, number.min(), number.max());
      case FieldType.Decimal decimal -> decimals(literals, decimal);
      case FieldType.Amount amount ->
          numbers(literals, amount.min() == null ? Long.valueOf(0) : amount.min(), amount.max());
      case FieldType.Date date when !date.partial() -> days(literals, date);
      case FieldType.Time time -> times(literals, time);
      case FieldType.Composite composite -> composites(field, inItem, composite);
      default -> {
        // Any text that is named, and one that is not.
        List<Object> texts = new ArrayList<>(literals);
        texts.add("\u0000");
        yield texts;
      }
    };
  }

  private static List<Object> values(List<Option> options) {
    return new ArrayList<>(options.stream().map(Option::value).toList());
  }

  private static List<Object> combinations(Set<Object> options) {
    List<Object> named = new ArrayList<>(options);
    List<Object> combinations = new ArrayList<>();
    for (int bits = 0; bits < 1 << named.size(); bits++) {
      // An option that no condition names is chosen in every case.
      List<Object> chosen = new ArrayList<>(List.of("\u0000"));
      for (int i = 0; i < named.size(); i++) {
        if ((bits >> i & 1) == 1) {
          chosen.add(named.get(i));
        }
      }
      combinations.add(chosen);
    }
    return combinations;
  }

  private static List<Object> numbers(Set<Object> literals, Long min, Long max) {
    Set<Object> numbers = new LinkedHashSet<>();
    Set<Long> points = new LinkedHashSet<>();
    points.add(min == null ? Long.valueOf(-WholeNumber.MAX) : min);
    points.add(max == null ? Long.valueOf(WholeNumber.MAX) : max);
    for (Object literal : literals) {
      if (literal instanceof Long number) {
        points.addAll(List.of(number - 1, number, number + 1));
      }
    }
    for (Long point : points) {
      if ((min == null || point >= min) && (max == null || point <= max)) {
        numbers.add(point);
      }
    }
    return new ArrayList<>(numbers);
  }

  private static List<Object> decimals(Set<Object> literals, FieldType.Decimal decimal) {
    BigDecimal min = new BigDecimal(decimal.min() == null ? DecimalText.MIN : decimal.min());
    BigDecimal max = new BigDecimal(decimal.max() == null ? DecimalText.MAX : decimal.max());
    BigDecimal step = BigDecimal.ONE.movePointLeft(decimal.decimals());
    Set<BigDecimal> points = new TreeSet<>(List.of(min, max));
    for (Object literal : literals) {
      BigDecimal point = new BigDecimal(literal.toString());
      BigDecimal below = point.setScale(decimal.decimals(), RoundingMode.FLOOR);
      BigDecimal above = point.setScale(decimal.decimals(), RoundingMode.CEILING);
      points.addAll(List.of(below.subtract(step), below, above, above.add(step)));
    }
    return new ArrayList<>(
        points.stream()
            .filter(point -> point.compareTo(min) >= 0 && point.compareTo(max) <= 0)
            .map(point -> point.stripTrailingZeros().toPlainString())
            .toList());
  }

  private static List<Object> days(Set<Object> literals, FieldType.Date date) {
    Set<Object> days = new LinkedHashSet<>(List.of("1873-01-01", "9999-12-31"));
    for (DateBound bound : new DateBound[] {date.min(), date.max()}) {
      if (bound instanceof DateBound.Fixed fixed) {
        days.add(fixed.day().toString());
      }
    }
    for (Object literal : literals) {
      Days.parse(literal.toString())
          .ifPresent(
              day -> {
                days.add(day.minusDays(1).toString());
                days.add(day.toString());
                days.add(day.plusDays(1).toString());
              });
    }
    days.removeIf(
        day ->
            date.min() instanceof DateBound.Fixed(var min)
                && day.toString().compareTo(min.toString()) < 0);
    days.removeIf(
        day ->
            date.max() instanceof DateBound.Fixed(var max)
                && day.toString().compareTo(max.toString()) > 0);
    return new ArrayList<>(days);
  }

  private static List<Object> times(Set<Object> literals, FieldType.Time time) {
    int min = time.min() == null ? 0 : time.min();
    int max = time.max() == null ? 1439 : time.max();
    Set<Object> times = new LinkedHashSet<>();
    for (int minutes = min; minutes <= max; minutes += time.step()) {
      String text = TextRules.time(minutes);
      boolean near =
          literals.stream()
              .anyMatch(
                  l ->
                      Math.abs(TextRules.minutes(l.toString()) - TextRules.minutes(text))
                          <= time.step());
      if (near || minutes == min || minutes + time.step() > max) {
        times.add(text);
      }
    }
    return new ArrayList<>(times);
  }

  /** Every part is absent, one of the named texts, or another. */
  private List<Object> composites(Field field, boolean inItem, FieldType.Composite composite) {
    List<Object> values = new ArrayList<>(List.of(Map.of()));
    for (String part : composite.parts()) {
      Set<Object> literals = named.getOrDefault(key(inItem, field.id(), part), Set.of());
      List<Object> more = new ArrayList<>();
      for (Object value : values) {
        List<Object> texts = new ArrayList<>(literals);
        texts.add("\u0000");
        for (Object text : literals.isEmpty() ? List.<Object>of("\u0000") : texts) {
          Map<Object, Object> with = new LinkedHashMap<>((Map<?, ?>) value);
          with.put(part, text);
          more.add(with);
        }
        if (FieldType.OPTIONAL_PARTS.contains(part)) {
          more.add(value);
        }
      }
      values = more;
    }
    return values;
  }
}
