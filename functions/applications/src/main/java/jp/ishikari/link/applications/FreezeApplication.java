package jp.ishikari.link.applications;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/** Puts down what a resident is about to sign and send in. */
@Contract(request = SubmitApplicationRequest.class, response = PutDown.Frozen.class, status = 201)
record FreezeApplication(Intake intake, SentFiles files, PutDown putDown, InstantSource clock)
    implements Operation {
  /** Of an application that is not there yet: files of another are no more its own than before. */
  private static final String NOT_YET = "not sent in yet";

  @Override
  public Response run(Request request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return Body.read(request, SubmitApplicationRequest.class)
        .then(
            asked ->
                intake
                    .admit(asked, request.caller(), Optional.empty(), Reception.today(now))
                    .then(
                        admitted ->
                            files
                                .kept(
                                    admitted.answers(), request.caller(), asked.draftId(), NOT_YET)
                                .then(
                                    kept ->
                                        freeze(
                                            admitted,
                                            kept,
                                            asked,
                                            request.resident().accountId(),
                                            now))))
        .fold(refusal -> refusal, Response::created);
  }

  private Outcome<Response, PutDown.Frozen> freeze(
      Intake.Admitted admitted,
      List<SigningRequest.File> kept,
      SubmitApplicationRequest asked,
      String accountId,
      Instant now) {
    return admitted.procedure().level().signs()
        ? Outcome.success(
            putDown.freeze(
                accountId,
                admitted.procedure(),
                asked.formVersion(),
                admitted.answers(),
                kept,
                asked.draftId(),
                null,
                now))
        : Outcome.failure(Problem.NOT_FOUND.response());
  }
}
