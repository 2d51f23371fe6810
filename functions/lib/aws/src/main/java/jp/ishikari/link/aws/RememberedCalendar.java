package jp.ishikari.link.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.ishikari.link.blueprint.Signal;
import jp.ishikari.link.domain.BusinessCalendar;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.Log;

/**
 * The calendar kept in a warm function for a while; staff change it a few times a year. Operators
 * are called when a year is missing: its days would be counted wrong.
 */
public final class RememberedCalendar implements CalendarStore {
  private static final Duration FOR = Duration.ofMinutes(5);
  private static final Log LOG = Log.of(RememberedCalendar.class);

  private record Seen(BusinessCalendar calendar, Instant until) {}

  private final CalendarStore store;
  private final InstantSource clock;
  private final Map<Integer, Seen> seen = new ConcurrentHashMap<>();

  public RememberedCalendar(CalendarStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public BusinessCalendar from(int year) {
    Instant now = clock.instant();
    return seen.compute(
            year,
            (y, known) ->
                known != null && now.isBefore(known.until())
                    ? known
                    : new Seen(looked(y, now), now.plus(FOR)))
        .calendar();
  }

  private BusinessCalendar looked(int year, Instant now) {
    if (!store.missing(Reception.today(now)).isEmpty()) {
      LOG.warn(Signal.HOLIDAYS_MISSING.message(), Log.fields());
    }
    return store.from(year);
  }

  @Override
  public boolean knows(int year) {
    return store.knows(year);
  }

  @Override
  public void save(int year, Set<LocalDate> holidays) {
    store.save(year, holidays);
    seen.clear();
  }
}
