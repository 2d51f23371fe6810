package jp.ishikari.link.blueprint;

/**
 * What an event may carry besides its subject, its sequence and its application. There is no kind
 * for text, so answers, names and reasons cannot be announced.
 */
public enum EventField {
  PROCEDURE_ID(Kind.ID),
  DIVISION_ID(Kind.ID),
  /** The state of an application, or of its payment, after the event. */
  STATE(Kind.CODE);

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
