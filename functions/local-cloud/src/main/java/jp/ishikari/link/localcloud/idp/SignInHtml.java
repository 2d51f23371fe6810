package jp.ishikari.link.localcloud.idp;

/** The HTML of the sign-in pages: no script, labelled fields, readable at 320 px. */
final class SignInHtml {
  static final String STYLE =
      """
      * { box-sizing: border-box; }
      body { margin: 0; color: #1a1a1a; background: #f2f4f7; font-family: sans-serif;
        line-height: 1.7; overflow-wrap: anywhere; }
      main { max-width: 36rem; margin: 0 auto; padding: 1rem; }
      header { background: #00488a; color: #fff; padding: 0.75rem 1rem; }
      header p { max-width: 34rem; margin: 0 auto; }
      h1 { font-size: 1.5rem; line-height: 1.4; }
      h2, legend { font-size: 1.125rem; font-weight: bold; }
      form, .sample, .problem { background: #fff; border: 1px solid #767676;
        border-radius: 0.5rem; padding: 1rem; margin: 0 0 1rem; }
      .problem { border: 3px solid #b3001b; }
      .problem h2 { color: #b3001b; margin: 0; }
      .sample { border: 2px dashed #b45309; }
      .sample h2 { margin: 0; }
      fieldset { border: 0; margin: 0 0 1rem; padding: 0; }
      label { display: block; font-weight: bold; }
      .person { position: relative; font-weight: normal; border: 2px solid #767676;
        border-radius: 0.5rem; margin: 0.5rem 0; padding: 0.75rem 0.75rem 0.75rem 3rem; }
      .person input { position: absolute; left: 0.75rem; top: 1rem; width: 1.5rem;
        height: 1.5rem; margin: 0; }
      .person strong { display: block; font-size: 1.125rem; }
      .field { margin: 0 0 1rem; }
      .field input, .field select { width: 100%; min-height: 3rem; font: inherit; padding: 0.5rem;
        border: 1px solid #1a1a1a; border-radius: 0.25rem; }
      .digits input { width: 8rem; letter-spacing: 0.25em; }
      button { display: block; width: 100%; min-height: 3rem; font: inherit; font-weight: bold;
        border: 2px solid #00488a; border-radius: 0.5rem; background: #00488a; color: #fff;
        margin: 0 0 0.75rem; padding: 0.5rem 1rem; cursor: pointer; }
      button.quiet { background: #fff; color: #00488a; }
      input:focus, select:focus, button:focus { outline: 4px solid #000; outline-offset: 2px;
        box-shadow: 0 0 0 2px #ffd43d; }
      """;

  private SignInHtml() {}

  static String of(ProviderSettings settings, String problem, String csrf) {
    return switch (settings.kind()) {
      case STAFF -> staff(settings.people(), problem, csrf);
      case RESIDENT -> card(settings.people(), problem, csrf);
      case XID -> xid(settings.people(), problem, csrf);
    };
  }

  static String notFromHere(ProviderKind kind) {
    return page(kind, title(kind), "<p>この画面からは始められません。いしかリンクの画面に戻り、ログインをもう一度選んでください。</p>\n");
  }

  private static String title(ProviderKind kind) {
    return switch (kind) {
      case STAFF -> "職員ログイン";
      case RESIDENT -> "マイナンバーカード（シミュレーター）";
      case XID -> "xIDアプリ（シミュレーター）";
    };
  }

  private static String staff(People people, String problem, String csrf) {
    var body = new StringBuilder();
    switch (problem) {
      case "wrong" -> problem(body, "ログインできませんでした", "ユーザー名かパスワードが違います。確かめて、もう一度入力してください。");
      case "locked" -> problem(body, "しばらくログインできません", "続けて間違えたため、一時的に止めています。少し待ってから、もう一度入力してください。");
      default -> {}
    }
    body.append("<form method=\"post\" action=\"/login\">\n").append(hidden(csrf));
    body.append(
        """
        <div class="field"><label for="username">ユーザー名</label>
        <input id="username" name="username" type="text" autocomplete="username"
         autocapitalize="none" spellcheck="false" required></div>
        <div class="field"><label for="password">パスワード</label>
        <input id="password" name="password" type="password" autocomplete="current-password"
         required></div>
        <button type="submit">ログインする</button>
        </form>
        """);
    body.append("<section class=\"sample\">\n<h2>サンプル</h2>\n");
    body.append("<p>架空の職員です。次のユーザー名で試せます。</p>\n<ul>\n");
    for (var person : people.all()) {
      body.append("<li><code>").append(escape(person.signInName())).append("</code> ");
      body.append(escape(person.name())).append("</li>\n");
    }
    body.append("</ul>\n</section>\n");
    return page(ProviderKind.STAFF, title(ProviderKind.STAFF), body.toString());
  }

