package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.SubmissionStore.NotSubmitted;

/** Submits and steps that the contracts of application stores are made of. */
public abstract class ApplicationSteps {
  protected final String account = "account-" + UUID.randomUUID();
  protected final String division = "d-" + UUID.randomUUID();

  protected abstract ApplicationStore store();

  protected final Application submitted(String... terms) {
    Application application = SampleApplications.submitted(account, division);
    assertEquals(
        Outcome.success(application),
        submit(application, SampleApplications.token(), Set.of(terms)));
    return application;
  }

  protected final Outcome<NotSubmitted, Application> submit(
      Application application, Idempotency token, Set<String> terms) {
    return store()
        .submit(
            Submission.of(
                application, SampleApplications.event(application, Step.SUBMIT), token, terms));
  }

  protected final Outcome<NotSaved, Application> accept(Application before, Idempotency token) {
    Application next = before.advanced(ApplicationState.ACCEPTED, null);
    return store().advance(Advance.of(next, SampleApplications.event(next, Step.ACCEPT), token));
  }

  protected static Idempotency token(String token, String bodyHash) {
    Idempotency fresh = SampleApplications.token();
    return new Idempotency(token, bodyHash, fresh.answer(), fresh.expiresAt());
  }

  /** That nothing was submitted for a reason that every write has. */
  protected static Outcome<NotSubmitted, Application> unsaved(NotSaved reason) {
    return Outcome.failure(new NotSubmitted.Unsaved(reason));
  }
}
