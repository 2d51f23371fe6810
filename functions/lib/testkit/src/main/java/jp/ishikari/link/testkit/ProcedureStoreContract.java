package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import org.junit.jupiter.api.Test;

/** What every store of procedures promises. */
public abstract class ProcedureStoreContract {
  protected abstract ProcedureStore store();

  private List<Procedure> listed(String id) {
    return store().listed().stream().filter(p -> p.procedureId().equals(id)).toList();
  }

  @Test
  void aPublishedVersionComesBackAsItIsWithItsForm() {
    Procedure procedure = SampleProcedure.signedIn().procedure();
    assertTrue(store().publish(procedure));
    assertEquals(Optional.of(procedure), store().current(procedure.procedureId()));
    assertEquals(Optional.of(procedure), store().version(procedure.procedureId(), 1));
    assertEquals(List.of(procedure), listed(procedure.procedureId()));
  }

  @Test
  void aNewVersionIsListedInsteadOfTheOldWhichCanStillBeRead() {
    SampleProcedure first = SampleProcedure.signedIn();
    Procedure second = first.next().procedure();
    store().publish(first.procedure());
    assertTrue(store().publish(second));
    assertEquals(Optional.of(second), store().current(first.id()));
    assertEquals(List.of(second), listed(first.id()));
    assertEquals(Optional.of(first.procedure()), store().version(first.id(), 1));
  }

  @Test
  void aPublishedVersionNeverChanges() {
    SampleProcedure first = SampleProcedure.signedIn();
    store().publish(first.procedure());
    assertFalse(store().publish(first.atTheCounter().procedure()));
    assertEquals(Optional.of(first.procedure()), store().current(first.id()));
  }

  @Test
  void whatWasNeverPublishedIsNotThere() {
    assertEquals(Optional.empty(), store().current("never"));
    assertEquals(Optional.empty(), store().version("never", 1));
  }
}
