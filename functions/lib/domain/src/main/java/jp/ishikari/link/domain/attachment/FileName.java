package jp.ishikari.link.domain.attachment;

import java.text.Normalizer;

/**
 * A file's name as it is shown: composed (Apple's systems hand over か and ゛ apart), without a path,
 * without what nobody sees or what turns the direction of writing, short enough for a line. It is
 * for people alone: nothing is looked up, stored or told apart by it.
 */
public final class FileName {
  /** Code points. */
  public static final int LENGTH = 100;

  private static final String NAMELESS = "名前のないファイル";

  private FileName() {}

  public static String shown(String sent) {
    String name = Normalizer.normalize(sent, Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    StringBuilder kept = new StringBuilder();
    name.codePoints().filter(FileName::isSeen).forEach(kept::appendCodePoint);
    String seen = kept.toString().strip();
    if (seen.isEmpty() || seen.chars().allMatch(c -> c == '.')) {
      return NAMELESS;
    }
    int length = seen.codePointCount(0, seen.length());
    return length <= LENGTH ? seen : shortened(seen);
  }

  /** The beginning, and the ending that tells people what it is. */
  private static String shortened(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot >= 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
    int kept = LENGTH - 1 - ending.codePointCount(0, ending.length());
    return name.substring(0, name.offsetByCodePoints(0, kept)) + "…" + ending;
  }

  private static boolean isSeen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
