package jp.ishikari.link.payments.ledger;

import java.util.Map;
import jp.ishikari.link.domain.payment.Receipt;
import jp.ishikari.link.payments.store.LedgerLine;

/** Ways to pay in the words of accountants; what has none is shown as its gateway calls it. */
public final class Ways {
  private static final Map<String, String> LABELS =
      Map.of(
          "credit_card",
          "クレジットカード",
          "konbini",
          "コンビニエンスストア",
          "paypay",
          "PayPay",
          "bank_transfer",
          "銀行振込",
          Receipt.CASH,
          "窓口",
          LedgerLine.TRANSFER,
          "口座振込");

  private Ways() {}

  public static String label(String method) {
    return LABELS.getOrDefault(method, method);
  }
}
