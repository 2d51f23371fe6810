package jp.ishikari.link.payments.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import org.jspecify.annotations.Nullable;

/** Keeps what gateways' files and the ledger do not agree in; nothing is ever taken away. */
public interface Mismatches {

  /** Keeps one that was found, with its event; false where it stands already. */
  boolean found(Mismatch mismatch, CityEvent event);

  /** One (consistent). */
  Optional<Mismatch> find(LocalDate day, String mismatchId);

  /** Of one day (consistent). */
  List<Mismatch> of(LocalDate day);

  /** Those that are not settled, the oldest day first; a moment behind. */
  List<Mismatch> open();

  /**
   * The next version, its event and the promise together, if it stands as it was read.
   *
   * @param tokenOrNull the promise to answer the same again; null where nobody asked
   */
  Outcome<NotSaved, Mismatch> save(
      Mismatch before, Mismatch after, CityEvent event, @Nullable Idempotency tokenOrNull);
}
