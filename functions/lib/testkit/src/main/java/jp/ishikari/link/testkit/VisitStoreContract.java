package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.counter.Attestation;
import jp.ishikari.link.domain.counter.IdentityDocument;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.counter.VisitStore;
import org.junit.jupiter.api.Test;

/** What a store of visits at terminals promises. */
public abstract class VisitStoreContract {
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Terminal terminal =
      Terminal.registered(
          "t-" + UUID.randomUUID(),
          "市民課1番",
          "1階",
          Set.of("citizens", "tax"),
          "hash",
          now,
          new Terminal.Change(now, Terminal.What.REGISTERED, "吉田　恵子"));
  private final Attestation found =
      new Attestation(
          "吉田　花子",
          LocalDate.of(1989, 1, 7),
          List.of(IdentityDocument.PENSION_BOOK, IdentityDocument.OTHER),
          "学生証",
          "staff-yamada",
          "山田　次郎",
          now);

  protected abstract VisitStore store();

  private Visit begun(Instant endsAt) {
    Visit visit = Visit.begun("hash-" + UUID.randomUUID(), terminal, now, endsAt);
    store().begin(visit);
    return visit;
  }

  private Visit begun() {
    return begun(now.plusSeconds(600));
  }

  private Visit stored(Visit visit) {
    return store().find(visit.visitId()).orElseThrow();
  }

  private Visit waiting(int number, Instant since) {
    Visit visit = begun();
    assertTrue(store().wait(visit.visitId(), new Visit.Waiting(number, "住民票の写し", since), false));
    return visit;
  }

  /** Numbers of those who wait at this test's terminal, as staff are told them. */
  private List<Integer> numbers() {
    return store().waiting().stream()
        .filter(visit -> visit.terminalId().equals(terminal.terminalId()))
        .map(visit -> visit.waiting().number())
        .toList();
  }

  /** As the visitor waits at this moment. */
  private Outcome<NotSaved, Attestation> attest(Visit visit) {
    return store().attest(visit.visitId(), standing(visit), found, SampleApplications.token());
  }

  private Visit.Waiting standing(Visit visit) {
    return store()
        .find(visit.visitId())
        .flatMap(stored -> Optional.ofNullable(stored.waiting()))
        .orElse(new Visit.Waiting(1, "住民票の写し", now));
  }

  @Test
  void keepsAVisitAlsoOneThatHasRunOutForTheCallerToSee() {
    Visit running = begun();
    Visit over = begun(now.minusSeconds(3600));
    assertEquals(running, stored(running));
    assertEquals(over, stored(over));
    assertEquals(Optional.empty(), store().find("none"));
  }

  @Test
  void notesUseAndWhoSignedInBesideEverythingElse() {
    Visit visit = waiting(7, now);
    Instant later = now.plusSeconds(60);
    store().seen(visit.visitId(), later);
    assertTrue(store().signedIn(visit.visitId(), "session"));
    assertEquals(
        new Visit(
            visit.visitId(),
            visit.terminalId(),
            visit.terminalRevision(),
            visit.terminalName(),
            visit.divisions(),
            now,
            later,
            visit.endsAt(),
            null,
            null,
            "session"),
        stored(visit));
  }

  @Test
  void whoeverSignsInWaitsForNoCheckAnyMore() {
    Visit visit = waiting(7, now);
    Visit.Waiting before = standing(visit);
    assertTrue(store().signedIn(visit.visitId(), "session"));
    assertEquals(List.of(), numbers());
    assertEquals(
        Outcome.failure(new NotSaved.Overtaken()),
        store().attest(visit.visitId(), before, found, SampleApplications.token()));
  }

  @Test
  void keepsNothingForWhoeverWaitsAnewAtTheSameTerminal() {
    Visit visit = waiting(7, now);
    Visit.Waiting before = standing(visit);
    assertTrue(store().wait(visit.visitId(), null, false));
    assertTrue(
        store().wait(visit.visitId(), new Visit.Waiting(8, "児童手当", now.plusSeconds(9)), false));
    assertEquals(
        Outcome.failure(new NotSaved.Overtaken()),
        store().attest(visit.visitId(), before, found, SampleApplications.token()));
    assertEquals(null, stored(visit).attestation());
  }

