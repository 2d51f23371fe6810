package jp.ishikari.link.payments.store;

import java.time.LocalDate;
import java.util.List;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;

/** Keeps the cash of each division by day. */
public interface CashDays {

  /** Of one division (consistent); one without anything where nothing was recorded. */
  CashDay find(LocalDate day, String divisionId);

  /** Of all divisions that recorded any on a day (consistent). */
  List<CashDay> of(LocalDate day);

  /** Those before a day that are not closed, the oldest first. */
  List<CashDay> openBefore(LocalDate day);

  /** The next version, its event and the promise together, if it stands as it was read. */
  Outcome<NotSaved, CashDay> save(
      CashDay before, CashDay after, CityEvent event, Idempotency token);
}
