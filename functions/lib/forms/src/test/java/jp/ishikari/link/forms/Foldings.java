package jp.ishikari.link.forms;

import java.util.List;

/** The foldings by the names that the shared vectors and the fuzz give them. */
final class Foldings {
  static final List<String> KINDS =
      List.of(
          "plain", "code", "postal", "phone", "email", "mailbox", "number", "area", "copies",
          "kana", "zengin");

  private Foldings() {}

  /**
   * A text; of a number the number, {@code integer} when it is not whole, null when it is none; of
   * one with a unit the number or why there is none.
   */
  static Object of(String kind, String text) {
    return switch (kind) {
      case "plain" -> Folding.plain(text);
      case "code" -> Folding.code(text);
      case "postal" -> Folding.postal(text);
      case "phone" -> Folding.phone(text);
      case "email" -> Folding.email(text);
      case "mailbox" -> new EmailAddress(text).mailbox();
      case "kana" -> Kana.fold(text);
      case "zengin" -> Zengin.fold(text);
      case "number" ->
          switch (TypedNumber.read(text)) {
            case TypedNumber.Whole(long value) -> value;
            case TypedNumber.NotWhole notWhole -> "integer";
            default -> null;
          };
      case "area" -> typed(TypedNumber.read(text, "㎡", 1));
      case "copies" -> typed(TypedNumber.read(text, "通", 0));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static Object typed(TypedNumber number) {
    return switch (number) {
      case TypedNumber.Whole(long value) -> value;
      case TypedNumber.Decimal(String text) -> text;
      case TypedNumber.NotWhole notWhole -> "integer";
      case TypedNumber.TooFine fine -> "decimals";
      case TypedNumber.OtherUnit other -> "unit";
      case TypedNumber.Unreadable unreadable -> "type";
    };
  }
}