  @Test
  void nothingBringsBackAVisitThatHasEnded() {
    Visit visit = waiting(1, now);
    store().end(visit.visitId());
    store().end(visit.visitId());
    store().seen(visit.visitId(), now);
    assertFalse(store().signedIn(visit.visitId(), "session"));
    assertFalse(store().wait(visit.visitId(), new Visit.Waiting(2, "住民票の写し", now), false));
    assertFalse(store().wait(visit.visitId(), null, false));
    assertEquals(Outcome.failure(new NotSaved.Overtaken()), attest(visit));
    assertEquals(Optional.empty(), store().find(visit.visitId()));
    assertEquals(List.of(), numbers());
  }

  @Test
  void tellsWhoWaitsLongestFirstUntilTheyWaitNoMore() {
    waiting(2, now.plusMillis(20));
    Visit longest = waiting(3, now);
    Visit checked = waiting(1, now.plusSeconds(1));
    begun();
    assertEquals(List.of(3, 2, 1), numbers());
    assertTrue(store().wait(longest.visitId(), null, false));
    assertEquals(Outcome.success(found), attest(checked));
    assertEquals(List.of(2), numbers());
    assertEquals(longest, stored(longest));
  }

  @Test
  void keepsWhatStaffFoundOutOnceAndOnlyWhileTheVisitorWaits() {
    Visit visit = begun();
    assertEquals(Outcome.failure(new NotSaved.Overtaken()), attest(visit));
    Visit waiting = waiting(1, now);
    assertEquals(Outcome.success(found), attest(waiting));
    assertEquals(Outcome.failure(new NotSaved.Overtaken()), attest(waiting));
    assertEquals(found, stored(waiting).attestation());
    assertFalse(store().wait(waiting.visitId(), new Visit.Waiting(2, "住民票の写し", now), false));
    assertEquals(null, stored(waiting).waiting());
  }

  @Test
  void keepsASecondCheckInThePlaceOfTheFirstOnceTheVisitorWaitsForIt() {
    Visit visit = waiting(1, now);
    assertEquals(Outcome.success(found), attest(visit));
    Visit.Waiting again = new Visit.Waiting(2, "住民票の写し", now.plusSeconds(9));
    assertTrue(store().wait(visit.visitId(), again, true));
    assertEquals(found, stored(visit).attestation());
    Attestation other =
        new Attestation(
            "吉田　健",
            found.birthDate(),
            found.documents(),
            found.other(),
            found.staffId(),
            found.staffName(),
            now.plusSeconds(20));
    assertEquals(
        Outcome.success(other),
        store().attest(visit.visitId(), again, other, SampleApplications.token()));
    assertEquals(other, stored(visit).attestation());
    assertEquals(null, stored(visit).waiting());
    assertTrue(store().wait(visit.visitId(), again, true));
    assertTrue(store().wait(visit.visitId(), null, false));
    assertEquals(other, stored(visit).attestation());
  }

  @Test
  void ofManyClerksAtOnceOneChecksAndAVisitorWhoLeavesAtThatMomentIsNotTornInTwo() {
    Visit visit = waiting(1, now);
    List<Object> answers =
        AtOnce.each(12, i -> i == 0 ? store().wait(visit.visitId(), null, false) : attest(visit));
    long checked = answers.stream().filter(Outcome.success(found)::equals).count();
    boolean left = answers.getFirst().equals(true);
    // Whoever leaves after the check keeps it for what they send next; before it there is none.
    assertTrue(checked == 1 || checked == 0 && left, answers.toString());
    assertEquals(checked == 1 ? found : null, stored(visit).attestation());
    assertEquals(null, stored(visit).waiting());
  }

  @Test
  void keepsTheTokenWithTheFindingAndNeitherWithoutTheOther() {
    Idempotency token = SampleApplications.token();
    Visit first = waiting(1, now);
    Visit second = waiting(2, now);
    store().attest(first.visitId(), standing(first), found, token);
    assertEquals(
        Optional.of(new NotSaved.Repeated(token.answer())),
        store().repeated(token.token(), token.bodyHash()));
    assertEquals(
        Outcome.failure(new NotSaved.Repeated(token.answer())),
        store().attest(second.visitId(), standing(second), found, token));
    assertEquals(null, stored(second).attestation());
    Idempotency late = SampleApplications.token();
    assertEquals(
        Outcome.failure(new NotSaved.Overtaken()),
        store().attest(first.visitId(), standing(first), found, late));
    assertEquals(Optional.empty(), store().repeated(late.token(), late.bodyHash()));
  }
}
