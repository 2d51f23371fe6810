package jp.ishikari.link.forms;

import java.util.LinkedHashMap;
import java.util.Map;

/** Decides about a whole number, typed or from a client, and says which numbers may be typed. */
record NumberCheck(ErrorList errors) {

  /** The number, or null when there is none or it was told what is wrong with it. */
  Long whole(Spot spot, Long min, Long max, Object answer) {
    if (answer == null || (answer instanceof String text && TextRules.blank(text))) {
      return spot.field().required() ? errors.add(spot, ErrorCode.REQUIRED) : null;
    }
    TypedNumber read =
        switch (answer) {
          case Number json -> TypedNumber.of(json);
          case String text -> TypedNumber.read(text);
          default -> new TypedNumber.Unreadable();
        };
    return switch (read) {
      case TypedNumber.Whole(long number) -> within(spot, min, max, number);
      case TypedNumber.NotWhole notWhole -> errors.add(spot, ErrorCode.INTEGER, limits(min, max));
      case TypedNumber.Unreadable unreadable -> errors.add(spot, ErrorCode.TYPE, limits(min, max));
    };
  }

  /** What the sentence says to type. */
  private static Map<String, Object> limits(Long min, Long max) {
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
}
