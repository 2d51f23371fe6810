package jp.ishikari.link.edge;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Cookies of one host. Name and attributes follow from the scheme of the host's origin: https gives
 * {@code __Host-} and Secure, http neither (Chromium 72 drops both on http).
 */
public record Cookies(String origin) {

  /** Full name of a cookie on this host. */
  public String name(String plain) {
    return secure() ? "__Host-" + plain : plain;
  }

  /**
   * A Set-Cookie value that JavaScript cannot read and other sites cannot send with unsafe
   * requests.
   */
  public String set(String plain, String value, Duration age) {
    return name(plain)
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
        + age.toSeconds()
        + (secure() ? "; Secure" : "");
  }

  /** A Set-Cookie value that removes the cookie. */
  public String clear(String plain) {
    return set(plain, "", Duration.ZERO);
  }

  private boolean secure() {
    return "https".equals(URI.create(origin).getScheme());
  }

  /**
   * The one value of a cookie over all Cookie headers; empty when there is none or when they
   * disagree.
   */
  public static Optional<String> value(List<String> cookieHeaders, String name) {
    List<String> values =
        cookieHeaders.stream()
            .flatMap(header -> List.of(header.split(";")).stream())
            .map(String::strip)
            .filter(pair -> pair.startsWith(name + "="))
            .map(pair -> pair.substring(name.length() + 1))
            .distinct()
            .toList();
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }
}
