package jp.ishikari.link.forms;

import java.util.Map;

/** Decides about single texts: the parts of names, addresses and bank accounts. */
final class PartCheck {
  private static final int LONGEST_PART = 100;
  private static final int LONGEST_REMARK = 200;

  /** The holder's name takes 30 places in the banks' record. */
  private static final int LONGEST_HOLDER = 30;

  private final ErrorList errors;

  PartCheck(ErrorList errors) {
    this.errors = errors;
  }

  /** Decides about one part of a name, an address or a bank account. */
  String check(Spot spot, Map<?, ?> given, String part, boolean needed) {
    if (given.containsKey(part) && given.get(part) == null) {
      return errors.add(spot, ErrorCode.TYPE);
    }
    boolean required = needed && !FieldType.OPTIONAL_PARTS.contains(part);
    String text = entered(spot, given.get(part), required, false);
    if (text == null) {
      return null;
    }
    return switch (part) {
      case "familyKana", "givenKana", "formerFamilyKana" -> {
        String kana = Kana.fold(text);
        yield Kana.isKatakana(kana)
            ? fitting(spot, kana, 1, LONGEST_PART)
            : errors.add(spot, ErrorCode.CHARACTERS, "allowed", "kana");
      }
      case "postalCode" -> {
        String code = TextRules.foldPostal(text);
        yield code.length() == 7 && TextRules.digits(code)
            ? code
            : errors.add(spot, ErrorCode.POSTAL);
      }
      case "unwritable" -> fitting(spot, text, 1, LONGEST_REMARK);
      case "bankCode" -> digits(spot, text, 4);
      case "branchCode" -> digits(spot, text, 3);
      case "number" -> digits(spot, text, 7);
      case "kind" ->
          FieldType.Bank.KINDS.contains(text) ? text : errors.add(spot, ErrorCode.OPTION);
      case "holderKana" -> {
        String holder = Zengin.fold(text);
        yield Zengin.fits(holder)
            ? fitting(spot, holder, 1, LONGEST_HOLDER)
            : errors.add(spot, ErrorCode.CHARACTERS, "allowed", "zengin");
      }
      default -> fitting(spot, text, 1, LONGEST_PART);
    };
  }

  private String digits(Spot spot, String text, int count) {
    String digits = TextRules.foldAscii(text);
    return digits.length() == count && TextRules.digits(digits)
        ? digits
        : errors.add(spot, ErrorCode.DIGITS, "digits", (long) count);
  }

  /** A text that is there and clean; null when it is absent, blank, or wrong. */
  String entered(Spot spot, Object answer, boolean required, boolean severalLines) {
    if (answer == null || (answer instanceof String blank && TextRules.blank(blank))) {
      return required ? errors.add(spot, ErrorCode.REQUIRED) : null;
    }
    if (!(answer instanceof String text)) {
      return errors.add(spot, ErrorCode.TYPE);
    }
    return TextRules.clean(text, severalLines) ? text : errors.add(spot, ErrorCode.CHARACTERS);
  }

  /** The text when its length fits, in code points. */
  String fitting(Spot spot, String text, int min, int max) {
    int length = TextRules.length(text);
    if (length > max) {
      return errors.add(spot, ErrorCode.LENGTH, "max", (long) max);
    }
    return length < min ? errors.add(spot, ErrorCode.LENGTH, "min", (long) min) : text;
  }
}
