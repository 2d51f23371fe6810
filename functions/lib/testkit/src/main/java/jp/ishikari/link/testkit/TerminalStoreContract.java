package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.domain.counter.Terminal.Change;
import jp.ishikari.link.domain.counter.Terminal.What;
import jp.ishikari.link.domain.counter.TerminalStore;
import org.junit.jupiter.api.Test;

/** What a store of terminals promises. */
public abstract class TerminalStoreContract {
  private final Instant now = Instant.now();
  private final Instant until = now.plusSeconds(3600);
  private final String code = "hash-" + UUID.randomUUID();

  protected abstract TerminalStore store();

  private Terminal registered() {
    Terminal terminal =
        Terminal.registered(
            "t-" + UUID.randomUUID(),
            "市民課1番",
            "1階",
            Set.of("citizens", "tax"),
            code,
            until,
            change(What.REGISTERED));
    assertEquals(Outcome.success(terminal), save(terminal));
    return terminal;
  }

  private Outcome<NotSaved, Terminal> save(Terminal terminal) {
    return store().save(terminal, SampleApplications.token());
  }

  private Change change(What what) {
    return new Change(now, what, "吉田　恵子");
  }

  private Terminal revoked(Terminal terminal) {
    return terminal.revoked(change(What.REVOKED));
  }

  private Optional<Terminal> stored(Terminal terminal) {
    return store().find(terminal.terminalId());
  }

  @Test
  void keepsATerminalAndListsAllByIdAlsoRevokedOnes() {
    Terminal first = registered();
    Terminal second = revoked(registered());
    save(second);
    assertEquals(Optional.of(first), stored(first));
    assertEquals(Optional.empty(), store().find("none"));
    List<Terminal> all = store().all();
    assertTrue(all.containsAll(List.of(first, second)));
    List<String> ids = all.stream().map(Terminal::terminalId).toList();
    assertEquals(ids.stream().sorted().toList(), ids);
  }

  @Test
  void isFoundByItsLatestCodeAndByNoneOnceItIsRevoked() {
    Terminal first = registered();
    assertEquals(Optional.of(first), store().withCode(code));
    Terminal enrolled = first.enrolled("key", now);
    assertTrue(store().enrol(enrolled));
    assertEquals(Optional.of(enrolled), store().withCode(code), "to repeat itself");
    String another = code + "-another";
    Terminal renewed = enrolled.renewed(another, until, change(What.RENEWED));
    save(renewed);
    assertEquals(Optional.empty(), store().withCode(code));
    assertEquals(Optional.of(renewed), store().withCode(another));
    save(revoked(renewed));
    assertEquals(Optional.empty(), store().withCode(another));
  }

  @Test
  void savesAndEnrolsOnlyOverTheRevisionBefore() {
    Terminal first = registered();
    assertEquals(Outcome.failure(new NotSaved.Overtaken()), save(first));
    Terminal enrolled = first.enrolled("key", now);
    assertTrue(store().enrol(enrolled));
    assertFalse(store().enrol(first.enrolled("another", now)));
    assertEquals(Outcome.failure(new NotSaved.Overtaken()), save(revoked(first)));
    assertEquals(Optional.of(enrolled), stored(first));
  }

  @Test
  void enrolsNoneThatIsNotRegistered() {
    Terminal none =
        Terminal.registered(
            "t-" + UUID.randomUUID(), "", "", Set.of("d"), code, until, change(What.REGISTERED));
    assertFalse(store().enrol(none.enrolled("key", now)));
    assertEquals(Optional.empty(), stored(none));
  }

  @Test
  void ofManyBrowsersAndClerksAtOnceOneIsFirst() {
    Terminal first = registered();
    List<Boolean> done =
        AtOnce.each(
            12,
            i ->
                i % 2 == 0
                    ? store().enrol(first.enrolled("key-" + i, now))
                    : save(revoked(first)).fold(overtaken -> false, saved -> true));
    assertEquals(1, Collections.frequency(done, true), done.toString());
    assertEquals(2, stored(first).orElseThrow().revision());
  }

  @Test
  void keepsTheTokenWithTheStepAndNeitherWithoutTheOther() {
    Idempotency token = SampleApplications.token();
    Terminal first = registered();
    Terminal second = revoked(first);
    store().save(second, token);
    assertEquals(
        Optional.of(new NotSaved.Repeated(token.answer())),
        store().repeated(token.token(), token.bodyHash()));
    Terminal third = second.renewed(code, until, change(What.RENEWED));
    assertEquals(
        Outcome.failure(new NotSaved.Repeated(token.answer())), store().save(third, token));
    assertEquals(Optional.of(second), stored(first));
    Idempotency late = SampleApplications.token();
    assertEquals(Outcome.failure(new NotSaved.Overtaken()), store().save(second, late));
    assertEquals(Optional.empty(), store().repeated(late.token(), late.bodyHash()));
  }

  @Test
  void knowsWhenItsLatestVisitBeganAlsoWhenStaffOrTheTerminalHadReadItBefore() {
    Terminal read = registered();
    store().seen(read.terminalId(), now);
    assertEquals(Optional.of(read.seen(now)), stored(read));
    Terminal enrolled = read.enrolled("key", now);
    assertTrue(store().enrol(enrolled));
    assertEquals(Optional.of(enrolled.seen(now)), stored(read));
    Terminal revoked = revoked(enrolled);
    assertEquals(Outcome.success(revoked), save(revoked));
    assertEquals(Optional.of(revoked.seen(now)), stored(read));
  }
}
