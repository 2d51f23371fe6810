package jp.ishikari.link.applications;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.applications.store.ProvenPeople;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.SubmissionStore;
import jp.ishikari.link.domain.SubmissionStore.NotSubmitted;
import jp.ishikari.link.domain.TermChange;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Request;

/**
 * A submit before a snapshot, all the way to a transaction whose condition must fail, so that
 * nothing is ever written: the operation itself, over a procedure that nobody published.
 */
record PrimeApplications(
    ApplicationStore applications,
    ProcedureStore procedures,
    SubmissionParts parts,
    CalendarStore calendars,
    FreePlaces places,
    PlaceHolders holders,
    BlindIndex people,
    ProvenPeople proven,
    NoticeAddress notices)
    implements Runnable {
  private static final String ID = "priming";

  private static final String PROCEDURE =
      """
      {"procedureId":"priming","version":1,"name":"priming","kana":"priming","summary":"priming",
       "category":"priming","events":["priming"],"audience":"priming","needs":["priming"],
       "feeText":"priming","standardDays":3,"divisionId":"priming","level":"GUEST","online":true,
       "sample":true,"how":null,"law":null,
       "form":{"id":"priming","version":1,"title":"priming","pages":[{"id":"page","title":"priming",
        "fields":[
         {"id":"name","type":"name","label":"priming","required":true,"gif":"fullName"},
         {"id":"address","type":"address","label":"priming"},
         {"id":"birth","type":"date","label":"priming","max":"today","gif":"dateOfBirth"},
         {"id":"phone","type":"phone","label":"priming","gif":"phone"},
         {"id":"email","type":"email","label":"priming","gif":"email"},
         {"id":"copies","type":"number","label":"priming","min":1},
         {"id":"purpose","type":"radio","label":"priming","options":[{"value":"a","label":"a"}]},
         {"id":"reason","type":"text","label":"priming","visibleIf":{"==":[{"var":"purpose"},"a"]}},
         {"id":"children","type":"group","label":"priming","min":0,"max":2,"itemLabel":"priming",
          "fields":[{"id":"child","type":"text","label":"priming"}]}]}],
        "fee":{"*":[{"var":"copies"},300]}}}
      """;

  private static final String BODY =
      """
      {"procedureId":"priming","formVersion":1,"fee":600,"answers":{
       "name":{"family":"石狩","given":"花子","familyKana":"イシカリ","givenKana":"ハナコ"},
       "address":{"postalCode":"0613292","prefecture":"北海道","city":"石狩市","town":"花川","block":"1"},
       "birth":"1989-01-07","phone":"0133-72-3111","email":"priming@example.jp","copies":2,
       "purpose":"a","reason":"priming","children":[{"child":"priming"}]}}
      """;

  @Override
  public void run() {
    InstantSource clock = InstantSource.system();
    int status =
        new SubmitApplication(
                new Registration(new Doomed(applications), places, people, new SecureRandom(), '0'),
                holders,
                new Intake(new Unpublished(procedures)),
                parts,
                calendars,
                proven,
                notices,
                clock,
                Duration.ZERO)
            .run(
                new Request(
                    Route.SUBMIT_APPLICATION,
                    Map.of(),
                    Map.of(),
                    Map.of("idempotency-key", List.of("priming-priming")),
                    Json.MAPPER.readTree(BODY),
                    BODY,
                    new Caller.Guest(),
                    null,
                    ID))
            .status();
    if (status != 409) {
      throw new IllegalStateException("priming was answered " + status);
    }
  }

  /** Writes what would follow on a first version that never was. */
  private record Doomed(ApplicationStore store) implements SubmissionStore {
    @Override
    public <F> Outcome<F, Application> submit(Submission<F> first) {
      Application application = first.application();
      return store.advance(
          Advance.of(application.advanced(application.state(), null), first.event(), first.token())
              .with(new TermChange(first.terms(), Set.of()))
              .<NotSubmitted>as(NotSubmitted.Unsaved::new)
              .as(first.meaning()));
    }

    @Override
    public Optional<NotSaved> repeated(String token, String bodyHash) {
      return store.repeated(token, bodyHash);
    }
  }

  /** Asks for a procedure that is not there, and reads it as if it were. */
  private record Unpublished(ProcedureStore store) implements ProcedureStore {
    @Override
    public Optional<Procedure> current(String procedureId) {
      return store
          .current(procedureId)
          .or(() -> Optional.of(Json.MAPPER.readValue(PROCEDURE, Procedure.class)));
    }

    @Override
    public Optional<Procedure> version(String procedureId, int version) {
      return store.version(procedureId, version);
    }

    @Override
    public List<Procedure> versions(String procedureId) {
      return store.versions(procedureId);
    }

    @Override
    public List<Procedure> listed() {
      return store.listed();
    }

    @Override
    public boolean publish(Procedure procedure) {
      throw new UnsupportedOperationException("priming publishes nothing");
    }
  }
}
