package jp.ishikari.link.localcloud.pay;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The gateway's own pages, without script. */
final class PayPages {
  /** Wide text wraps, so that the page is readable at 320 px and at 400 %. */
  static final String STYLE =
      """
      body { margin: 0 auto; max-width: 40rem; padding: 1rem; color: #1a1a1a; background: #f5f5f5;
        font-family: sans-serif; line-height: 1.7; overflow-wrap: anywhere; }
      h1 { font-size: 1.5rem; }
      .note { border-left: 0.5rem solid #b45309; background: #fff; padding: 0.5rem 1rem; }
      .wrong { border-left: 0.5rem solid #c00; background: #fff; padding: 0.5rem 1rem; }
      .amount { font-size: 2rem; font-weight: bold; }
      article { background: #fff; border: 1px solid #767676; border-radius: 0.5rem;
        margin: 1rem 0; padding: 0.5rem 1rem 1rem; }
      h2 { font-size: 1.125rem; margin: 0.5rem 0; }
      form { margin: 0.75rem 0 0; }
      button { font: inherit; min-height: 2.75rem; padding: 0.25rem 1rem; background: #fff;
        color: #00488a; border: 2px solid #00488a; border-radius: 0.5rem; cursor: pointer; }
      button:focus, a:focus { outline: 4px solid #000; outline-offset: 2px; background: #ffd43d; }
      """;

  private static final Map<String, String> METHODS =
      Map.of("credit_card", "クレジットカード", "konbini", "コンビニ払い", "paypay", "PayPay");

  private PayPages() {}

  /**
   * Where somebody pays.
   *
   * @param wrong what went wrong just now; empty where nothing did
   */
  static String pay(Session session, String wrong) {
    var html = new StringBuilder(head("お支払い（決済サービスの見本）"));
    html.append("<h1>お支払い</h1>\n<p class=\"note\">決済サービスの見本（")
        .append(session.dialect())
        .append("）です。お金は動きません。</p>\n");
    html.append("<p class=\"amount\">%,d円</p>\n".formatted(session.amount()));
    html.append("<p>").append(escape(method(session))).append("</p>\n");
    if (!wrong.isEmpty()) {
      html.append("<p class=\"wrong\" role=\"alert\">").append(escape(wrong)).append("</p>\n");
    }
    if (session.status().equals("pending")) {
      Buyer.of(session).forEach(one -> button(html, session, one));
      session.methods().stream()
          .filter(one -> !one.equals(session.method()))
          .forEach(
              one ->
                  html.append(
                      form(
                          "/sessions/" + session.id() + "/methods/" + one,
                          METHODS.getOrDefault(one, one) + "に変える")));
    } else {
      html.append("<p>この支払いの画面は、もう使えません。</p>\n");
      button(html, session, Buyer.LEAVE);
    }
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  /** What is left when somebody closed the window after paying, or drew up a slip. */
  static String over(String text) {
    return head("お支払い（決済サービスの見本）")
        + "<h1>"
        + escape(text)
        + "</h1>\n<p>この画面を閉じてください。</p>\n</main>\n</body>\n</html>\n";
  }

  /** The operator's page: everything there is, and what can be made happen. */
  static String ledger(List<Session> sessions, Mode now) {
    var html = new StringBuilder(head("決済サービスの見本（ローカル環境）"));
    html.append("<h1>決済サービスの見本</h1>\n");
    html.append("<p class=\"note\">お金は動きません。いまの動き方：").append(now.label()).append("</p>\n");
    for (var mode : Mode.values()) {
      html.append(form("/modes/" + mode, mode.label()));
    }
    for (var dialect : Dialect.values()) {
      var file =
          dialect.name().toLowerCase(Locale.ROOT)
              + "-"
              + LocalDate.now(ZoneId.of("Asia/Tokyo"))
              + ".csv";
      html.append("<p><a href=\"/settlements/" + file + "\">きょうの精算ファイル（" + file + "）</a></p>\n");
    }
    for (var session : sessions) {
      html.append("<article>\n<h2>%,d円　".formatted(session.amount()));
      html.append(escape(method(session))).append("</h2>\n<p>");
      html.append(escape(session.reference() + "　" + session.status())).append("</p>\n");
      for (var payment : session.payments()) {
        html.append("<p>")
            .append(
                escape(
                    "%s　%,d円　%s　返金 %,d円"
                        .formatted(
                            payment.id(), payment.amount(), payment.status(), payment.refunded())))
            .append("</p>\n");
        offered(payment).forEach(one -> button(html, session, one));
      }
      if (session.status().equals("pending")) {
        button(html, session, Buyer.LET_PAGE_EXPIRE);
      }
      html.append("</article>\n");
    }
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  /** What can be made happen to one payment. */
  private static List<Buyer> offered(Session.Payment payment) {
    if (payment.status().equals("authorized")) {
      return List.of(Buyer.PAY_SLIP, Buyer.LET_SLIP_EXPIRE);
    }
    if (payment.chargedBack() > 0) {
      return List.of(Buyer.WIN_CHARGE_BACK);
    }
    if (payment.coming() > 0) {
      return List.of(Buyer.REFUND_ARRIVES);
    }
    return payment.status().equals("captured") && payment.method().equals("credit_card")
        ? List.of(Buyer.CHARGE_BACK)
        : List.of();
  }

  private static String method(Session session) {
    return METHODS.getOrDefault(session.method(), session.method());
  }

  private static void button(StringBuilder html, Session session, Buyer one) {
    html.append(form("/sessions/" + session.id() + "/" + one, one.label()));
  }

  private static String form(String action, String label) {
    return "<form method=\"post\" action=\""
        + escape(action)
        + "\"><button>"
        + escape(label)
        + "</button></form>\n";
  }

  private static String head(String title) {
    return """
        <!doctype html>
        <html lang="ja">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <link rel="stylesheet" href="/pay.css">
        </head>
        <body>
        <main>
        """
        .formatted(title);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
