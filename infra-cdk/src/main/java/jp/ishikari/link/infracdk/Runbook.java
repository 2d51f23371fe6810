package jp.ishikari.link.infracdk;

import java.util.Locale;
import jp.ishikari.link.blueprint.Signal;

/** What an operator does when an alarm rings: one page each under {@code docs/runbooks}. */
public enum Runbook {
  FUNCTION_ERRORS,
  DEAD_LETTERS,
  STREAM_FAILURES,
  STREAM_BEHIND,
  QUEUE_BEHIND,
  API_ERRORS,
  EMERGENCY_SIGN_IN;

  /** What to do about a signal: the page of the same name. */
  static Runbook of(Signal signal) {
    return valueOf(signal.name());
  }

  /** Path in the repository. */
  public String path() {
    return "docs/runbooks/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md";
  }
}
