package jp.ishikari.link.aws;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A moment as rows keep it where they are sorted or compared by it: milliseconds in fixed width, so
 * that the order of the texts is the order of the moments.
 */
public final class SortableTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private SortableTime() {}

  public static String of(Instant instant) {
    return FORMAT.format(instant);
  }
}
