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

  /** What still stops the clock of the case, as people see it; nothing when the case is over. */
  public List<Hold.Waiting> waiting(Application application) {
    return application.state().over()
        ? List.of()
        : open().stream().map(hold -> new Hold.Waiting(hold.kind(), hold.startedAt())).toList();
  }

  /**
   * The last day of the standard processing period (標準処理期間): as many business days after the
   * application was received as the period has, not counting days that are held. Null while a hold
   * is open, without such a period, and when the case is over.
   */
  public LocalDate dueOn(Application application, BusinessCalendar calendar) {
    int left = application.clock().days();
    if (!runs(application)) {
      return null;
    }
    LocalDate counted = application.receivedOn();
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
  public LocalDate dueOn(Application application, CalendarStore calendars) {
    return runs(application)
        ? dueOn(application, calendars.from(application.receivedOn().getYear()))
        : null;
  }

  private boolean runs(Application application) {
    return application.clock().days() > 0 && !application.state().over() && open().isEmpty();
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
