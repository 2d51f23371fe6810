package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Place;
import jp.ishikari.link.domain.PlaceStore;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import org.junit.jupiter.api.Test;

/** What places (定員) promise: one application each, taken and given back with the step. */
public abstract class PlaceStoreContract {
  private final String round = "p-" + UUID.randomUUID() + ".1";

  protected abstract PlaceStore store();

  protected abstract ApplicationStore applications();

  private Outcome<Object, Application> submit(int number) {
    return submit(number, "holder-" + number);
  }

  private Outcome<Object, Application> submit(int number, String holder) {
    Application application =
        SampleApplications.submitted("account-" + UUID.randomUUID(), "d-" + UUID.randomUUID());
    return applications()
        .submit(
            Submission.of(
                    application,
                    SampleApplications.event(application, Step.SUBMIT),
                    SampleApplications.token(),
                    Set.of())
                .<Object>as(refused -> refused)
                .with(
                    store()
                        .taking(new Place(round, number, holder), application.applicationId())
                        .as(taken -> taken)));
  }

  private Application submitted(int number) {
    return submit(number).fold(reason -> null, done -> done);
  }

  @Test
  void isHeldByOneApplicationAndFoundByBoth() {
    Application third = submitted(3);
    Application first = submitted(1);
    assertEquals(Map.of(1, first.applicationId(), 3, third.applicationId()), store().held(round));
    assertEquals(Optional.of(new Place(round, 3, "holder-3")), store().of(third.applicationId()));
    assertEquals(Optional.empty(), store().of("none"));
    assertEquals(Map.of(), store().held("none"));
  }

  @Test
  void isNotTakenTwiceAndWhoCameLateLeavesNothing() {
    Application first = submitted(1);
    assertEquals(Outcome.failure(new PlaceStore.NotTaken.PlaceTaken()), submit(1, "somebody else"));
    assertEquals(Map.of(1, first.applicationId()), store().held(round));
  }

  @Test
  void isNotTakenByWhoHoldsOne() {
    Application first = submitted(1);
    assertEquals(Outcome.failure(new PlaceStore.NotTaken.HoldsOne()), submit(2, "holder-1"));
    assertEquals(Outcome.failure(new PlaceStore.NotTaken.HoldsOne()), submit(1, "holder-1"));
    assertEquals(Map.of(1, first.applicationId()), store().held(round));
  }

  @Test
  void isFreeAgainWithTheStepThatGivesItBack() {
    Application first = submitted(1);
    Application withdrawn = first.advanced(ApplicationState.WITHDRAWN, null);
    applications()
        .advance(
            Advance.of(
                    withdrawn,
                    SampleApplications.event(withdrawn, Step.WITHDRAW),
                    SampleApplications.token())
                .with(store().freeing(store().of(first.applicationId()).orElseThrow())));
    assertEquals(Map.of(), store().held(round));
    Application next = submitted(1);
    assertEquals(Map.of(1, next.applicationId()), store().held(round));
  }
}
