package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Draft;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import org.junit.jupiter.api.Test;

/** What a store of drafts promises. */
public abstract class DraftStoreContract {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private final String account = "account-" + UUID.randomUUID();
  private final String procedure = "p-" + UUID.randomUUID();

  protected abstract DraftStore store();

  protected abstract ApplicationStore applications();

  private Draft draft(int revision, String accountId, Instant at) {
    return new Draft(
        UUID.randomUUID().toString(),
        revision,
        procedure,
        "住民票の写し",
        3,
        Map.of("name", Map.of("family", "神\uFA19𠮷葛\uDB40\uDD00"), "children", List.of(Map.of())),
        "request",
        accountId,
        accountId != null,
        at,
        at.plusSeconds(60));
  }

  private Draft saved(String accountId, Instant at) {
    Draft draft = draft(1, accountId, at);
    assertEquals(Outcome.success(draft), store().save(draft, SampleApplications.token()));
    return draft;
  }

  private static Draft next(Draft d) {
    return new Draft(
        d.draftId(),
        d.revision() + 1,
        d.procedureId(),
        d.procedureName(),
        d.formVersion(),
        Map.of("copies", 2),
        null,
        d.accountId(),
        d.verified(),
        NOW,
        NOW.plusSeconds(60));
  }

  @Test
  void keepsWhatWasTypedCodePointForCodePoint() {
    Draft guests = saved(null, NOW);
    assertEquals(Optional.of(guests), store().find(guests.draftId(), NOW));
    assertEquals(Optional.empty(), store().find("none", NOW));
  }

  @Test
  void listsAnAccountsDraftsNewestFirstAndCountsAProceduresRunningOnes() {
    Draft older = saved(account, NOW.minusSeconds(5));
    Draft newer = saved(account, NOW);
    saved(null, NOW);
    assertEquals(List.of(newer, older), store().ofAccount(account, NOW));
    assertEquals(3, store().running(procedure, NOW));
    assertEquals(0, store().running("p-none", NOW));
  }

  @Test
  void knowsNothingOfWhatHasExpired() {
    Draft old = saved(account, NOW.minusSeconds(3600));
    assertEquals(Optional.empty(), store().find(old.draftId(), NOW));
    assertEquals(List.of(), store().ofAccount(account, NOW));
    assertEquals(0, store().running(procedure, NOW));
  }

  @Test
  void savesOnlyOverTheRevisionBefore() {
    Draft first = saved(account, NOW);
    Draft second = next(first);
    assertEquals(Outcome.success(second), store().save(second, SampleApplications.token()));
    assertEquals(
        Outcome.failure(new NotSaved.Overtaken()),
        store().save(second, SampleApplications.token()));
    assertEquals(
        Outcome.failure(new NotSaved.Overtaken()), store().save(first, SampleApplications.token()));
    assertEquals(Optional.of(second), store().find(first.draftId(), NOW));
  }

  @Test
  void tellsARepeatedRequestItsFirstAnswer() {
    Draft draft = draft(1, account, NOW);
    Idempotency token = SampleApplications.token();
    store().save(draft, token);
    assertEquals(
        Outcome.failure(new NotSaved.Repeated(token.answer())), store().save(draft, token));
    assertEquals(
        Optional.of(new NotSaved.Repeated(token.answer())),
        store().repeated(token.token(), token.bodyHash()));
  }

  @Test
  void isGoneOnceRemoved() {
    Draft draft = saved(account, NOW);
    store().remove(draft.draftId());
    store().remove(draft.draftId());
    assertEquals(Optional.empty(), store().find(draft.draftId(), NOW));
  }

  @Test
  void endsWithTheApplicationItBecameAndStaysWhenThatWasRefused() {
    Draft own = saved(account, NOW);
    Draft others = saved("account-" + UUID.randomUUID(), NOW);
    Draft nobodys = saved(null, NOW);
    assertEquals(Outcome.failure(DraftStore.NotEnded.OTHERS), submit(others.draftId(), true));
    assertEquals(Optional.of(others), store().find(others.draftId(), NOW));
    for (Draft draft : List.of(own, nobodys, own)) {
      submit(draft.draftId(), true).fold(reason -> reason, done -> done);
      assertEquals(Optional.empty(), store().find(draft.draftId(), NOW));
    }
  }

  @Test
  void endsWithoutAVerifiedIdentityOnlyIfItWasNeverSavedWithOne() {
    Draft verified = saved(account, NOW);
    assertEquals(
        Outcome.failure(DraftStore.NotEnded.PROOF_NEEDED), submit(verified.draftId(), false));
    assertEquals(Optional.of(verified), store().find(verified.draftId(), NOW));
    Draft nobodys = saved(null, NOW);
    submit(nobodys.draftId(), false).fold(reason -> reason, done -> done);
    assertEquals(Optional.empty(), store().find(nobodys.draftId(), NOW));
  }

  private Outcome<Object, Application> submit(String draftId, boolean proven) {
    Application application = SampleApplications.submitted(account, "d-" + UUID.randomUUID());
    return applications()
        .submit(
            Submission.of(
                    application,
                    SampleApplications.event(application, Step.SUBMIT),
                    SampleApplications.token(),
                    Set.of())
                .<Object>as(refused -> refused)
                .with(store().ending(draftId, account, proven).as(reason -> reason)));
  }
}
