package jp.ishikari.link.edge;

import java.util.Locale;

/** Every field a log line may carry. There is none for personal data, so none can be logged. */
public enum LogField {
  ENTRY,
  ROUTE,
  STATUS,
  CODE,
  /**
   * What an answer names as {@code correlationId} and people read to whom they ask; under that name
   * the logging library would keep it for itself.
   */
  INQUIRY_ID,
  APPLICATION_ID,
  VERSION,
  STEP,
  /** Subject and sequence of an event. */
  EVENT,
  /** Our own id of a member of staff who took something out. */
  STAFF_ID,
  COUNT,
  SECONDS,
  REASON;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
