package jp.ishikari.link.infracdk;

import java.util.Locale;
import jp.ishikari.link.blueprint.Gauge;
import jp.ishikari.link.blueprint.Signal;

/** What an operator does when an alarm rings: one page each under {@code docs/runbooks}. */
public enum Runbook {
  FUNCTION_ERRORS,
  DEAD_LETTERS,
  STREAM_FAILURES,
  STREAM_BEHIND,
  QUEUE_BEHIND,
  OUTBOX_BEHIND,
  FILES_BEHIND,
  PAYMENTS_BEHIND,
  PAYMENTS_MISFITTED,
  PAYMENTS_TAKEN_BACK,
  API_ERRORS,
  EMERGENCY_SIGN_IN,
  HOLIDAYS_MISSING,
  ACCOUNT_WATCH;

  /** What to do about a signal: the page of the same name. */
  static Runbook of(Signal signal) {
    return valueOf(signal.name());
  }

  /** What to do about a gauge that stays too high. */
  static Runbook of(Gauge gauge) {
    return switch (gauge) {
      case OUTBOX_AGE, OUTBOX_REFUSED -> OUTBOX_BEHIND;
      case SCANS_MISSING, FILES_SWEPT -> FILES_BEHIND;
      case PAYMENTS_LATE, GATEWAYS_AWAY -> PAYMENTS_BEHIND;
      case PAYMENTS_MISFITTED -> PAYMENTS_MISFITTED;
      case PAYMENTS_TAKEN_BACK -> PAYMENTS_TAKEN_BACK;
    };
  }

  /** Path in the repository. */
  public String path() {
    return "docs/runbooks/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md";
  }
}
