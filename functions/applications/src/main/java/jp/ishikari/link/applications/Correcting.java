package jp.ishikari.link.applications;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.ishikari.link.applications.store.ProvenPeople;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.ProvenPerson;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * How a correction (補正) is carried out, whoever sends it: what was answered before is kept, and the
 * clock goes on.
 */
record Correcting(
    ApplicationStore applications,
    CorrectionParts parts,
    CorrectionIntake intake,
    SignedAnswers signed,
    SentFiles files,
    ProvenPeople proven,
    NoticeAddress notices,
    InstantSource clock) {
  private static final int OK = 200;

  /**
   * @param draftIdOrNull the draft that new files were sent for, where nobody is signed in
   */
  Outcome<Response, Response> correct(
      Application application,
      CorrectionIntake.Asked asked,
      @Nullable String draftIdOrNull,
      Request request,
      IdempotencyKey key) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return intake
        .admit(application, asked, Reception.today(now))
        .then(
            admitted ->
                signed
                    .find(admitted, asked, now)
                    .then(
                        signing ->
                            files
                                .of(
                                    admitted.answers(),
                                    request.caller(),
                                    draftIdOrNull,
                                    application.applicationId())
                                .then(
                                    bound ->
                                        save(
                                            admitted,
                                            signing.orElse(null),
                                            bound,
                                            request,
                                            key,
                                            now))))
        .<Outcome<Response, Response>>fold(
            // What was carried out already can't be again: then the answer is the one it got.
            refusal ->
                Outcome.failure(
                    key.fresh(applications::repeated, OK).fold(first -> first, fresh -> refusal)),
            Outcome::success);
  }

  private Outcome<Response, Response> save(
      CorrectionIntake.Admitted admitted,
      SigningRequest signing,
      List<Part<Response>> bound,
      Request request,
      IdempotencyKey key,
      Instant now) {
    Application application = admitted.application();
    Answers answers = admitted.answers();
    Applicant applicant = new Applicant(answers.form(), answers.values());
    Application corrected =
        application
            .corrected(
                application.formVersion(),
                answers.values(),
                answers.fee(),
                applicant.name(),
                notices.of(request, applicant, application.notifyAddress()).orElse(null),
                shown(request.caller()))
            .advanced(admitted.next(), null);
    Application after =
        signing == null
            ? corrected
            : corrected.signed(
                signing.signed().signature().sentIn(corrected.version(), application.signature()));
    return Outcome.success(
        applications
            .advance(
                parts
                    .advance(
                        application,
                        application.returned(),
                        after,
                        answers,
                        ApplicationReceipt.event(after, Step.CORRECT, now),
                        key.promise(ApplicationReceipt.of(after), now),
                        now)
                    .as(reason -> RefusedWrite.answer(reason, OK))
                    .with(signing == null ? List.of() : signed.taken(signing, after, OK))
                    .with(bound))
            .fold(refusal -> refusal, done -> Response.ok(ApplicationReceipt.of(done))));
  }

  private @Nullable ProvenPerson shown(Caller caller) {
    return caller instanceof Caller.Resident resident && resident.proven()
        ? proven.of(resident.accountId())
        : null;
  }
}
