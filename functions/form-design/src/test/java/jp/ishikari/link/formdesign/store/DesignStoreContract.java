package jp.ishikari.link.formdesign.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.testkit.SampleApplications;
import jp.ishikari.link.testkit.SampleProcedure;
import org.junit.jupiter.api.Test;

/** What a store of designs promises. */
public abstract class DesignStoreContract {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  protected abstract DesignStore store();

  protected abstract ProcedureStore procedures();

  private static Design first(Procedure draft) {
    return new Design(1, draft, NOW, "staff", "小林　由紀");
  }

  private Design saved() {
    Design design = first(SampleProcedure.guest().procedure());
    assertEquals(Outcome.success(design), store().save(design, SampleApplications.token()));
    return design;
  }

  @Test
  void keepsADesignAndListsItWithItsDivision() {
    Design design = saved();
    assertEquals(Optional.of(design), store().find(design.procedureId()));
    assertEquals(List.of(design), store().ofDivision(design.draft().divisionId()));
    assertEquals(Optional.empty(), store().find("none"));
  }

  @Test
  void savesOnlyOverTheRevisionBefore() {
    Design design = saved();
    Design next = design.saved(design.draft(), NOW, "staff-2", "佐藤");
    assertEquals(Outcome.success(next), store().save(next, SampleApplications.token()));
    assertEquals(
        Outcome.failure(new NotSaved.Overtaken()), store().save(next, SampleApplications.token()));
    assertEquals(
        Outcome.failure(new NotSaved.Overtaken()),
        store().save(first(design.draft()), SampleApplications.token()));
    assertEquals(Optional.of(next), store().find(design.procedureId()));
  }

  @Test
  void tellsARepeatedRequestItsFirstAnswer() {
    Design design = first(SampleProcedure.guest().procedure());
    Idempotency token = SampleApplications.token();
    store().save(design, token);
    assertEquals(
        Outcome.failure(new NotSaved.Repeated(token.answer())), store().save(design, token));
    assertEquals(
        Optional.of(new NotSaved.Repeated(token.answer())),
        store().repeated(token.token(), token.bodyHash()));
  }

  @Test
  void publishesAVersionThatIsListedInsteadOfTheOneBefore() {
    Design design = saved();
    Procedure one = design.draft();
    Procedure two = new SampleProcedure(one).next().procedure();
    publish(design, one, null);
    publish(design.saved(one, NOW, "s", "s"), two, one);
    assertEquals(Optional.of(two), procedures().current(one.procedureId()));
    assertEquals(List.of(two, one), procedures().versions(one.procedureId()));
    assertEquals(
        List.of(two),
        procedures().listed().stream()
            .filter(p -> p.procedureId().equals(one.procedureId()))
            .toList());
  }

  @Test
  void publishesNothingWhenTheRevisionIsNotTheOneOnRecord() {
    Design design = saved();
    assertEquals(
        Outcome.failure(new NotSaved.Overtaken()),
        store().publish(design, design.draft(), null, List.of(), SampleApplications.token()));
    assertEquals(Optional.empty(), procedures().current(design.procedureId()));
  }

  private void publish(Design design, Procedure version, Procedure before) {
    Design next = design.saved(version, NOW, "staff", "小林　由紀");
    assertEquals(
        Outcome.success(next),
        store().publish(next, version, before, List.of(), SampleApplications.token()));
  }
}
