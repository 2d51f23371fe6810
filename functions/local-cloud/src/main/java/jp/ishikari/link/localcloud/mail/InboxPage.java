package jp.ishikari.link.localcloud.mail;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The inbox as one page of HTML without script. */
final class InboxPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy年M月d日 H時mm分ss秒").withZone(ZoneId.of("Asia/Tokyo"));
  private static final int MOST_SHOWN = 200;

  /** Wide text wraps, so that the page is readable at 320 px and at 400 %. */
  static final String STYLE =
      """
      body { margin: 0 auto; max-width: 48rem; padding: 1rem; color: #1a1a1a; background: #f5f5f5;
        font-family: sans-serif; line-height: 1.7; overflow-wrap: anywhere; }
      h1 { font-size: 1.5rem; }
      .note { border-left: 0.5rem solid #b45309; background: #fff; padding: 0.5rem 1rem; }
      article { background: #fff; border: 1px solid #767676; border-radius: 0.5rem;
        margin: 1rem 0; padding: 0.5rem 1rem 1rem; }
      h2 { font-size: 1.125rem; margin: 0.5rem 0; }
      dl { margin: 0; }
      dt { font-weight: bold; float: left; clear: left; margin-right: 0.5rem; }
      dd { margin: 0; }
      pre { white-space: pre-wrap; font: inherit; border-top: 1px solid #ccc; margin: 0.75rem 0 0;
        padding-top: 0.75rem; }
      form { display: inline-block; margin: 0.75rem 0.75rem 0 0; }
      button { font: inherit; min-height: 2.75rem; padding: 0.25rem 1rem; background: #fff;
        color: #00488a; border: 2px solid #00488a; border-radius: 0.5rem; cursor: pointer; }
      a { color: #00488a; }
      a:focus, button:focus { outline: 4px solid #000; outline-offset: 2px; background: #ffd43d; }
      """;

  private InboxPage() {}

  static String of(List<KeptMessage> newestFirst) {
    var html = new StringBuilder();
    html.append(
        """
        <!doctype html>
        <html lang="ja">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>届いたメールとSMS（ローカル環境）</title>
        <link rel="stylesheet" href="/inbox.css">
        </head>
        <body>
        <main>
        <h1>届いたメールとSMS</h1>
        <p class="note">ローカル環境の受信箱です。ここにあるものは、実際には送られていません。</p>
        """);
    html.append("<p>").append(newestFirst.size()).append("件（新しい順");
    if (newestFirst.size() > MOST_SHOWN) {
      html.append("、").append(MOST_SHOWN).append("件まで表示");
    }
    html.append("） <a href=\"/\">最新の状態にする</a></p>\n");
    newestFirst.stream().limit(MOST_SHOWN).forEach(message -> append(html, message));
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void append(StringBuilder html, KeptMessage message) {
    var heading =
        switch (message.kind()) {
          case MAIL -> message.subject().isEmpty() ? "（件名なし）" : message.subject();
          case SMS -> "SMS";
        };
    html.append("<article>\n<h2>").append(escape(heading)).append("</h2>\n<dl>\n");
    term(html, "種類", message.kind() == KeptMessage.Kind.MAIL ? "メール" : "SMS");
    term(html, "日時", TIME.format(message.at()));
    term(html, "差出人", message.from());
    term(html, "宛先", String.join("、", message.to()));
    term(html, "CC", String.join("、", message.cc()));
    term(html, "BCC", String.join("、", message.bcc()));
    message.headers().forEach(header -> term(html, header.name(), header.value()));
    html.append("</dl>\n<pre>");
    html.append(escape(message.text().isEmpty() ? message.html() : message.text()));
    html.append("</pre>\n");
    if (message.kind() == KeptMessage.Kind.MAIL) {
      for (var outcome : Feedback.values()) {
        html.append("<form method=\"post\" action=\"")
            .append(Mail.FEEDBACK)
            .append(escape(message.id()))
            .append('/')
            .append(outcome)
            .append("\"><button>")
            .append(outcome.label())
            .append("</button></form>\n");
      }
    }
    html.append("</article>\n");
  }

  private static void term(StringBuilder html, String name, String value) {
    if (!value.isEmpty()) {
      html.append("<dt>").append(escape(name)).append("</dt><dd>");
      html.append(escape(value)).append("</dd>\n");
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
