package jp.ishikari.link.blueprint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A page of ours that needs no other file: between us and a provider, and for an address that leads
 * nowhere. It looks like the portal, and stands whatever else does not.
 */
public final class PlainPage {
  private static final String STYLE =
      """
      body{margin:0;font:17px/1.7 sans-serif;color:#1a1a1c;background:#fff}
      header{border-bottom:3px solid #0017c1;padding:12px 16px}
      header a{color:#0017c1;font-weight:700;text-decoration:none}
      main,footer{max-width:680px;margin:0 auto;padding:16px}
      h1{font-size:28px;line-height:1.4}
      a{color:#0017c1}
      a:focus{outline:4px solid #000;outline-offset:2px;background:#ffd43d;color:#000}
      .button{display:inline-block;min-height:24px;padding:12px 24px;border:2px solid #0017c1;border-radius:8px;background:#0017c1;color:#fff;text-decoration:none}
      footer{border-top:1px solid #949494;font-size:15px}
      """;

  /** The content policy of such a page: its own style, and nothing else. */
  public static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + digest(STYLE)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** What an address that leads nowhere is answered with, under the status 404. */
  public static final String NOT_FOUND =
      of(
          "",
          "ページが見つかりません",
          "<p>アドレスがまちがっているか、ページがなくなったか、表示する権限がありません。</p>"
              + "<p><a class=\"button\" href=\"/\">はじめのページへ</a></p>");

  private PlainPage() {}

  /**
   * The whole page.
   *
   * @param head more for its head
   * @param body what follows the heading
   */
  public static String of(String head, String title, String body) {
    return "<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + head
        + "<title>"
        + title
        + "｜"
        + CityHall.SITE
        + "</title><style>"
        + STYLE
        + "</style></head><body><header><a href=\"/\">"
        + CityHall.SITE
        + "</a></header><main><h1>"
        + title
        + "</h1>"
        + body
        + "</main><footer>%s　電話 %s（%s）</footer></body></html>"
            .formatted(CityHall.NAME, CityHall.PHONE, CityHall.HOURS);
  }

  private static String digest(String style) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
