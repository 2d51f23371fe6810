package jp.ishikari.link.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  @Test
  void everyStateCanBeReached() {
    EnumSet<ApplicationState> reached = EnumSet.noneOf(ApplicationState.class);
    ArrayDeque<ApplicationState> open = new ArrayDeque<>(List.of(ApplicationState.SUBMITTED));
    while (!open.isEmpty()) {
      ApplicationState state = open.pop();
      if (reached.add(state)) {
        Lifecycle.edges().stream().filter(e -> e.from() == state).forEach(e -> open.add(e.to()));
      }
    }
    assertEquals(EnumSet.allOf(ApplicationState.class), reached);
  }

  @Test
  void nothingLeavesACompletedRejectedOrWithdrawnApplication() {
    for (ApplicationState end :
        List.of(
            ApplicationState.COMPLETED, ApplicationState.REJECTED, ApplicationState.WITHDRAWN)) {
      assertTrue(
          Lifecycle.edges().stream().noneMatch(e -> e.from() == end && e.to() != end), end.name());
    }
  }

  @Test
  void noStepFromOneStateByOneActorLeadsToTwoPlaces() {
    long distinct =
        Lifecycle.edges().stream()
            .map(e -> new Lifecycle.Edge(e.from(), e.step(), e.actor(), null))
            .distinct()
            .count();
    assertEquals(Lifecycle.edges().size(), distinct);
  }

  @Test
  void whatIsReturnedWaitsForTheApplicantAndCanStillBeRefused() {
    assertEquals(List.of(Step.REJECT), Lifecycle.steps(ApplicationState.RETURNED, Actor.STAFF));
    assertEquals(
        Optional.of(ApplicationState.REJECTED),
        Lifecycle.next(ApplicationState.RETURNED, Step.REJECT, Actor.STAFF));
  }

  @Test
  void aResidentCannotDecideAndStaffCannotCorrect() {
    assertEquals(
        Optional.empty(), Lifecycle.next(ApplicationState.SUBMITTED, Step.ACCEPT, Actor.RESIDENT));
    assertEquals(
        Optional.empty(), Lifecycle.next(ApplicationState.RETURNED, Step.CORRECT, Actor.STAFF));
  }
}
