package jp.ishikari.link.forms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number or an amount as people write it: 1,000円, ¥1,000-, ０２０, 12.5㎡. Twin of {@code numbers.ts}
 * of the site.
 */
sealed interface TypedNumber {
  /** Of a folded text; commas only where thousands are told apart. What follows may be a unit. */
  Pattern NUMBER =
      Pattern.compile(
          "([+-]?)([¥\\\\]?)([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.([0-9]+))?([\\s\\S]*)");

  /** A whole number that every program holds exactly. */
  record Whole(long value) implements TypedNumber {}

  /** A number with decimals, see {@link DecimalText}. */
  record Decimal(String text) implements TypedNumber {}

  /** A number, but not a whole one that every program holds exactly. */
  record NotWhole() implements TypedNumber {}

  /** A number with more decimals than are asked for. */
  record TooFine() implements TypedNumber {}

  /** A number of something else than is asked for. */
  record OtherUnit() implements TypedNumber {}

  /** No number at all. */
  record Unreadable() implements TypedNumber {}

  /** Of a number in JSON. */
  static TypedNumber of(Number json, int decimals) {
    if (decimals == 0) {
      Long value = WholeNumber.of(json);
      return value == null ? new NotWhole() : new Whole(value);
    }
    String text = DecimalText.of(json.doubleValue(), decimals);
    return text == null ? new TooFine() : new Decimal(text);
  }

  /** Of what was typed or pasted where a whole number without a unit is asked for. */
  static TypedNumber read(String typed) {
    return read(typed, null, 0);
  }

  /**
   * Of what was typed or pasted.
   *
   * @param unit what may be typed behind the number, or null; yen may where there is none
   * @param decimals how many are asked for; 0 for a whole number
   */
  static TypedNumber read(String typed, String unit, int decimals) {
    String text = signs(Folding.compact(typed));
    boolean priceMark = text.startsWith("¥") || text.startsWith("\\");
    if (priceMark && text.endsWith("-")) {
      text = text.substring(0, text.length() - 1);
    }
    Matcher number = NUMBER.matcher(text);
    if (!number.matches() || (!number.group(1).isEmpty() && !number.group(3).isEmpty())) {
      return new Unreadable();
    }
    TypedNumber wrong = behind(number.group(6), !number.group(2).isEmpty(), unit);
    if (wrong != null) {
      return wrong;
    }
    boolean negative = (number.group(1) + number.group(3)).equals("-");
    String digits = number.group(4).replace(",", "").replaceFirst("^0+(?=[0-9])", "");
    String fraction = number.group(5) == null ? "" : number.group(5).replaceFirst("0+$", "");
    return decimals == 0
        ? whole(negative, digits, fraction)
        : fraction.length() > decimals
            ? new TooFine()
            : new Decimal(DecimalText.of(negative, digits, fraction));
  }

  /** The yen sign, the comma and the point as Japanese keyboards give them. */
  private static String signs(String text) {
    return text.replace('\uFFE5', '¥')
        .replace('\u3001', ',')
        .replace('\uFF64', ',')
        .replace('\u3002', '.')
        .replace('\uFF61', '.');
  }

  /** What is wrong with what stands around the digits; null when nothing is. */
  private static TypedNumber behind(String rest, boolean priced, String unit) {
    if (!rest.isEmpty() && "0123456789.,+-".indexOf(rest.charAt(0)) >= 0) {
      return new Unreadable();
    }
    if (rest.matches("(?s)[eE][+-]?[0-9].*")) {
      // 1e2 is how machines write a number, and no unit.
      return new Unreadable();
    }
    if (unit == null) {
      return rest.isEmpty() || rest.equals("円") ? null : new Unreadable();
    }
    boolean same = (rest.isEmpty() || Units.same(rest, unit)) && (!priced || Units.same("円", unit));
    return same ? null : new OtherUnit();
  }

  private static TypedNumber whole(boolean negative, String digits, String fraction) {
    if (digits.length() > 16 || !fraction.isEmpty()) {
      return new NotWhole();
    }
    Long value = WholeNumber.of(Double.parseDouble((negative ? "-" : "") + digits));
    return value == null ? new NotWhole() : new Whole(value);
  }
}
