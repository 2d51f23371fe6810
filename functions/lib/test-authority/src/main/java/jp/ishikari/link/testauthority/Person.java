package jp.ishikari.link.testauthority;

/**
 * An invented holder of a card, as the card writes them.
 *
 * @param birth digit of the era and Gregorian date, {@code EYYYYMMDD}
 */
public record Person(
    String name, String nameFlags, String sex, String birth, String address, String addressFlags) {

  /** Nothing about this name or address needed a substitute. */
  public static Person plain(String name, String sex, String birth, String address) {
    return new Person(name, zeros(name), sex, birth, address, zeros(address));
  }

  /** A resident of Ishikari who does not exist. */
  public static Person sample() {
    return plain("石狩　花子", "2", "419900401", "北海道石狩市花川北６条１丁目３０－２");
  }

  private static String zeros(String text) {
    return "0".repeat(text.codePointCount(0, text.length()));
  }
}
