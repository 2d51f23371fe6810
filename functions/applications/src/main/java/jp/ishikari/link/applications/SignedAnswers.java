package jp.ishikari.link.applications;

import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.domain.signing.SigningStore;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.CanonicalJson;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;

/** Whether the answers that are sent in are the ones that their applicant signed. */
record SignedAnswers(SigningStore requests) {

  /** What was signed; empty where the procedure asks for no signature. */
  Outcome<Response, Optional<SigningRequest>> find(
      Intake.Admitted admitted, SubmitApplicationRequest asked, Caller caller, Instant now) {
    Procedure procedure = admitted.procedure();
    if (!procedure.level().signs() || !(caller instanceof Caller.Resident resident)) {
      return Outcome.success(Optional.empty());
    }
    if (asked.signingRequestId() == null) {
      return Outcome.failure(Problem.SIGNATURE_REQUIRED.response());
    }
    Optional<SigningRequest> standing =
        requests
            .find(resident.accountId(), procedure.procedureId(), now)
            .filter(request -> request.signingRequestId().equals(asked.signingRequestId()));
    if (standing.isEmpty() || !signs(standing.get(), asked, admitted.answers())) {
      return Outcome.failure(Problem.SIGNATURE_OUTDATED.response());
    }
    if (standing.get().signed() == null) {
      return Outcome.failure(Problem.SIGNATURE_REQUIRED.response());
    }
    boolean confirmed =
        standing.get().signed().signature().revocation() == Signature.Revocation.GOOD;
    return confirmed || procedure.level() != Procedure.Level.CONFIRMED_SIGNATURE
        ? Outcome.success(standing)
        : Outcome.failure(Problem.SIGNATURE_UNCONFIRMED.response());
  }

  /** The digest is the judge: of these answers, by the form that they were signed in. */
  private static boolean signs(
      SigningRequest request, SubmitApplicationRequest asked, Answers answers) {
    return request.formVersion() == asked.formVersion()
        && CanonicalJson.digest(request.content())
            .equals(CanonicalJson.digest(request.content(answers.values(), answers.fee())));
  }
}
