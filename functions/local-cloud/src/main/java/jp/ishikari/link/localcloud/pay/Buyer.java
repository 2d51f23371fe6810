package jp.ishikari.link.localcloud.pay;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What somebody before the gateway's page can do; each is a button. */
enum Buyer {
  PAY("支払う", "card"),
  DECLINED("カード会社に断られる", "card"),
  NOT_AUTHENTICATED("本人認証（3Dセキュア）に失敗する", "card"),
  PAY_AND_CLOSE("支払ってから画面を閉じる", "card"),
  PAY_TWICE("二重に支払う", "card"),
  PAY_OTHER_AMOUNT("違う金額が引き落とされる", "card"),
  PAY_OTHER_CURRENCY("違う通貨で引き落とされる", "card"),
  ISSUE_SLIP("払込番号を発行する", "konbini"),
  /** Only on the operator's page: what happens in shops, at card companies and with time. */
  PAY_SLIP("店で支払う", "operator"),
  LET_SLIP_EXPIRE("期限まで支払わない", "operator"),
  LET_PAGE_EXPIRE("画面の期限が過ぎる", "operator"),
  REFUND_ARRIVES("返金が終わる", "operator"),
  CHARGE_BACK("カード会社が取り消す（チャージバック）", "operator"),
  WIN_CHARGE_BACK("チャージバックが取り下げられる", "operator"),
  LEAVE("やめて市のページに戻る", "any");

  private final String label;
  private final String where;

  Buyer(String label, String where) {
    this.label = label;
    this.where = where;
  }

  String label() {
    return label;
  }

  boolean byOperator() {
    return where.equals("operator");
  }

  static Optional<Buyer> find(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }

  /** What the page for a way to pay offers; one of GMO's takes money once for an order. */
  static List<Buyer> of(Session session) {
    var slip = session.method().equals("konbini");
    return Arrays.stream(values())
        .filter(one -> !one.byOperator())
        .filter(one -> one != PAY_TWICE || session.dialect() == Dialect.KOMOJU)
        .filter(one -> one.where.equals("any") || one.where.equals("konbini") == slip)
        .toList();
  }
}
