package jp.ishikari.link.identity.residents;

import jp.ishikari.link.identity.store.EmailCode;

/** What the mails about an address say. Nothing personal stands in them but the code itself. */
public record EmailText(String subject, String body) {
  private static final String NEVER_TOLD = "確認番号は、だれにも教えないでください。市の職員がおたずねすることもありません。\n";
  private static final String NO_ANSWER = "\n※このメールは自動でお送りしています。返信いただいてもお答えできません。\n";

  /** A code that shows that whoever enters it reads this address. */
  static EmailText withCode(EmailCode.Purpose purpose, String code, String siteName) {
    return new EmailText(
        "確認番号のお知らせ",
        siteName
            + "の"
            + named(purpose)
            + "に使う確認番号です。\n\n確認番号　"
            + code.replaceAll("(\\d{4})(?=\\d)", "$1 ")
            + "\n\n番号をたずねた画面に入力してください。10分以内に、1回だけ使えます。\n"
            + NEVER_TOLD
            + "\n■心当たりがないとき\n"
            + "だれかがメールアドレスを間違えて入力したと思われます。番号を入力しなければ何も起こりません。このメールを削除してください。\n"
            + NO_ANSWER
            + siteName
            + "（石狩市）\n");
  }

  private static String named(EmailCode.Purpose purpose) {
    return switch (purpose) {
      case SIGN_IN -> "ログイン";
      case CONTACT -> "連絡先メールアドレスの登録";
      case ATTACH -> "ログインの方法の追加";
      case NOTICES -> "申請のお知らせを受け取るメールアドレスの確認";
    };
  }

  /** To the address that is given up. */
  public static EmailText replaced(String siteName) {
    return new EmailText(
        "連絡先メールアドレスの変更",
        siteName
            + "に登録されていた連絡先メールアドレスが、このアドレスから別のアドレスに変わります。\n"
            + "\n■心当たりがないとき\n"
            + siteName
            + "にログインして、「ログインの記録」でほかの端末からログアウトし、連絡先メールアドレスを登録し直してください。"
            + "ログインできないときは、市役所の窓口へご連絡ください。\n"
            + NO_ANSWER
            + siteName
            + "（石狩市）\n");
  }

  String subject(String siteName) {
    return "【" + siteName + "】" + subject;
  }
}
