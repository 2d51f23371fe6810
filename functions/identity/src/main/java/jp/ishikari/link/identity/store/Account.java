package jp.ishikari.link.identity.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import jp.ishikari.link.forms.SearchKey;

/**
 * A resident's account under our own id.
 *
 * @param claims what the provider said, code point for code point, by OpenID Connect name
 * @param source which provider that was
 * @param asOf the day on which it said so
 * @param lastSignInAt the sign-in before the present one; null at the first
 */
public record Account(
    String accountId,
    Map<String, String> claims,
    String source,
    LocalDate asOf,
    Instant lastSignInAt) {

  /**
   * Whether somebody is called otherwise or lives elsewhere than before, however it is spelt. What
   * was not said is not known.
   */
  public static boolean moved(Map<String, String> before, Map<String, String> after) {
    return Stream.of("name", "address")
        .filter(claim -> before.containsKey(claim) && after.containsKey(claim))
        .anyMatch(claim -> !fold(before.get(claim)).equals(fold(after.get(claim))));
  }

  private static String fold(String claim) {
    return SearchKey.fold(claim).replaceAll("[\\s\\u3000]", "");
  }
}
