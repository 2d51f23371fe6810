package jp.ishikari.link.domain;

import java.text.Normalizer;
import java.util.Locale;
import jp.ishikari.link.forms.Folding;

/** What people take two names for when they read them: the same, or not. Never stored as a name. */
public final class NameAsRead {
  private NameAsRead() {}

  /**
   * Equal for names that differ in width, case, spaces, dashes and characters that nobody sees, and
   * in nothing else.
   */
  public static String of(String name) {
    return Folding.compact(Normalizer.normalize(name, Normalizer.Form.NFKC))
        .toLowerCase(Locale.ROOT);
  }
}
