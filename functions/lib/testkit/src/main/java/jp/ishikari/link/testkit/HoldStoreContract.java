package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.Holds;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds promise: begun once, ended once, with the step that does so, and never forgotten. */
public abstract class HoldStoreContract {
  private static final Instant MORNING = Instant.parse("2026-11-24T00:30:00.123Z");
  private static final Instant NOON = Instant.parse("2026-11-24T03:00:00Z");

  private Application application;

  protected abstract HoldStore store();

  protected abstract ApplicationStore applications();

  @BeforeEach
  void submit() {
    application = SampleApplications.submitted(null, "d-" + UUID.randomUUID());
    applications()
        .submit(
            Submission.of(
                application,
                SampleApplications.event(application, Step.SUBMIT),
                SampleApplications.token(),
                Set.of()));
  }

  private Hold hold(Hold.Kind kind, String cause) {
    return Hold.since(application.applicationId(), kind, cause, MORNING);
  }

  /** A step that brings the part with it. */
  private Outcome<Object, Application> step(Part<?> part) {
    Application next = application.advanced(ApplicationState.ACCEPTED, null);
    Outcome<Object, Application> done =
        applications()
            .advance(
                Advance.of(
                        next,
                        SampleApplications.event(next, Step.ACCEPT),
                        SampleApplications.token())
                    .<Object>as(refused -> refused)
                    .with(part.<Object>as(refused -> refused)));
    done.fold(refused -> application, accepted -> application = accepted);
    return done;
  }

  private Holds held() {
    return store().of(application.applicationId());
  }

  @Test
  void beginsAndEndsWithTheStepAndIsKept() {
    Hold payment = hold(Hold.Kind.PAYMENT, "order-1");
    step(store().starting(payment));
    assertEquals(new Holds(List.of(payment)), held());
    assertEquals(List.of(payment), held().open());
    step(store().ending(payment, NOON));
    assertEquals(new Holds(List.of(payment.until(NOON))), held());
    assertEquals(List.of(), held().open());
  }

  @Test
  void countsEachBeginningAndEachEndAsOneChange() {
    Hold first = hold(Hold.Kind.ANSWER, "question-1");
    assertEquals(0, held().changes());
    step(store().starting(first));
    assertEquals(1, held().changes());
    step(store().starting(hold(Hold.Kind.ANSWER, "question-2")));
    assertEquals(2, held().changes());
    step(store().ending(first, NOON));
    assertEquals(3, held().changes());
  }

  @Test
  void canBeSeveralAtOnceOfOneKindAndOfOthersAndEachEndsAlone() {
    Hold first = hold(Hold.Kind.ANSWER, "question-1");
    Hold second = hold(Hold.Kind.ANSWER, "question-2");
    Hold document = hold(Hold.Kind.DOCUMENT, "question-1");
    List.of(first, second, document).forEach(one -> step(store().starting(one)));
    step(store().ending(first, NOON));
    assertEquals(new Holds(List.of(first.until(NOON), second, document)), held());
  }

  @Test
  void startingItTwiceChangesNothingWhetherItIsOpenOrOver() {
    Hold payment = hold(Hold.Kind.PAYMENT, "order-1");
    Hold later = Hold.since(payment.applicationId(), payment.kind(), payment.cause(), NOON);
    step(store().starting(payment));
    Application before = application;
    assertEquals(Outcome.failure(new HoldStore.Begun()), step(store().starting(later)));
    assertEquals(new Holds(List.of(payment)), held());
    assertEquals(
        Optional.of(before),
        applications().find(before.applicationId()),
        "the step that would have started it again did not happen");
    step(store().ending(payment, NOON));
    assertEquals(Outcome.failure(new HoldStore.Begun()), step(store().starting(later)));
    assertEquals(new Holds(List.of(payment.until(NOON))), held());
  }

  @Test
  void endingItTwiceKeepsTheFirstEnd() {
    Hold payment = hold(Hold.Kind.PAYMENT, "order-1");
    step(store().starting(payment));
    step(store().ending(payment, NOON));
    assertEquals(
        Outcome.failure(new HoldStore.NotOpen()),
        step(store().ending(payment, NOON.plusSeconds(60))));
    assertEquals(new Holds(List.of(payment.until(NOON))), held());
  }

  @Test
  void endingWhatNeverBeganLeavesNothing() {
    assertEquals(
        Outcome.failure(new HoldStore.NotOpen()),
        step(store().ending(hold(Hold.Kind.PAYMENT, "order-9"), NOON)));
    assertEquals(Holds.NONE, held());
  }

  @Test
  void isReadForSeveralCasesAtOnce() {
    Hold payment = hold(Hold.Kind.PAYMENT, "order-1");
    step(store().starting(payment));
    String other = UUID.randomUUID().toString();
    assertEquals(
        Map.of(application.applicationId(), new Holds(List.of(payment)), other, Holds.NONE),
        store().ofAll(Set.of(application.applicationId(), other)));
    assertEquals(Map.of(), store().ofAll(Set.of()));
  }
}
