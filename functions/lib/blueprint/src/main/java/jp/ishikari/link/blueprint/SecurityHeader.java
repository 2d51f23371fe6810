package jp.ishikari.link.blueprint;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What every page of the portal, kiosk and staff console tells the browser to refuse; {@link
 * #ofAnswers} go with every answer of the APIs too.
 */
public enum SecurityHeader {
  /**
   * Only our own files run; nothing inline, nothing framed, no form leaves. Pictures of a form
   * travel inside its definition, so images may be data.
   */
  CONTENT_SECURITY_POLICY(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'"),
  X_CONTENT_TYPE_OPTIONS("nosniff"),
  /** Addresses hold application ids; other sites learn none. */
  REFERRER_POLICY("same-origin"),
  PERMISSIONS_POLICY("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
  CROSS_ORIGIN_OPENER_POLICY("same-origin"),
  /** No other site shows what is ours, as a picture or in any other way. */
  CROSS_ORIGIN_RESOURCE_POLICY("same-origin"),
  /** Browsers come over TLS only, once they were here; they ignore it over plain http. */
  STRICT_TRANSPORT_SECURITY("max-age=" + SecurityHeader.TLS_ONLY_SECONDS + "; includeSubDomains");

  /** Two years. */
  public static final int TLS_ONLY_SECONDS = 63_072_000;

  private final String value;

  SecurityHeader(String value) {
    this.value = value;
  }

  /** What an answer that is not a page carries as well. */
  public static Set<SecurityHeader> ofAnswers() {
    return EnumSet.of(CROSS_ORIGIN_RESOURCE_POLICY, STRICT_TRANSPORT_SECURITY);
  }

  /**
   * The policy of pages from which files are sent.
   *
   * @param origins of the buckets that take them; nothing else of the pages leads there
   */
  public static String policySendingTo(List<String> origins) {
    String own = "connect-src 'self'";
    return CONTENT_SECURITY_POLICY.value.replace(own, own + " " + String.join(" ", origins));
  }

  /** {@code CONTENT_SECURITY_POLICY} → {@code content-security-policy}. */
  public String header() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String value() {
    return value;
  }
}
