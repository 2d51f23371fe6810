package jp.ishikari.link.payments;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.EntryHandler;

/** Started by the cloud's runtime; the entry is compiled in. */
public final class PaymentsResidentHandler extends EntryHandler {
  public PaymentsResidentHandler() {
    super(Entry.PAYMENTS_RESIDENT);
  }
}
