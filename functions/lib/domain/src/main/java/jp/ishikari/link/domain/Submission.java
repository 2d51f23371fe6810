package jp.ishikari.link.domain;

import java.util.Set;
import jp.ishikari.link.domain.signing.SigningRequest;

/**
 * Everything that becomes true at once when an application is sent in.
 *
 * @param application at version 1
 * @param terms of the people index
 * @param draftId the draft it was written in, which ends with it; null when there is none
 * @param place the place it takes; null where there is no limit
 * @param visitId the visit at the counter it comes from, which must still stand; null elsewhere
 * @param claim how whoever applied without signing in may take it over; null where it has an
 *     account
 * @param signed what its applicant signed, which ends with it; null where no signature is asked
 */
public record Submission(
    Application application,
    ApplicationEvent event,
    Idempotency token,
    Set<String> terms,
    String draftId,
    Place place,
    SigningRequest signed,
    String visitId,
    Claim claim) {

  /** From anywhere but the counter, and of an account. */
  public Submission(
      Application application,
      ApplicationEvent event,
      Idempotency token,
      Set<String> terms,
      String draftId,
      Place place,
      SigningRequest signed) {
    this(application, event, token, terms, draftId, place, signed, null, null);
  }

  /** Of an application that was written in one go. */
  public Submission(
      Application application, ApplicationEvent event, Idempotency token, Set<String> terms) {
    this(application, event, token, terms, null, null, null);
  }
}
