package jp.ishikari.link.blueprint;

import java.time.Duration;

/** What makes an entry run. */
public sealed interface Trigger {

  /** The routes of the entry's capability on one API ({@link Route}). */
  record Http(Api api) implements Trigger {}

  /**
   * Decides who is behind a request of one API; never refuses, a caller without a session is a
   * guest.
   */
  record Authorizer(Api api) implements Trigger {}

  /**
   * New rows of a table (INSERT only), with partial failures, bisect, and a queue for what fails
   * for good.
   */
  record Stream(Table table, int batchSize) implements Trigger {}

  /** Messages of a queue, with partial failures. */
  record Messages(Queue queue, int batchSize) implements Trigger {
    /** Batches of one queue that are handled at the same time, at most. */
    public static final int AT_ONCE = 10;
  }

  /** Every so often. */
  record Schedule(Duration every) implements Trigger {}
}
