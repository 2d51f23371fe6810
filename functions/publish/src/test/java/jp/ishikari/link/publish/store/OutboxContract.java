package jp.ishikari.link.publish.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.testkit.SampleApplications;
import org.junit.jupiter.api.Test;

/** What every outbox promises: committed events wait in it until they are marked. */
public abstract class OutboxContract {
  private static final int ALL = 10_000;

  protected abstract Outbox outbox();

  protected abstract ApplicationStore store();

  private CityEvent committed() {
    Application a = SampleApplications.submitted("account", "d-" + UUID.randomUUID());
    ApplicationEvent event = SampleApplications.event(a, Step.SUBMIT);
    store().submit(Submission.of(a, event, SampleApplications.token(), Set.of()));
    return event.event();
  }

  private List<CityEvent> history(String applicationId) {
    return store().history(applicationId).stream().map(ApplicationEvent::event).toList();
  }

  private List<CityEvent> waiting(Instant before, CityEvent... of) {
    List<CityEvent> ours = List.of(of);
    return outbox().unpublished(before, ALL).stream().filter(ours::contains).toList();
  }

  @Test
  void anEventWaitsExactlyAsItWasCommittedUntilItIsMarked() {
    CityEvent event = committed();
    Instant later = event.at().plusSeconds(60);
    assertEquals(List.of(event), waiting(later, event));
    outbox().markPublished(List.of(event));
    assertEquals(List.of(), waiting(later, event));
    assertEquals(List.of(event), history(event.applicationId()), "marking keeps what happened");
  }

  @Test
  void whatHappenedToTheApplicationItselfIsNotAmongWhatHappenedToItsFacets() {
    assertEquals(List.of(), outbox().ofFacets(committed().applicationId()));
  }

  @Test
  void markingTwiceIsHarmless() {
    CityEvent event = committed();
    outbox().markPublished(List.of(event));
    outbox().markPublished(List.of(event));
    assertEquals(List.of(), waiting(event.at().plusSeconds(60), event));
  }

  @Test
  void markingWhatNeverHappenedDoesNotInventIt() {
    CityEvent never =
        SampleApplications.event(SampleApplications.submitted("account", "d"), Step.SUBMIT).event();
    assertThrows(RuntimeException.class, () -> outbox().markPublished(List.of(never)));
    assertEquals(List.of(), history(never.applicationId()));
  }

  @Test
  void manyAreMarkedTogetherAndOneThatIsNotThereDoesNotKeepTheOthers() {
    CityEvent first = committed();
    CityEvent second = committed();
    CityEvent never =
        SampleApplications.event(SampleApplications.submitted("account", "d"), Step.SUBMIT).event();
    assertThrows(
        RuntimeException.class, () -> outbox().markPublished(List.of(first, never, second)));
    Instant later = second.at().plusSeconds(60);
    assertEquals(List.of(), waiting(later, first, never, second));
    List<CityEvent> many = IntStream.range(0, 101).mapToObj(i -> committed()).toList();
    outbox().markPublished(many);
    assertEquals(
        List.of(), waiting(many.getLast().at().plusSeconds(60), many.toArray(CityEvent[]::new)));
  }

  @Test
  void anEventThatIsYoungerThanAskedForIsLeftToItsOwnWay() {
    CityEvent event = committed();
    assertEquals(List.of(), waiting(event.at(), event));
  }

  @Test
  void theOldestComeFirstAndNoMoreThanAskedFor() {
    CityEvent first = committed();
    CityEvent second = committed();
    Instant later = second.at().plusSeconds(60);
    List<CityEvent> waiting = waiting(later, first, second);
    assertEquals(2, waiting.size());
    assertTrue(!waiting.getFirst().at().isAfter(waiting.getLast().at()));
    assertEquals(1, outbox().unpublished(later, 1).size());
  }
}
