package jp.ishikari.link.casework.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.ishikari.link.domain.Step;

/**
 * One decision on many cases, carried out one after the other while nobody waits for it.
 *
 * @param version counts up whenever it went on; the sequence of its latest event
 * @param staffName as they were called then
 * @param divisions those that they could decide in when they began it
 * @param reason what applicants are told; null where the decision needs none
 * @param cases in the order in which they are done
 * @param next number of the case that is next; as many as there are when it is over
 */
public record BulkJob(
    String jobId,
    int version,
    String staffId,
    String staffName,
    Set<String> divisions,
    Step step,
    String reason,
    List<Seen> cases,
    Instant startedAt,
    Instant wentOnAt,
    int next) {

  /**
   * A case as it was seen when it was chosen.
   *
   * @param version that somebody looked at; another one is not decided on
   */
  public record Seen(String applicationId, int version) {}

  /**
   * What became of one case.
   *
   * @param number its place among the cases of the job
   * @param receiptNumber null where the case is not found any more
   * @param untold whether no notice of it reaches the applicant
   * @param refusal why nothing was done; null when it was
   */
  public record Result(
      int number, String applicationId, String receiptNumber, boolean untold, String refusal) {
    public boolean done() {
      return refusal == null;
    }
  }

  public boolean over() {
    return next >= cases.size();
  }

  /** The same, gone on to a later case. */
  public BulkJob at(int number, Instant now) {
    return new BulkJob(
        jobId,
        version + 1,
        staffId,
        staffName,
        divisions,
        step,
        reason,
        cases,
        startedAt,
        now,
        number);
  }
}
