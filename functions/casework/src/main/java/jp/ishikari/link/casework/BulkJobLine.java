package jp.ishikari.link.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import jp.ishikari.link.casework.store.BulkJob;
import jp.ishikari.link.domain.Step;

/**
 * A job as its clerk sees it.
 *
 * @param decision its word
 * @param cases how many there are
 * @param over whether each of them has come to its end
 * @param stuck whether nothing has happened for so long that somebody has to look why
 */
record BulkJobLine(
    String jobId,
    Step step,
    String decision,
    Instant startedAt,
    int cases,
    boolean over,
    boolean stuck) {
  /** Within this whoever waits is to see that something is wrong (design §4). */
  private static final Duration LONG = Duration.ofMinutes(15);

  record Maker(InstantSource clock) {
    BulkJobLine of(BulkJob job) {
      return new BulkJobLine(
          job.jobId(),
          job.step(),
          job.step().label(),
          job.startedAt(),
          job.cases().size(),
          job.over(),
          !job.over() && job.wentOnAt().plus(LONG).isBefore(clock.instant()));
    }
  }
}
