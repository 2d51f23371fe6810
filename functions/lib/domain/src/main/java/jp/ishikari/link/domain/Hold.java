package jp.ishikari.link.domain;

import java.time.Instant;

/**
 * A time in which the clock of a case stands still because the city waits for somebody.
 *
 * @param cause what tells this hold from others of its kind on the same case, in the words of
 *     whoever starts it: an order, a question, the version that was returned; never used again
 * @param endedAt null while it is open
 */
public record Hold(
    String applicationId, Kind kind, String cause, Instant startedAt, Instant endedAt) {

  /** What is waited for. */
  public enum Kind {
    CORRECTION("補正待ち"),
    PAYMENT("納付待ち"),
    ANSWER("回答待ち"),
    DOCUMENT("書類待ち");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word that residents and staff see. */
    public String label() {
      return label;
    }
  }

  /** What a person is shown of an open hold. */
  public record Waiting(Kind kind, Instant since) {}

  /** One that begins. */
  public static Hold since(String applicationId, Kind kind, String cause, Instant startedAt) {
    return new Hold(applicationId, kind, cause, startedAt, null);
  }

  /** Whether it still stops the clock. */
  public boolean open() {
    return endedAt == null;
  }

  /** The same one, over. */
  public Hold until(Instant end) {
    return new Hold(applicationId, kind, cause, startedAt, end);
  }
}
