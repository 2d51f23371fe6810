package jp.ishikari.link.applications;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.CanonicalJson;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnApplication;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * Puts down a correction (補正) that a resident is about to sign: what is signed names the
 * application, the version that was returned, and which answers are others now.
 */
@Contract(request = CorrectionIntake.Asked.class, response = PutDown.Frozen.class, status = 201)
record FreezeCorrection(
    OwnApplication own,
    CorrectionIntake intake,
    SentFiles files,
    PutDown putDown,
    InstantSource clock)
    implements Operation {

  @Override
  public Response run(Request request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return own.find(request)
        .then(
            application ->
                Body.read(request, CorrectionIntake.Asked.class)
                    .then(asked -> intake.admit(application, asked, Reception.today(now))))
        .then(
            admitted ->
                files
                    .kept(
                        admitted.answers(),
                        request.caller(),
                        null,
                        admitted.application().applicationId())
                    .then(kept -> freeze(admitted, kept, now)))
        .fold(refusal -> refusal, Response::created);
  }

  private Outcome<Response, PutDown.Frozen> freeze(
      CorrectionIntake.Admitted admitted, List<SigningRequest.File> kept, Instant now) {
    Application application = admitted.application();
    return admitted.procedure().level().signs()
        ? Outcome.success(
            putDown.freeze(
                application.accountId(),
                admitted.procedure(),
                application.formVersion(),
                admitted.answers(),
                kept,
                null,
                new SigningRequest.Correction(
                    application.applicationId(),
                    application.receiptNumber(),
                    application.version(),
                    changed(application.answers(), admitted.answers().values())),
                now))
        : Outcome.failure(Problem.NOT_FOUND.response());
  }

  /** Compared as they are signed: what was stored may hold numbers of another kind. */
  private static List<String> changed(Map<String, Object> before, Map<String, Object> after) {
    TreeSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    ids.removeIf(id -> Arrays.equals(signed(before.get(id)), signed(after.get(id))));
    return List.copyOf(ids);
  }

  private static byte[] signed(Object answer) {
    return CanonicalJson.of(Collections.singletonList(answer));
  }
}
