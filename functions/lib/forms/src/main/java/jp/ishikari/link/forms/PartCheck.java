package jp.ishikari.link.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Decides about single texts: the parts of names, addresses and bank accounts. */
final class PartCheck {
  private static final int LONGEST_PART = 100;
  private static final int LONGEST_REMARK = 200;

  /** The holder's name takes 30 places in the banks' record. */
  private static final int LONGEST_HOLDER = 30;

  private static final Set<String> FOLDED =
      Set.of(
          "familyKana",
          "givenKana",
          "formerFamilyKana",
          "postalCode",
          "bankCode",
          "branchCode",
          "number",
          "holderKana");

  private final ErrorList errors;

  PartCheck(ErrorList errors) {
    this.errors = errors;
  }

  /** Decides about one part of a name, an address or a bank account. */
  String check(Spot spot, Map<?, ?> given, String part, boolean needed) {
    if (given.containsKey(part) && given.get(part) == null) {
      return errors.add(spot, ErrorCode.TYPE);
    }
    boolean oneName = FieldType.ONE_NAME.equals(given.get("oneName"));
    boolean left = oneName && FieldType.GIVEN_PARTS.contains(part);
    if (left && given.get(part) instanceof String text && !TextRules.blank(text)) {
      return errors.add(spot, ErrorCode.UNKNOWN);
    }
    boolean required = needed && !left && !FieldType.OPTIONAL_PARTS.contains(part);
    boolean folded = FOLDED.contains(part);
    String text =
        folded
            ? folded(spot, given.get(part), required)
            : entered(spot, given.get(part), required, false);
    if (text == null) {
      return null;
    }
    return switch (part) {
      case "familyKana", "givenKana", "formerFamilyKana" -> kana(spot, text, 1, LONGEST_PART);
      case "postalCode" -> {
        String code = Folding.postal(text);
        yield code.length() == 7 && TextRules.digits(code)
            ? code
            : errors.add(spot, ErrorCode.POSTAL);
      }
      case "oneName" -> text.equals(FieldType.ONE_NAME) ? text : errors.add(spot, ErrorCode.OPTION);
      case "unwritable" -> fitting(spot, text, 1, LONGEST_REMARK);
      case "bankCode" -> digits(spot, text, 4);
      case "branchCode" -> digits(spot, text, 3);
      case "number" -> digits(spot, text, 7);
      case "kind" ->
          FieldType.Bank.KINDS.contains(text) ? text : errors.add(spot, ErrorCode.OPTION);
      case "holderKana" -> {
        String holder = Zengin.fold(text);
        int foreign = Zengin.firstForeign(holder);
        yield foreign < 0
            ? fitting(spot, holder, 1, LONGEST_HOLDER)
            : refused(spot, holder, foreign, "zengin");
      }
      default -> fitting(spot, text, 1, LONGEST_PART);
    };
  }

  private String digits(Spot spot, String text, int count) {
    String digits = Folding.code(text);
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
    int refused = TextRules.firstRefused(text, severalLines);
    return refused < 0 ? text : refused(spot, text, refused, null);
  }

  /** The same for what is folded: spaces around it and what nobody sees do not matter. */
  String folded(Spot spot, Object answer, boolean required) {
    return entered(
        spot, answer instanceof String text ? Folding.plain(text) : answer, required, false);
  }

  /** A reading. */
  String kana(Spot spot, String text, int min, int max) {
    String kana = Kana.fold(text);
    int foreign = Kana.firstForeign(kana);
    return foreign < 0 ? fitting(spot, kana, min, max) : refused(spot, kana, foreign, "kana");
  }

  /** Names a character that is not accepted, and its place. */
  <T> T refused(Spot spot, String text, int at, String allowed) {
    Map<String, Object> params = new HashMap<>();
    params.put("at", (long) TextRules.length(text.substring(0, at)) + 1);
    params.put("character", TextRules.named(text, at));
    if (allowed != null) {
      params.put("allowed", allowed);
    }
    return errors.add(spot, ErrorCode.CHARACTERS, params);
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
