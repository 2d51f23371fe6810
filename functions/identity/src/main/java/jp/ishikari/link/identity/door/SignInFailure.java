package jp.ishikari.link.identity.door;

import jp.ishikari.link.edge.Problem;

/** Why a sign-in ended without a session. */
public enum SignInFailure {
  CANCELLED(200, "途中で取り消されました。もう一度お試しください。"),
  LOCKED(200, "暗証番号がロックされています。市役所の窓口で再設定の手続きをしてください。"),
  SIGNING_PASSWORD_LOCKED(
      200, "署名用電子証明書のパスワード（英数字6〜16文字）がロックされています。カードを持って、市役所の窓口で再設定の手続きをしてください。"),
  NO_SIGNING_CERTIFICATE(200, "このカードには署名用電子証明書が入っていません（15歳未満の方や、発行を希望しなかった方など）。この手続は窓口で申請できます。"),
  OTHER_PERSON(
      400,
      "署名に使われたカードは、いまログインしているアカウントのカードではありません。ご本人のカードで、もう一度署名してください。カードをこのアカウントに追加していない方は、いったんログアウトし、マイナンバーカードでログインして申請してください。"),
  WRITTEN_ANEW(409, "署名している間に、申請の内容が変わったか期限が過ぎました。内容を確かめて、もう一度署名してください。"),
  NOTHING_TO_SIGN(404, "署名を待っている申請はありません。期限が過ぎたか、すでに送信が終わっています。"),
  PAIRING_OVER(400, "パソコンは、もうこの本人確認を待っていません（時間切れか、取り消されました）。パソコンの画面で、もう一度はじめてください。"),
  UNKNOWN_OR_REPEATED(400, "このログインは有効期限が切れているか、すでに使われています。はじめからやり直してください。"),
  OTHER_BROWSER(400, "ログインを始めたブラウザーと違います。はじめからやり直してください。"),
  VISIT_ENDED(403, "窓口の端末の利用が終わっています。はじめの画面からやり直してください。"),
  NOT_PROVEN(400, "本人確認の結果を確かめられませんでした。はじめからやり直してください。"),
  PROVIDER_AWAY(503, "本人確認サービスにつながりません。しばらくたってからやり直してください。"),
  TAKEN(
      409,
      "この方法は、別のアカウントで使われているため、追加していません。そのアカウントを使うときは、いったんログアウトして、この方法でログインしてください。2つのアカウントを1つにすることはできません。"),
  ANOTHER_PERSON(409, "このアカウントの方とは違う方の本人確認でした。アカウントには、ご本人の方法だけを追加できます。"),
  PROOF_FIRST(403, "このアカウントでは、前に別のカードやアプリで本人確認をしています。そのカードやアプリで、本人確認をしてください。"),
  SESSION_GONE(401, "ログインが切れていたため、追加しませんでした。もう一度ログインしてから追加してください。"),
  NOT_RECENT(403, "安全のため、ログインしてから10分以内に追加してください。いったんログアウトし、もう一度ログインしてください。"),
  TOO_OFTEN(429, "短い時間に操作が続いたため、受け付けませんでした。10分ほどたってから、もう一度お試しください。お急ぎのときは、市役所に電話でお問い合わせください。"),
  NETWORK_REFUSED(403, "この場所（接続元）からは、あなたの役割では利用できません。庁内の端末から利用するか、システム管理者に連絡してください。"),
  NOT_REGISTERED(403, "この職員IDは登録されていません。利用者管理者に連絡してください。");

  private final int status;
  private final String sentence;

  SignInFailure(int status, String sentence) {
    this.status = status;
    this.sentence = sentence;
  }

  /** What a provider's own word means; whatever it does not say is a change of mind. */
  static SignInFailure told(String description) {
    return switch (description) {
      case "pin_locked" -> LOCKED;
      case "signing_password_locked" -> SIGNING_PASSWORD_LOCKED;
      case "no_signing_certificate" -> NO_SIGNING_CERTIFICATE;
      case null, default -> CANCELLED;
    };
  }

  /** The same, to a page that asked by itself. */
  public Problem problem() {
    return switch (this) {
      case TAKEN -> Problem.WAY_TAKEN;
      case PROOF_FIRST -> Problem.PROOF_REQUIRED;
      case NOT_RECENT -> Problem.RECENT_SIGN_IN_REQUIRED;
      default -> Problem.SIGN_IN_REQUIRED;
    };
  }

  int status() {
    return status;
  }

  String sentence() {
    return sentence;
  }
}
