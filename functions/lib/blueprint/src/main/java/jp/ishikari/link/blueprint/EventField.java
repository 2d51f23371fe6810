package jp.ishikari.link.blueprint;

/**
 * What an event may carry besides its subject, its sequence and its application. There is no kind
 * for text, so answers, names and reasons cannot be announced.
 */
public enum EventField {
  PROCEDURE_ID(Kind.ID),
  DIVISION_ID(Kind.ID),
  /** The state of an application, or of its payment, after the event. */
  STATE(Kind.CODE),
  /** Who of the staff did it, where nothing else says so. */
  STAFF_ID(Kind.ID),
  /** What was looked at, from this day on, as 2026-04-01. */
  FIRST_DAY(Kind.ID),
  /** Up to and with this day. */
  LAST_DAY(Kind.ID);

  /** How a value is written. */
  public enum Kind {
    ID("^[A-Za-z0-9_-]{1,128}$"),
    CODE("^[A-Z][A-Z0-9_]{0,63}$");

    private final String pattern;

    Kind(String pattern) {
      this.pattern = pattern;
    }

    /** A regular expression that every value matches, in the words of JSON Schema too. */
    public String pattern() {
      return pattern;
    }
  }

  private final Kind kind;

  EventField(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
