package jp.ishikari.link.payments;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class PaymentsCasesHandler extends EntryHandler {
  public PaymentsCasesHandler() {
    super(Entry.PAYMENTS_CASES);
  }
}
