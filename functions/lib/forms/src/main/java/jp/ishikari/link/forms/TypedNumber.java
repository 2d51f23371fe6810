package jp.ishikari.link.forms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whole number or an amount as people write it: 1,000円, ¥1,000-, ０２０. Twin of {@code readNumber}
 * of the site.
 */
sealed interface TypedNumber {
  /** Of a folded text; commas only where thousands are told apart. */
  Pattern NUMBER =
      Pattern.compile(
          "([+-]?)([¥\\\\]?)([+-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.([0-9]+))?円?");

  /** A whole number that every program holds exactly. */
  record Whole(long value) implements TypedNumber {}

  /** A number, but not such a one. */
  record NotWhole() implements TypedNumber {}

  /** No number at all. */
  record Unreadable() implements TypedNumber {}

  /** Of a number in JSON. */
  static TypedNumber of(Number json) {
    Long value = WholeNumber.of(json);
    return value == null ? new NotWhole() : new Whole(value);
  }

  /** Of what was typed or pasted. */
  static TypedNumber read(String typed) {
    String text =
        Folding.compact(typed).replace('\uFFE5', '¥').replace('\u3001', ',').replace('\uFF64', ',');
    boolean priceMark = text.startsWith("¥") || text.startsWith("\\");
    if (priceMark && text.endsWith("-")) {
      text = text.substring(0, text.length() - 1);
    }
    Matcher number = NUMBER.matcher(text);
    if (!number.matches() || (!number.group(1).isEmpty() && !number.group(3).isEmpty())) {
      return new Unreadable();
    }
    String digits = number.group(4).replace(",", "").replaceFirst("^0+(?=[0-9])", "");
    String fraction = number.group(5);
    if (digits.length() > 16 || (fraction != null && !fraction.matches("0+"))) {
      return new NotWhole();
    }
    boolean negative = (number.group(1) + number.group(3)).equals("-");
    Long value = WholeNumber.of(Double.parseDouble((negative ? "-" : "") + digits));
    return value == null ? new NotWhole() : new Whole(value);
  }
}
