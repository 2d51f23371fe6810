package jp.ishikari.link.forms;

/** Reads what is special to numbers and amounts. */
final class NumberReader {
  private NumberReader() {}

  /** A whole number, or one with decimals. */
  static FieldType number(JsonPlace place) {
    int decimals = place.child("decimals").integer(0, FormLimits.DECIMALS, 0);
    JsonPlace written = place.child("unit");
    String unit = written.present() ? written.text(FormLimits.UNIT) : null;
    if (decimals == 0) {
      Bounds bounds = bounds(place, -WholeNumber.MAX);
      return new FieldType.Number(bounds.min, bounds.max, unit);
    }
    String min = decimalBound(place.child("min"), decimals);
    String max = decimalBound(place.child("max"), decimals);
    if (min != null && max != null && DecimalText.compare(min, max) > 0) {
      place.child("max").found(FindingCode.RANGE);
    }
    return new FieldType.Decimal(min, max, decimals, unit);
  }

  /** A whole number, or the text of one with no more decimals than the answer may have. */
  private static String decimalBound(JsonPlace place, int decimals) {
    if (!place.present()) {
      return null;
    }
    Long whole = WholeNumber.of(place.value());
    String text = whole == null ? null : whole.toString();
    if (place.value() instanceof String written
        && DecimalText.is(written)
        && DecimalText.decimals(written) <= decimals) {
      text = written;
    }
    if (text == null) {
      place.found(FindingCode.TYPE);
    } else if (DecimalText.compare(text, DecimalText.MIN) < 0
        || DecimalText.compare(text, DecimalText.MAX) > 0) {
      place.found(FindingCode.LIMIT);
      return null;
    }
    return text;
  }

  /** Whole yen. */
  static FieldType amount(JsonPlace place) {
    Bounds bounds = bounds(place, 0);
    return new FieldType.Amount(bounds.min, bounds.max);
  }

  private record Bounds(Long min, Long max) {}

  private static Bounds bounds(JsonPlace place, long least) {
    Long min = bound(place.child("min"), least);
    Long max = bound(place.child("max"), least);
    if (min != null && max != null && min > max) {
      place.child("max").found(FindingCode.RANGE);
    }
    return new Bounds(min, max);
  }

  private static Long bound(JsonPlace place, long least) {
    return place.present() ? place.integer(least, WholeNumber.MAX) : null;
  }
}
