package jp.ishikari.link.applications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.applications.store.Claim;
import jp.ishikari.link.applications.store.ClaimStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.FollowCode;
import jp.ishikari.link.domain.FollowCodes;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.counter.VisitStore;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Response;

/**
 * What a submit brings into its transaction besides the application: the draft and the signature
 * that end with it, the visit that must stand, the codes that it is found by, the files that are
 * its own from then on, and what is to be paid for it. Each says what is answered when it can't be.
 */
record SubmissionParts(
    DraftStore drafts,
    SignedAnswers signed,
    VisitStore visits,
    ClaimStore claims,
    FollowCodes followed,
    SentFiles files,
    FeeToPay fees) {

  /** What goes with one application; each of these need not be there. */
  record Present(
      Optional<String> draftId,
      Optional<SigningRequest> signed,
      Optional<Visit> visit,
      Optional<Claim> claim,
      Optional<FollowCode> followed,
      List<Part<Response>> files,
      List<Part<NotSaved>> fee) {}

  /**
   * The draft that ends with an application. Somebody else's is passed over like one that is not
   * there: whoever tries ids learns of none.
   */
  Optional<String> ending(String draftIdOrNull, String accountIdOrNull, Instant now) {
    return Optional.ofNullable(draftIdOrNull)
        .filter(
            id ->
                drafts
                    .find(id, now)
                    .map(Draft::accountId)
                    .filter(owner -> !owner.equals(accountIdOrNull))
                    .isEmpty());
  }

  List<Part<Response>> of(Application application, Present present, int status) {
    List<Part<Response>> parts = new ArrayList<>();
    present
        .draftId()
        .map(draftId -> drafts.ending(draftId, application.accountId(), application.verified()))
        .map(ending -> ending.as(SubmissionParts::unended))
        .ifPresent(parts::add);
    present.signed().map(one -> signed.taken(one, application, status)).ifPresent(parts::addAll);
    present
        .visit()
        .map(visit -> visits.going(visit.visitId()))
        .map(going -> going.as(ended -> Problem.COUNTER_ONLY.response()))
        .ifPresent(parts::add);
    present
        .claim()
        .map(claim -> claims.offering(claim))
        .map(offering -> offering.as(reason -> RefusedWrite.answer(reason, status)))
        .ifPresent(parts::add);
    present
        .followed()
        .map(code -> followed.offering(code))
        .map(offering -> offering.as(reason -> RefusedWrite.answer(reason, status)))
        .ifPresent(parts::add);
    parts.addAll(present.files());
    present
        .fee()
        .forEach(part -> parts.add(part.as(reason -> RefusedWrite.answer(reason, status))));
    return parts;
  }

  private static Response unended(DraftStore.NotEnded reason) {
    return switch (reason) {
      case OTHERS -> Problem.CONFLICT.response();
      case PROOF_NEEDED -> Problem.PROOF_REQUIRED.response();
    };
  }
}