  private static String card(People people, String problem, String csrf) {
    var body = new StringBuilder();
    switch (problem) {
      case "wrong" -> problem(body, "暗証番号が違います", "カードを選び、暗証番号4桁をもう一度入力してください。");
      case "locked" -> problem(body, "しばらく読み取れません", "続けて間違えたため、このカードを一時的に止めています。少し待ってください。");
      default -> {}
    }
    body.append("<p>本物のカードは使いません。架空の住民を選んで、読み取ったことにします。</p>\n");
    body.append("<form method=\"post\" action=\"/login\">\n").append(hidden(csrf));
    body.append("<fieldset><legend>カードを選ぶ</legend>\n");
    for (var person : people.all()) {
      if (person instanceof Person.Resident resident) {
        card(body, resident, "暗証番号 " + resident.pin());
      }
    }
    body.append("</fieldset>\n");
    body.append(
        """
        <div class="field digits"><label for="pin">暗証番号（数字4桁）</label>
        <input id="pin" name="password" type="password" inputmode="numeric" pattern="[0-9]{4}"
         maxlength="4" autocomplete="off" required></div>
        <button type="submit">カードを読み取る</button>
        </form>
        <form method="post" action="/cancel">
        """);
    body.append(hidden(csrf));
    body.append(
        """
        <h2>うまくいかない場合を試す</h2>
        <button class="quiet" type="submit" name="reason" value="cancel">キャンセルする</button>
        <button class="quiet" type="submit" name="reason" value="pin-locked">暗証番号がロックされている</button>
        </form>
        """);
    return page(ProviderKind.RESIDENT, title(ProviderKind.RESIDENT), body.toString());
  }

  private static String xid(People people, String problem, String csrf) {
    var body = new StringBuilder();
    switch (problem) {
      case "wrong" -> problem(body, "暗証番号が違います", "利用者を選び、暗証番号をもう一度入力してください。");
      case "locked" -> problem(body, "しばらく使えません", "続けて間違えたため、一時的に止めています。少し待ってください。");
      default -> {}
    }
    body.append("<p>本物のxIDアプリは使いません。架空の利用者を選んで、アプリで承認したことにします。</p>\n");
    body.append("<form method=\"post\" action=\"/login\">\n").append(hidden(csrf));
    body.append("<div class=\"field\"><label for=\"user\">利用者</label>\n");
    body.append("<select id=\"user\" name=\"username\">\n");
    for (var person : people.all()) {
      if (person instanceof Person.WithXid user) {
        body.append("<option value=\"").append(escape(user.signInName())).append("\">");
        body.append(escape(user.name())).append("（暗証番号1は ").append(escape(user.secret()));
        body.append("）</option>\n");
      }
    }
    body.append(
        """
        </select></div>
        <div class="field digits"><label for="pin">暗証番号1（認証用）</label>
        <input id="pin" name="password" type="password" inputmode="numeric" maxlength="4"
         autocomplete="off" required></div>
        <button type="submit">承認する</button>
        </form>
        <form method="post" action="/cancel">
        """);
    body.append(hidden(csrf));
    body.append(
        """
        <h2>うまくいかない場合を試す</h2>
        <button class="quiet" type="submit" name="reason" value="cancel">承認しない</button>
        <button class="quiet" type="submit" name="reason" value="pin-locked">暗証番号がロックされている</button>
        </form>
        """);
    return page(ProviderKind.XID, title(ProviderKind.XID), body.toString());
  }

  static void card(StringBuilder body, Person.Resident resident, String secret) {
    body.append("<label class=\"person\"><input type=\"radio\" name=\"username\" value=\"");
    body.append(escape(resident.sub())).append("\" required><strong>");
    body.append(escape(resident.name())).append("</strong>");
    body.append(escape(resident.nameKana())).append("<br>").append(escape(resident.address()));
    body.append("<br>").append(escape(secret)).append("</label>\n");
  }

  static void problem(StringBuilder body, String heading, String text) {
    body.append("<div class=\"problem\" role=\"alert\"><h2>").append(heading).append("</h2>\n<p>");
    body.append(text).append("</p></div>\n");
  }

  static String hidden(String csrf) {
    return "<input type=\"hidden\" name=\"_csrf\" value=\"" + escape(csrf) + "\">\n";
  }

  static String page(ProviderKind kind, String title, String body) {
    return """
    <!doctype html>
    <html lang="ja">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <link rel="stylesheet" href="/idp.css">
    </head>
    <body>
    <header><p>%s</p></header>
    <main>
    <h1>%s</h1>
    %s</main>
    </body>
    </html>
    """
        .formatted(
            title,
            switch (kind) {
              case STAFF -> "石狩市 職員認証（ローカル環境）";
              case RESIDENT -> "認証アプリの代わり（ローカル環境）";
              case XID -> "xIDアプリの代わり（ローカル環境）";
            },
            title,
            body);
  }

  static String escape(String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
  }
}
