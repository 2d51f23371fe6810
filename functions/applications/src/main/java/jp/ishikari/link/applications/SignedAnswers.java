package jp.ishikari.link.applications;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.signing.EvidenceStore;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.domain.signing.SigningStore;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.CanonicalJson;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Response;

/** Whether the answers that are sent in are the ones that their applicant signed. */
record SignedAnswers(SigningStore requests, EvidenceStore evidence) {

  /**
   * What is sent in.
   *
   * @param corrected the application that it corrects; null when it is a new one
   * @param signingRequestId what was signed; null when nothing was
   */
  private record Sent(
      Procedure procedure,
      int formVersion,
      Answers answers,
      Application corrected,
      String signingRequestId) {

    String matter() {
      return corrected == null ? procedure.procedureId() : corrected.applicationId();
    }

    /** The digest is the judge: of these answers, by the form and version they were signed in. */
    boolean isWhat(SigningRequest request) {
      Integer signed = request.correction() == null ? null : request.correction().version();
      Integer sent = corrected == null ? null : corrected.version();
      return Objects.equals(signed, sent)
          && request.formVersion() == formVersion
          && CanonicalJson.digest(request.content())
              .equals(CanonicalJson.digest(request.content(answers.values(), answers.fee())));
    }
  }

  /** What was signed becomes the application's, if nobody wrote it anew meanwhile. */
  List<Part<Response>> taken(SigningRequest request, Application by, int status) {
    return List.of(
        requests.ending(request).as(anew -> Problem.SIGNATURE_OUTDATED.response()),
        evidence
            .keeping(by.applicationId(), by.version(), request.signed())
            .as(reason -> RefusedWrite.answer(reason, status)));
  }

  /** What was signed for an application; empty where the procedure asks for no signature. */
  Outcome<Response, Optional<SigningRequest>> find(
      Intake.Admitted admitted, SubmitApplicationRequest asked, Caller caller, Instant now) {
    return caller instanceof Caller.Resident resident
        ? find(
            new Sent(
                admitted.procedure(),
                asked.formVersion(),
                admitted.answers(),
                null,
                asked.signingRequestId()),
            resident.accountId(),
            now)
        : Outcome.success(Optional.empty());
  }

  /** What was signed for a correction; empty where the procedure asks for no signature. */
  Outcome<Response, Optional<SigningRequest>> find(
      CorrectionIntake.Admitted admitted, CorrectionIntake.Asked asked, Instant now) {
    Application application = admitted.application();
    return find(
        new Sent(
            admitted.procedure(),
            application.formVersion(),
            admitted.answers(),
            application,
            asked.signingRequestId()),
        application.accountId(),
        now);
  }

  private Outcome<Response, Optional<SigningRequest>> find(
      Sent sent, String accountId, Instant now) {
    Procedure.Level level = sent.procedure().level();
    if (!level.signs()) {
      return Outcome.success(Optional.empty());
    }
    if (sent.signingRequestId() == null) {
      return Outcome.failure(Problem.SIGNATURE_REQUIRED.response());
    }
    Optional<SigningRequest> standing =
        requests
            .find(accountId, sent.matter(), now)
            .filter(request -> request.signingRequestId().equals(sent.signingRequestId()));
    if (standing.isEmpty() || !sent.isWhat(standing.get())) {
      return Outcome.failure(Problem.SIGNATURE_OUTDATED.response());
    }
    if (standing.get().signed() == null) {
      return Outcome.failure(Problem.SIGNATURE_REQUIRED.response());
    }
    boolean confirmed =
        standing.get().signed().signature().revocation() == Signature.Revocation.GOOD;
    return confirmed || level != Procedure.Level.CONFIRMED_SIGNATURE
        ? Outcome.success(standing)
        : Outcome.failure(Problem.SIGNATURE_UNCONFIRMED.response());
  }
}
