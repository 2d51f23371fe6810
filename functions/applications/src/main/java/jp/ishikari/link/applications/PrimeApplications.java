package jp.ishikari.link.applications;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.edge.Steps;

/**
 * Walks a submit's path before a snapshot: reads that find nothing, a form that is checked, and a
 * transaction whose condition must fail, so that nothing is ever written.
 */
record PrimeApplications(
    ApplicationStore applications,
    ProcedureStore procedures,
    CalendarStore calendars,
    BlindIndex people)
    implements Runnable {
  private static final String ID = "priming";
  private static final Instant THEN = Instant.EPOCH;

  private static final Map<String, Object> FORM =
      Map.of(
          "id",
          ID,
          "version",
          1,
          "title",
          ID,
          "pages",
          List.of(
              Map.of(
                  "id",
                  "page",
                  "title",
                  ID,
                  "fields",
                  List.of(Map.of("id", "name", "type", "name", "label", ID, "gif", "fullName")))));

  @Override
  public void run() {
    procedures.current(ID);
    calendars.from(Reception.today(THEN).getYear());
    people.term(ID, BlindIndex.Kind.NAME, ID);
    Procedure procedure =
        new Procedure(
            ID,
            1,
            ID,
            ID,
            ID,
            ID,
            List.of(),
            ID,
            List.of(),
            ID,
            0,
            ID,
            Procedure.Level.GUEST,
            true,
            false,
            null,
            null,
            FORM);
    Answers.check(procedure, Map.of("name", Map.of("family", "石狩")), null, Reception.today(THEN));
    // Version 2 of an application that never had a version 1.
    Application never =
        new Application(
            ID,
            2,
            ApplicationState.SUBMITTED,
            ID,
            ID,
            1,
            ID,
            null,
            ID,
            ID,
            Map.of("a", 1),
            1,
            THEN,
            Reception.today(THEN),
            null,
            null,
            null,
            null);
    applications
        .advance(
            never,
            ApplicationReceipt.event(never, Step.SUBMIT, THEN),
            new Idempotency(ID, ID, ID, THEN),
            Set.of())
        .fold(
            notSaved -> Steps.answer(notSaved, 201),
            impossible -> {
              throw new IllegalStateException("priming wrote something");
            });
  }
}
