package jp.ishikari.link.identity;

import jp.ishikari.link.edge.Response;

/**
 * The small pages between us and a provider. They continue by themselves and offer a link; never a
 * redirect, as iOS 12 loses SameSite cookies in a chain of redirects.
 */
final class Pages {
  private static final String CSP =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Pages() {}

  static Response goOn(String to, String label) {
    String link = escape(to);
    return page(
        200,
        "<meta http-equiv=\"refresh\" content=\"0;url=" + link + "\">",
        "移動しています",
        "<p><a href=\"" + link + "\">" + label + "</a></p>");
  }

  static Response failed(SignInFailure failure, String backTo) {
    return failed("ログインできませんでした", failure, backTo);
  }

  /** Whoever is signed in stays so. */
  static Response notAttached(SignInFailure failure, String backTo) {
    return failed("このアカウントに追加できませんでした", failure, backTo);
  }

  static Response notSigned(SignInFailure failure, String backTo) {
    return failed("署名できませんでした", failure, backTo);
  }

  private static Response failed(String title, SignInFailure failure, String backTo) {
    return page(
        failure.status(),
        "",
        title,
        "<p>" + failure.sentence() + "</p><p><a href=\"" + escape(backTo) + "\">もどる</a></p>");
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
            + "<p><a href=\"/\">ログインに進む</a></p>");
  }

  private static Response page(int status, String head, String title, String body) {
    return Response.page(
            status,
            "<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + head
                + "<title>"
                + title
                + "</title></head><body><main><h1>"
                + title
                + "</h1>"
                + body
                + "</main></body></html>")
        .with("Content-Security-Policy", CSP);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
