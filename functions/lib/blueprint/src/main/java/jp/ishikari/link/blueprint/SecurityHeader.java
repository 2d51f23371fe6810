package jp.ishikari.link.blueprint;

import java.util.Locale;

/** What every page of the portal, kiosk and staff console tells the browser to refuse. */
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
  CROSS_ORIGIN_OPENER_POLICY("same-origin");

  private final String value;

  SecurityHeader(String value) {
    this.value = value;
  }

  /** {@code CONTENT_SECURITY_POLICY} → {@code content-security-policy}. */
  public String header() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String value() {
    return value;
  }
}
