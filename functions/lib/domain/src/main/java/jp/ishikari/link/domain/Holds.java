package jp.ishikari.link.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The holds of one case, oldest first, and what they make of its due date. However many are open at
 * once, a day that is held counts once.
 */
public record Holds(List<Hold> all) {
  private static final Comparator<Hold> OLDEST_FIRST =
      Comparator.comparing(Hold::startedAt).thenComparing(Hold::kind).thenComparing(Hold::cause);

  /** Of a case that nobody has had to wait for. */
  public static final Holds NONE = new Holds(List.of());

  /**
   * Days that are held, without the first and with the last: on the day on which a hold begins the
   * city has worked, and from the day on which its end is received it works again.
   */
  private record Span(LocalDate after, LocalDate to) {}

  /**
   * What a due date is counted from besides the holds.
   *
   * @param receivedOn the business day from which the case counts (受付日)
   * @param days business days of the standard processing period; 0 without one
   */
  public record Period(LocalDate receivedOn, int days, ApplicationState state) {

    /** That of an application as it stands. */
    public static Period of(Application application) {
      return new Period(application.receivedOn(), application.clock().days(), application.state());
    }
  }

  public Holds {
    all = all.stream().sorted(OLDEST_FIRST).toList();
  }

  /** Those that still stop the clock. */
  public List<Hold> open() {
    return all.stream().filter(Hold::open).toList();
  }

  /** Open ones of a kind. */
  public Stream<Hold> open(Hold.Kind kind) {
    return open().stream().filter(hold -> hold.kind() == kind);
  }

  /** How often one began or ended: of two readings of a case, the later one has more or as many. */
  public int changes() {
    return 2 * all.size() - open().size();
  }

  /** What still stops the clock of a case, as people see it; nothing when the case is over. */
  public List<Hold.Waiting> waiting(ApplicationState state) {
    return state.over()
        ? List.of()
        : open().stream().map(hold -> new Hold.Waiting(hold.kind(), hold.startedAt())).toList();
  }

  /**
   * The last day of the standard processing period (標準処理期間): as many business days after the
   * application was received as the period has, not counting days that are held. Null while a hold
   * is open, without such a period, and when the case is over.
   */
  public LocalDate dueOn(Period period, BusinessCalendar calendar) {
    int left = period.days();
    if (!runs(period)) {
      return null;
    }
    LocalDate counted = period.receivedOn();
    for (Span span : spans(calendar)) {
      int before = calendar.between(counted, span.after());
      if (before >= left) {
        break;
      }
      left -= before;
      counted = span.to().isAfter(counted) ? span.to() : counted;
    }
    return calendar.plus(counted, left);
  }

  /** The same when the calendar is still to be looked up; null where that is not needed. */
  public LocalDate dueOn(Period period, CalendarStore calendars) {
    return runs(period) ? dueOn(period, calendars.from(period.receivedOn().getYear())) : null;
  }

  private boolean runs(Period period) {
    return period.days() > 0 && !period.state().over() && open().isEmpty();
  }

  private List<Span> spans(BusinessCalendar calendar) {
    return all.stream()
        .map(
            hold ->
                new Span(
                    Reception.today(hold.startedAt()),
                    received(hold.startedAt(), hold.endedAt(), calendar)))
        .sorted(Comparator.comparing(Span::after))
        .toList();
  }

  /** What ends within the same opening hours has held nothing up. */
  private static LocalDate received(Instant start, Instant end, BusinessCalendar calendar) {
    LocalDate to = Reception.receivedOn(end, calendar);
    return to.equals(Reception.receivedOn(start, calendar)) ? Reception.today(start) : to;
  }
}
