package jp.ishikari.link.forms;

/**
 * The numbers with a fixed form that a text field can ask for. The list is closed: a pattern that
 * staff could write themselves could hang the check. Full-width characters are folded, letters
 * become capitals, hyphens and spaces go.
 */
public enum TextPattern {
  /** 法人番号: 13 digits, the first of which checks the others (平成26年財務省令第70号 第2条). */
  CORPORATE_NUMBER("corporateNumber"),
  /** 適格請求書発行事業者登録番号: T and 13 digits (消費税法施行規則). */
  INVOICE_NUMBER("invoiceNumber"),
  /** 介護保険被保険者番号: 10 digits. */
  CARE_INSURED_NUMBER("careInsuredNumber"),
  /** 保険者番号: 6 or 8 digits, the last of which checks the others (昭和51年保発第45号). */
  INSURER_NUMBER("insurerNumber"),
  /** 在留カード等の番号: 2 letters, 8 digits, 2 letters. */
  RESIDENCE_CARD_NUMBER("residenceCardNumber");

  private final String id;

  TextPattern(String id) {
    this.id = id;
  }

  /** The name as it is written in JSON. */
  public String id() {
    return id;
  }

  /** The pattern of that name, or null. */
  static TextPattern of(String id) {
    for (TextPattern pattern : values()) {
      if (pattern.id.equals(id)) {
        return pattern;
      }
    }
    return null;
  }

  static String fold(String text) {
    return TextRules.capitals(Folding.code(text));
  }

  /** Whether the folded text is such a number. */
  boolean fits(String text) {
    return switch (this) {
      case CORPORATE_NUMBER -> digits(text, 13) && corporateCheck(text);
      case INVOICE_NUMBER -> text.startsWith("T") && digits(text.substring(1), 13);
      case CARE_INSURED_NUMBER -> digits(text, 10);
      case INSURER_NUMBER -> (digits(text, 6) || digits(text, 8)) && weighted(text) % 10 == 0;
      case RESIDENCE_CARD_NUMBER ->
          text.length() == 12
              && letters(text.substring(0, 2))
              && digits(text.substring(2, 10), 8)
              && letters(text.substring(10));
    };
  }

  private static boolean digits(String text, int count) {
    return text.length() == count && TextRules.digits(text);
  }

  private static boolean letters(String text) {
    return text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  private static boolean corporateCheck(String text) {
    int sum = 0;
    for (int n = 1; n <= 12; n++) {
      sum += (text.charAt(13 - n) - '0') * (n % 2 == 1 ? 1 : 2);
    }
    return text.charAt(0) - '0' == 9 - sum % 9;
  }

  /** The digits added up, every second one from the right doubled and its digits added. */
  private static int weighted(String text) {
    int sum = 0;
    for (int n = 0; n < text.length(); n++) {
      int digit = text.charAt(text.length() - 1 - n) - '0';
      int weighted = n % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum;
  }
}
