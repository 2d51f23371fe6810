package jp.ishikari.link.localcloud.idp;

/** The HTML of the page where a person signs, with every way in which that can fail. */
final class SigningHtml {

  private SigningHtml() {}

  static String of(People people, String problem, String csrf) {
    var body = new StringBuilder();
    switch (problem) {
      case "wrong" -> SignInHtml.problem(body, "パスワードが違います", "カードを選び、署名用パスワードをもう一度入力してください。");
      case "locked" ->
          SignInHtml.problem(body, "しばらく署名できません", "続けて間違えたため、このカードを一時的に止めています。少し待ってください。");
      default -> {}
    }
    body.append("<p>本物のカードは使いません。架空の住民を選んで、署名したことにします。</p>\n");
    body.append("<form method=\"post\" action=\"/login\">\n").append(SignInHtml.hidden(csrf));
    body.append("<fieldset><legend>カードを選ぶ</legend>\n");
    for (var person : people.all()) {
      if (person instanceof Person.Resident resident && resident.signingPassword() != null) {
        SignInHtml.card(body, resident, "署名用パスワード " + resident.signingPassword());
      }
    }
    body.append("</fieldset>\n<fieldset><legend>署名用電子証明書の状態</legend>\n");
    for (var state : SigningDesk.Certificate.values()) {
      body.append("<label class=\"person\"><input type=\"radio\" name=\"certificate\" value=\"");
      body.append(state.name()).append(state.ordinal() == 0 ? "\" checked>" : "\">");
      body.append(state.label()).append("</label>\n");
    }
    body.append("</fieldset>\n<fieldset><legend>市役所に返す署名の形</legend>\n");
    for (var shape : SigningDesk.Shape.values()) {
      body.append("<label class=\"person\"><input type=\"radio\" name=\"shape\" value=\"");
      body.append(shape.name()).append(shape.ordinal() == 0 ? "\" checked>" : "\">");
      body.append(shape.label()).append("</label>\n");
    }
    body.append(
        """
        </fieldset>
        <div class="field"><label for="password">署名用パスワード（英数字6〜16文字）</label>
        <input id="password" name="password" type="password" maxlength="16" autocomplete="off"
         autocapitalize="characters" spellcheck="false" required></div>
        <button type="submit">署名する</button>
        </form>
        <form method="post" action="/cancel">
        """);
    body.append(SignInHtml.hidden(csrf));
    body.append(
        """
        <h2>うまくいかない場合を試す</h2>
        <button class="quiet" type="submit" name="reason" value="cancel">キャンセルする</button>
        <button class="quiet" type="submit" name="reason" value="signing-password-locked">署名用パスワードがロックされている</button>
        <button class="quiet" type="submit" name="reason" value="no-certificate">署名用電子証明書が入っていない</button>
        </form>
        """);
    return SignInHtml.page(ProviderKind.RESIDENT, "マイナンバーカードで署名（シミュレーター）", body.toString());
  }
}
