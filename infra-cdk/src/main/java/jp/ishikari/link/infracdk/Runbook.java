package jp.ishikari.link.infracdk;

import java.util.Locale;

/** What an operator does when an alarm rings: one page each under {@code docs/runbooks}. */
public enum Runbook {
  FUNCTION_ERRORS,
  DEAD_LETTERS,
  STREAM_FAILURES,
  STREAM_BEHIND,
  QUEUE_BEHIND,
  API_ERRORS;

  /** Path in the repository. */
  public String path() {
    return "docs/runbooks/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md";
  }
}
