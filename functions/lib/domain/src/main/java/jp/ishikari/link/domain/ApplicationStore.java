package jp.ishikari.link.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.domain.signing.SigningRequest;

/**
 * Keeps applications, their events, receipt numbers, tokens and people index. Each write is one
 * transaction.
 */
public interface ApplicationStore extends SubmissionStore {

  /** Why a write did not happen. Nothing was written in any of these cases. */
  sealed interface NotSaved {
    /** The same request was already carried out; this is what it was answered. */
    record Repeated(String answer) implements NotSaved {}

    /** The same idempotency key came with another body. */
    record KeyReused() implements NotSaved {}

    /** Someone else was first: the version on record is not the one this write started from. */
    record Overtaken() implements NotSaved {}

    /** Somebody else was first to take the place; choose another. */
    record PlaceTaken() implements NotSaved {}

    /** The answers were written anew after they were signed, or they were sent in already. */
    record SignedAnew() implements NotSaved {}

    /** The visit at the counter ended meanwhile. */
    record VisitEnded() implements NotSaved {}

    /** The receipt number is taken; draw another. */
    record ReceiptTaken() implements NotSaved {}
  }

  /** One page of a list; {@code cursor} is null on the last. */
  record Desk(List<Application> applications, String cursor) {}

  /**
   * A step: the row (only if still at the version before), event, token and people index together.
   *
   * @param freed the place that it gives back; null when it keeps or has none
   */
  Outcome<NotSaved, Application> advance(
      Application next, ApplicationEvent event, Idempotency token, TermChange terms, Place freed);

  /** A step that leaves the application its place, if it has one. */
  default Outcome<NotSaved, Application> advance(
      Application next, ApplicationEvent event, Idempotency token, TermChange terms) {
    return advance(next, event, token, terms, null);
  }

  /**
   * A correction (補正): a step that ends what was signed, and keeps its evidence beside that of the
   * versions before.
   *
   * @param signed null where no signature is asked
   */
  Outcome<NotSaved, Application> correct(
      Application next,
      ApplicationEvent event,
      Idempotency token,
      TermChange terms,
      SigningRequest signed);

  /**
   * How an ownerless application may be taken over; empty when it was taken over already, or when
   * it is too late.
   */
  Optional<Claim> claim(String claimId, Instant now);

  /** An ownerless application becomes an account's; the claim ends with it. */
  Outcome<NotSaved, Application> claim(
      Application next, ApplicationEvent event, Idempotency token, Claim ended);

  Optional<Application> find(String applicationId);

  /** Those of the ids that there are, in one read. */
  Map<String, Application> findAll(Set<String> applicationIds);

  Optional<String> findByReceipt(String receiptNumber);

  /** Newest first. */
  List<Application> ofAccount(String accountId);

  /** Oldest first, one page. */
  Desk onDesk(String divisionId, ApplicationState state, String cursor);

  /** Ids of applications that carry a blind-index term. */
  List<String> withTerm(String term);

  /** Everything that happened to it, in order. */
  List<ApplicationEvent> history(String applicationId);
}
