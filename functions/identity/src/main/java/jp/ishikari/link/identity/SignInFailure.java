package jp.ishikari.link.identity;

/** Why a sign-in ended without a session. */
enum SignInFailure {
  CANCELLED(200, "ログインが取り消されました。もう一度お試しください。"),
  LOCKED(200, "暗証番号がロックされています。市役所の窓口で再設定の手続きをしてください。"),
  UNKNOWN_OR_REPEATED(400, "このログインは有効期限が切れているか、すでに使われています。はじめからやり直してください。"),
  OTHER_BROWSER(400, "ログインを始めたブラウザーと違います。はじめからやり直してください。"),
  NOT_PROVEN(400, "本人確認の結果を確かめられませんでした。はじめからやり直してください。"),
  PROVIDER_AWAY(503, "本人確認サービスにつながりません。しばらくたってからやり直してください。"),
  NETWORK_REFUSED(403, "この場所（接続元）からは、あなたの役割では利用できません。庁内の端末から利用するか、システム管理者に連絡してください。"),
  NOT_REGISTERED(403, "この職員IDは登録されていません。利用者管理者に連絡してください。");

  private final int status;
  private final String sentence;

  SignInFailure(int status, String sentence) {
    this.status = status;
    this.sentence = sentence;
  }

  int status() {
    return status;
  }

  String sentence() {
    return sentence;
  }
}
