package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Noted;
import jp.ishikari.link.domain.OversightStore;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import org.junit.jupiter.api.Test;

/** What a store of things that administrators are to know of promises. */
public abstract class OversightStoreContract {
  private final Instant at = Instant.parse("2026-11-24T01:00:00Z");
  private final String about = "staff-" + UUID.randomUUID();

  protected abstract OversightStore store();

  /** Any transaction that a part can be added to. */
  protected abstract ApplicationStore applications();

  private Noted noted(Instant when) {
    Noted noted =
        Noted.of(
            when, Noted.Kind.RIGHTS_GIVEN, "staff-w", "渡辺　智子", about, "鈴木　一郎", null, "システム管理者");
    Application application =
        SampleApplications.submitted("account-" + UUID.randomUUID(), "d-" + UUID.randomUUID());
    applications()
        .submit(
            Submission.of(
                    application,
                    SampleApplications.event(application, Step.SUBMIT),
                    SampleApplications.token(),
                    Set.of())
                .<Object>as(refused -> refused)
                .with(store().noting(noted).as(reason -> reason)))
        .fold(
            reason -> {
              throw new AssertionError(reason);
            },
            done -> done);
    return noted;
  }

  private List<Noted> kept() {
    return store().newest(1000).stream().filter(one -> one.aboutId().equals(about)).toList();
  }

  @Test
  void keepsWhatWasDoneNewestFirst() {
    Noted first = noted(at);
    Noted second = noted(at.plusMillis(1));
    assertEquals(List.of(second, first), kept());
  }

  @Test
  void keepsOfEachWhoSawItWhenTheyFirstDidAlsoOfMany() {
    Noted noted = noted(at);
    List<OversightStore.Sight> seen =
        AtOnce.each(
            5,
            i ->
                store()
                    .seen(
                        noted.notedId(),
                        new Noted.Seen("staff-" + i, "職員" + i, at.plusSeconds(i))));
    assertEquals(Collections.nCopies(5, OversightStore.Sight.KEPT), seen);
    assertEquals(
        OversightStore.Sight.KEPT,
        store().seen(noted.notedId(), new Noted.Seen("staff-0", "職員0", at.plusSeconds(60))));
    List<Noted.Seen> by = kept().getFirst().seen();
    assertEquals(5, by.size());
    assertEquals(new Noted.Seen("staff-0", "職員0", at), by.getFirst());
  }

  @Test
  void takesNoWordOfWhoDidItOrWhomItWasDoneTo() {
    Noted noted = noted(at);
    for (String own : List.of(noted.by(), noted.aboutId())) {
      assertEquals(
          OversightStore.Sight.OWN, store().seen(noted.notedId(), new Noted.Seen(own, "本人", at)));
    }
    assertEquals(List.of(), kept().getFirst().seen());
  }

  @Test
  void knowsOfNothingThatWasNotNoted() {
    assertEquals(
        OversightStore.Sight.UNKNOWN,
        store().seen("1-nobody", new Noted.Seen("staff-0", "職員0", at)));
    assertTrue(kept().isEmpty());
  }
}
