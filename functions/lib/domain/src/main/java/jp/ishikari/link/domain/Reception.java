package jp.ishikari.link.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When an application counts as received. It arrives at any hour; what arrives after the counters
 * have closed, or on a day they do not open, is received on the next business day (行政手続法第7条, tender
 * 3.3.1).
 */
public final class Reception {
  public static final ZoneId JST = ZoneId.of("Asia/Tokyo");

  /** The counters close then (tender 3.3.1). */
  private static final LocalTime CLOSING = LocalTime.of(17, 15);

  private Reception() {}

  /** The city's date at an instant. */
  public static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, JST);
  }

  /** 受付日 of what arrived at an instant. */
  public static LocalDate receivedOn(Instant arrivedAt, BusinessCalendar calendar) {
    ZonedDateTime arrived = arrivedAt.atZone(JST);
    LocalDate day = arrived.toLocalDate();
    return calendar.isBusinessDay(day) && arrived.toLocalTime().isBefore(CLOSING)
        ? day
        : calendar.next(day);
  }
}
