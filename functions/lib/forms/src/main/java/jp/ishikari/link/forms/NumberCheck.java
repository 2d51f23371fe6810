package jp.ishikari.link.forms;

import java.util.LinkedHashMap;
import java.util.Map;

/** Decides about a number, typed or from a client, and says which numbers may be typed. */
record NumberCheck(ErrorList errors) {

  /** The number, or null when there is none or it was told what is wrong with it. */
  Long whole(Spot spot, Long min, Long max, String unit, Object answer) {
    return read(spot, answer, unit, 0, limits(min, max)) instanceof TypedNumber.Whole(long number)
        ? within(spot, min, max, number)
        : null;
  }

  /** The same of a number with decimals, as its text. */
  String decimal(Spot spot, FieldType.Decimal rule, Object answer) {
    Map<String, Object> limits = limits(rule.min(), rule.max());
    return read(spot, answer, rule.unit(), rule.decimals(), limits)
            instanceof TypedNumber.Decimal(String number)
        ? within(spot, rule, number)
        : null;
  }

  /** A number of the kind that is asked for, or null. */
  private TypedNumber read(
      Spot spot, Object answer, String unit, int decimals, Map<String, Object> limits) {
    if (answer == null || (answer instanceof String text && TextRules.blank(text))) {
      return spot.field().required() ? errors.add(spot, ErrorCode.REQUIRED) : null;
    }
    TypedNumber read =
        switch (answer) {
          case Number json -> TypedNumber.of(json, decimals);
          case String text -> TypedNumber.read(text, unit, decimals);
          default -> new TypedNumber.Unreadable();
        };
    return switch (read) {
      case TypedNumber.Whole whole -> whole;
      case TypedNumber.Decimal decimal -> decimal;
      case TypedNumber.NotWhole notWhole -> errors.add(spot, ErrorCode.INTEGER, limits);
      case TypedNumber.TooFine fine ->
          errors.add(spot, ErrorCode.DECIMALS, "decimals", (long) decimals);
      case TypedNumber.OtherUnit other -> errors.add(spot, ErrorCode.UNIT, "unit", unit);
      case TypedNumber.Unreadable unreadable -> errors.add(spot, ErrorCode.TYPE, limits);
    };
  }

  /** What the sentence says to type. */
  private static Map<String, Object> limits(Object min, Object max) {
    Map<String, Object> limits = new LinkedHashMap<>();
    if (min != null) {
      limits.put("min", min);
    }
    if (max != null) {
      limits.put("max", max);
    }
    return limits;
  }

  private Long within(Spot spot, Long min, Long max, long number) {
    if (max != null && number > max) {
      return errors.add(spot, ErrorCode.RANGE, "max", max);
    }
    return min != null && number < min ? errors.add(spot, ErrorCode.RANGE, "min", min) : number;
  }

  private String within(Spot spot, FieldType.Decimal rule, String number) {
    String max = rule.max() == null ? DecimalText.MAX : rule.max();
    if (DecimalText.compare(number, max) > 0) {
      return errors.add(spot, ErrorCode.RANGE, "max", max);
    }
    String min = rule.min() == null ? DecimalText.MIN : rule.min();
    return DecimalText.compare(number, min) < 0
        ? errors.add(spot, ErrorCode.RANGE, "min", min)
        : number;
  }
}
