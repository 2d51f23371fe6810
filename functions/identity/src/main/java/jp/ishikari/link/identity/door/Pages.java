package jp.ishikari.link.identity.door;

import jp.ishikari.link.blueprint.PlainPage;
import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.edge.Response;

/**
 * The small pages between us and a provider. They continue by themselves and offer a link; never a
 * redirect, as iOS 12 loses SameSite cookies in a chain of redirects.
 */
public final class Pages {
  private static final String KEPT = "入力した内容は消えていません。「もどる」を押すと、続きから入力できます。";
  private static final String MAY_BE_KEPT = "申請の途中だったときは、この画面で同じ手続の申請をもう一度開くと、続きから入力できます。";

  private Pages() {}

  public static Response goOn(String to, String label) {
    String link = escape(to);
    return page(
        200,
        "<meta http-equiv=\"refresh\" content=\"0;url=" + link + "\">",
        "移動しています",
        "<p><a class=\"button\" href=\"" + link + "\">" + label + "</a></p>");
  }

  public static Response failed(SignInFailure failure, String backTo) {
    return failed("ログインできませんでした", failure, backTo, whatWasTyped(backTo));
  }

  /** The same to staff, who have nothing typed yet. */
  public static Response staffFailed(SignInFailure failure, String backTo) {
    return failed("ログインできませんでした", failure, backTo, "");
  }

  /** Whoever is signed in stays so. */
  public static Response notAttached(SignInFailure failure, String backTo) {
    return failed("このアカウントに追加できませんでした", failure, backTo, "");
  }

  public static Response notSigned(SignInFailure failure, String backTo) {
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
  public static Response begun(String enrolmentCode) {
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
    return Response.page(status, PlainPage.of(head, title, body))
        .with("Content-Security-Policy", PlainPage.POLICY);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
