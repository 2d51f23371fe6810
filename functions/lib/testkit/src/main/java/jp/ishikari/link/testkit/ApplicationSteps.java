package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.ApplicationStore.NotSaved;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.TermChange;

/** Submits and steps that the contracts of application stores are made of. */
public abstract class ApplicationSteps {
  final String account = "account-" + UUID.randomUUID();
  final String division = "d-" + UUID.randomUUID();

  protected abstract ApplicationStore store();

  final Application submitted(String... terms) {
    Application application = SampleApplications.submitted(account, division);
    assertEquals(
        Outcome.success(application),
        submit(application, SampleApplications.token(), Set.of(terms)));
    return application;
  }

  final Outcome<NotSaved, Application> submit(
      Application application, Idempotency token, Set<String> terms) {
    return store()
        .submit(
            new Submission(
                application, SampleApplications.event(application, Step.SUBMIT), token, terms));
  }

  final Outcome<NotSaved, Application> accept(Application before, Idempotency token) {
    Application next = before.advanced(ApplicationState.ACCEPTED, null, before.dueOn(), null);
    return store()
        .advance(next, SampleApplications.event(next, Step.ACCEPT), token, TermChange.NONE);
  }

  static Idempotency token(String token, String bodyHash) {
    Idempotency fresh = SampleApplications.token();
    return new Idempotency(token, bodyHash, fresh.answer(), fresh.expiresAt());
  }
}
