package jp.ishikari.link.infracdk;

import java.util.Locale;

/** Whether a region writes. Exactly one does at a time. */
public enum RegionRole {
  ACTIVE,
  /** Answers unsafe requests 503; its streams, queues and schedules are disabled. */
  STANDBY;

  /** As functions read it from their environment. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
