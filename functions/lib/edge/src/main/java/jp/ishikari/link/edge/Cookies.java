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
  /** A resident who signed in. */
  public static final String SESSION = "session";

  /** Staff who signed in. */
  public static final String STAFF_SESSION = "staff-session";

  /** A visit at the counter, whoever it is. */
  public static final String VISIT = "kiosk-visit";

  /** A resident who signed in at the counter: never the portal's, and nothing without the visit. */
  public static final String KIOSK_SESSION = "kiosk-session";

  /** A sign-in under way: the beginning of its name, which the way to sign in ends. */
  public static final String SIGN_IN = "sign-in-";

  /** A mail address that this browser confirmed by a code. */
  public static final String CONFIRMED_MAIL = "confirmed-mail";

  /** A signature under way. */
  public static final String SIGNING = "signing";

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

  /** The names of cookies of this host that begin so, without what the host adds. */
  public List<String> namesFrom(List<String> cookieHeaders, String plain) {
    String beginning = name(plain);
    return cookieHeaders.stream()
        .flatMap(header -> List.of(header.split(";")).stream())
        .map(pair -> pair.split("=")[0].strip())
        .filter(name -> name.startsWith(beginning))
        .map(name -> plain + name.substring(beginning.length()))
        .distinct()
        .toList();
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
