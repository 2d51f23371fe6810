package jp.ishikari.link.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.edge.Response;

/**
 * The small pages between us and a provider. They look like the portal and need no other file, so
 * that they stand whatever else does not. They continue by themselves and offer a link; never a
 * redirect, as iOS 12 loses SameSite cookies in a chain of redirects.
 */
final class Pages {
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

  private static final String CSP =
      "default-src 'none'; style-src 'sha256-"
          + digest(STYLE)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String KEPT = "入力した内容は消えていません。「もどる」を押すと、続きから入力できます。";
  private static final String MAY_BE_KEPT = "申請の途中だったときは、この画面で同じ手続の申請をもう一度開くと、続きから入力できます。";

  private Pages() {}

  static Response goOn(String to, String label) {
    String link = escape(to);
    return page(
        200,
        "<meta http-equiv=\"refresh\" content=\"0;url=" + link + "\">",
        "移動しています",
        "<p><a class=\"button\" href=\"" + link + "\">" + label + "</a></p>");
  }

  static Response failed(SignInFailure failure, String backTo) {
    return failed("ログインできませんでした", failure, backTo, whatWasTyped(backTo));
  }

  /** The same to staff, who have nothing typed yet. */
  static Response staffFailed(SignInFailure failure, String backTo) {
    return failed("ログインできませんでした", failure, backTo, "");
  }

  /** Whoever is signed in stays so. */
  static Response notAttached(SignInFailure failure, String backTo) {
    return failed("このアカウントに追加できませんでした", failure, backTo, "");
  }

  static Response notSigned(SignInFailure failure, String backTo) {
    return failed("署名できませんでした", failure, backTo, "申請の内容は消えていません。");
  }

  /** What became of the input: a tab keeps it, a terminal keeps nothing. */
  private static String whatWasTyped(String backTo) {
    String apply = Screen.APPLY.path();
    if (backTo.startsWith(Screen.Site.KIOSK.prefix())) {
      return "";
    }
    boolean form =
        backTo.startsWith(apply.substring(0, apply.indexOf('{'))) || backTo.endsWith("/correct");
    return form ? KEPT : MAY_BE_KEPT;
  }

  private static Response failed(
      String title, SignInFailure failure, String backTo, String whatWasTyped) {
    return page(
        failure.status(),
        "",
        title,
        "<p>"
            + failure.sentence()
            + "</p>"
            + (whatWasTyped.isEmpty() ? "" : "<p>" + whatWasTyped + "</p>")
            + "<p><a class=\"button\" href=\""
            + escape(backTo)
            + "\">もどる</a></p>");
  }

  /** The enrolment code of who begins a new city. */
  static Response begun(String enrolmentCode) {
    return page(
        200,
        "",
        "はじめの管理者として登録しました",
        "<p>登録コード：<strong>"
            + enrolmentCode
            + "</strong></p><p>このコードはこの画面にだけ表示されます。控えてから、もう一度ログインして認証アプリを登録してください。</p>"
            + "<p><a class=\"button\" href=\"/\">ログインに進む</a></p>");
  }

  private static Response page(int status, String head, String title, String body) {
    return Response.page(
            status,
            "<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + head
                + "<title>"
                + title
                + "｜石狩市のオンライン市役所</title><style>"
                + STYLE
                + "</style></head><body><header><a href=\"/\">石狩市のオンライン市役所</a></header><main><h1>"
                + title
                + "</h1>"
                + body
                + "</main><footer>石狩市役所　電話 0133-72-3111（平日 8時45分〜17時15分）</footer></body></html>")
        .with("Content-Security-Policy", CSP);
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

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
