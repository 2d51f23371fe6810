package jp.ishikari.link.applications;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.domain.signing.SigningStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Puts down what a resident is about to sign. Doing it again replaces what stands, so that a
 * repeated request needs no token.
 */
record FreezeApplication(Intake intake, SigningStore requests, InstantSource clock)
    implements Operation {
  /** Long enough to fetch the card, or to sign on another device in the evening. */
  private static final Duration LIFE = Duration.ofHours(24);

  private record Frozen(String signingRequestId, Instant expiresAt) {}

  @Override
  public Response run(Request request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return Body.read(request, SubmitApplicationRequest::read)
        .then(
            asked ->
                intake
                    .admit(asked, request.caller(), Reception.today(now))
                    .then(admitted -> freeze(admitted, asked, request.resident().accountId(), now)))
        .fold(refusal -> refusal, Response::created);
  }

  private Outcome<Response, Frozen> freeze(
      Intake.Admitted admitted, SubmitApplicationRequest asked, String accountId, Instant now) {
    Procedure procedure = admitted.procedure();
    if (!procedure.level().signs()) {
      return Outcome.failure(Problem.NOT_FOUND.response());
    }
    Answers answers = admitted.answers();
    SigningRequest request =
        new SigningRequest(
            UUID.randomUUID().toString(),
            accountId,
            procedure.procedureId(),
            procedure.name(),
            asked.formVersion(),
            answers.values(),
            answers.fee(),
            asked.draftId(),
            new Applicant(answers.form(), answers.values()).claimed(),
            now,
            now.plus(LIFE),
            null,
            null);
    requests.freeze(request);
    return Outcome.success(new Frozen(request.signingRequestId(), request.expiresAt()));
  }
}
