package jp.ishikari.link.payments.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.ishikari.link.blueprint.EventType;

/**
 * What came and went, by the day under which it is booked. Lines are written with their payment.
 */
public interface Ledger {

  /** Of one day, as they were put on record. */
  List<LedgerLine> of(LocalDate day);

  /** What happened at a gateway on a day, whenever it was booked; a moment behind. */
  List<LedgerLine> at(String gateway, LocalDate day);

  /** That somebody looked at it, or took it out; what it says is not shown before this stands. */
  void looked(EventType how, String staffId, LocalDate first, LocalDate last, Instant at);
}
