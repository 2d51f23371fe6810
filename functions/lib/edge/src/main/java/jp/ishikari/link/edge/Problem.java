package jp.ishikari.link.edge;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one error body (RFC 9457). Codes are public API; docs/generated/problems.md lists them.
 * Titles are for the person who reads them on a phone.
 */
public enum Problem {
  UNREADABLE(400, "送信された内容を読み取れませんでした。"),
  TOO_LARGE(413, "送信された内容が大きすぎます。"),
  UNSUPPORTED_MEDIA_TYPE(415, "この形式では受け付けられません。"),
  SENDER_UNPROVEN(401, "送信元を確かめられませんでした。"),
  CLIENT_UNKNOWN(401, "連携先の鍵を確かめられませんでした。鍵、利用の期間、失効していないかを確かめてください。"),
  SIGN_IN_REQUIRED(401, "ログインが必要です。もう一度ログインしてください。"),
  ONE_TIME_CODE_REQUIRED(401, "ワンタイムコードの入力が必要です。"),
  PROOF_REQUIRED(403, "続けるには、マイナンバーカードなどでの本人確認が必要です。"),
  RECENT_SIGN_IN_REQUIRED(403, "安全のため、ログインしてから10分以内に操作してください。いったんログアウトし、もう一度ログインしてください。"),
  LAST_WAY(422, "ログインの方法がなくなるため、これだけは外せません。先に、ほかの方法を追加してください。"),
  WAY_TAKEN(
      409,
      "この方法は、別のアカウントで使われているため、追加していません。そのアカウントを使うときは、いったんログアウトして、この方法でログインしてください。2つのアカウントを1つにすることはできません。"),
  FORBIDDEN(403, "この操作を行う権限がありません。"),
  ORIGIN_REFUSED(403, "この画面からの操作は受け付けられません。画面を開き直してください。"),
  OTHER_SESSION(403, "このブラウザで、別の方がログインしました。この画面からは何も送信していません。画面を読み込み直してください。"),
  COUNTER_ONLY(403, "この操作は、市役所の窓口の端末でだけできます。端末の画面を、はじめから開き直してください。"),
  TERMINAL_REFUSED(403, "この端末は、窓口の端末として登録されていません。"),
  NOT_FOUND(404, "見つかりませんでした。"),
  ANSWERS_INVALID(400, "入力内容に誤りがあります。"),
  RULE_VIOLATED(422, "いまの状態ではこの操作はできません。"),
  CONFLICT(409, "ほかの操作が先に行われました。画面を読み込み直して確かめてください。"),
  FORM_CHANGED(409, "申請の様式が新しくなりました。入力内容を引き継いで、もう一度お確かめください。"),
  NOT_OPEN(422, "この手続は、いまは申請を受け付けていません。入力した内容はこの画面に残っています。"),
  SIGNATURE_REQUIRED(422, "この申請には、マイナンバーカードによる電子署名が必要です。"),
  SIGNATURE_OUTDATED(409, "署名したあとに内容が変わったか、署名の期限が過ぎました。もう一度署名してください。"),
  SIGNATURE_UNCONFIRMED(422, "署名用電子証明書が有効かどうかを確かめられなかったため、受け付けられません。時間をおいて署名し直すか、窓口で手続きしてください。"),
  SIGNATURE_UNRESOLVED(422, "署名がまだ確認されていません。署名の確認を済ませてから、受理してください。"),
  TOO_MANY_REQUESTS(429, "操作の回数が多すぎます。しばらくたってからやり直してください。"),
  STANDBY(503, "ただいま切り替え作業中です。しばらくたってからやり直してください。"),
  BUSY(503, "ただいま混み合っていて、処理できませんでした。少したってから、もう一度お試しください。"),
  TIMED_OUT(504, "時間内に処理を終えられませんでした。済んでいることもあるので、状況を確かめてから、もう一度お試しください。"),
  UNEXPECTED(500, "申し訳ありません。システムの不具合で処理できませんでした。");

  private final int status;
  private final String title;

  Problem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** Stable code, e.g. {@code sign-in-required}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One thing wrong at one place; {@code path} names the field. */
  public record FieldError(String path, String code, String message) {}

  public Response response() {
    return response(null, List.of());
  }

  public Response response(String detail) {
    return response(detail, List.of());
  }

  public Response response(List<FieldError> errors) {
    return response(null, errors);
  }

  /** The answer; {@code detail} null and {@code errors} empty are left out. */
  public Response response(String detail, List<FieldError> errors) {
    return Response.problem(
        new Body(
            "urn:ishikari-link:problem:" + code(),
            title,
            status,
            code(),
            detail,
            null,
            errors.isEmpty() ? null : errors));
  }

  /** The body on the wire; null members are left out. */
  public record Body(
      String type,
      String title,
      int status,
      String code,
      @Nullable String detail,
      @Nullable String correlationId,
      @Nullable List<FieldError> errors) {
    Body with(String correlation) {
      return new Body(type, title, status, code, detail, correlation, errors);
    }
  }
}
