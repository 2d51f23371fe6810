package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outbox;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import org.junit.jupiter.api.Test;

/** What every outbox keeps its word on: committed events wait in it until they are marked. */
public abstract class OutboxContract {
  private static final int ALL = 10_000;

  protected abstract Outbox outbox();

  protected abstract ApplicationStore store();

  private ApplicationEvent committed() {
    Application a = SampleApplications.submitted("account", "d-" + UUID.randomUUID());
    ApplicationEvent event = SampleApplications.event(a, Step.SUBMIT);
    store().submit(new Submission(a, event, SampleApplications.token(), Set.of()));
    return event;
  }

  private List<ApplicationEvent> waiting(Instant before, ApplicationEvent... of) {
    List<ApplicationEvent> ours = List.of(of);
    return outbox().unpublished(before, ALL).stream().filter(ours::contains).toList();
  }

  @Test
  void anEventWaitsExactlyAsItWasCommittedUntilItIsMarked() {
    ApplicationEvent event = committed();
    Instant later = event.at().plusSeconds(60);
    assertEquals(List.of(event), waiting(later, event));
    outbox().markPublished(event.applicationId(), event.version());
    assertEquals(List.of(), waiting(later, event));
    assertEquals(
        List.of(event), store().history(event.applicationId()), "marking keeps what happened");
  }

  @Test
  void markingTwiceIsHarmless() {
    ApplicationEvent event = committed();
    outbox().markPublished(event.applicationId(), event.version());
    outbox().markPublished(event.applicationId(), event.version());
    assertEquals(List.of(), waiting(event.at().plusSeconds(60), event));
  }

  @Test
  void markingWhatNeverHappenedDoesNotInventIt() {
    String never = UUID.randomUUID().toString();
    assertThrows(RuntimeException.class, () -> outbox().markPublished(never, 1));
    assertEquals(List.of(), store().history(never));
  }

  @Test
  void anEventThatIsYoungerThanAskedForIsLeftToItsOwnWay() {
    ApplicationEvent event = committed();
    assertEquals(List.of(), waiting(event.at(), event));
  }

  @Test
  void theOldestComeFirstAndNoMoreThanAskedFor() {
    ApplicationEvent first = committed();
    ApplicationEvent second = committed();
    Instant later = second.at().plusSeconds(60);
    List<ApplicationEvent> waiting = waiting(later, first, second);
    assertEquals(2, waiting.size());
    assertTrue(!waiting.getFirst().at().isAfter(waiting.getLast().at()));
    assertEquals(1, outbox().unpublished(later, 1).size());
  }
}
