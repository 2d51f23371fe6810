package jp.ishikari.link.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoCalendarStore;
import jp.ishikari.link.aws.DynamoHoldStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.KmsBlindIndex;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Advance;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.BusinessCalendar;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ReceiptNumber;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.SubmissionStore.NotSubmitted;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.forms.FormCheck;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;
import jp.ishikari.link.identity.IdentityWiring;
import jp.ishikari.link.identity.store.DynamoAccountStore;
import jp.ishikari.link.identity.store.KmsResidentKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sample cases in every state, made by the same lifecycle, form check and stores as real ones. Ids,
 * numbers and tokens follow from a case's place, so that filling again after a kill finds what is
 * there.
 */
final class SampleCases {
  private final Cloud cloud;
  private final ApplicationStore applications;
  private final HoldStore holds;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  SampleCases(Cloud cloud) {
    this.cloud = cloud;
    this.applications = new DynamoApplicationStore(cloud);
    this.holds = new DynamoHoldStore(cloud);
  }

  void fill(JsonNode cases, JsonNode residents, JsonNode staff) {
    Map<String, String> accounts = accounts(cases, residents);
    Map<String, String> names = new HashMap<>();
    staff.forEach(s -> names.put(s.get("username").stringValue(), s.get("name").stringValue()));
    int place = 0;
    for (JsonNode one : cases) {
      Application application =
          submit(++place, one, accounts.get(one.path("resident").asString("")));
      Instant at = application.arrivedAt();
      for (JsonNode step : one.get("steps")) {
        at = at.plus(Duration.ofHours(1));
        application = step(application, step, names, at);
      }
    }
  }

  /** Of who applied; the others are still to sign in for the first time. */
  private Map<String, String> accounts(JsonNode cases, JsonNode residents) {
    Set<String> applied =
        cases
            .valueStream()
            .map(one -> one.path("resident").asString(""))
            .collect(Collectors.toSet());
    KmsResidentKeys keys = new KmsResidentKeys(cloud);
    DynamoAccountStore store = new DynamoAccountStore(cloud);
    Map<String, String> accounts = new HashMap<>();
    for (JsonNode person : residents) {
      String subject = person.get("sub").stringValue();
      String name = subject.substring(subject.indexOf('-') + 1);
      if (!applied.contains(name)) {
        continue;
      }
      Map<String, String> claims = new LinkedHashMap<>();
      for (String claim : List.of("name", "address", "birthdate", "gender")) {
        claims.put(claim, person.get(claim).stringValue());
      }
      accounts.put(
          name,
          store
              .signIn(
                  keys.identityOf(IdentityWiring.CARD, subject), claims, IdentityWiring.CARD, now)
              .accountId());
    }
    return accounts;
  }

  @SuppressWarnings("unchecked")
  private Application submit(int place, JsonNode one, String accountId) {
    Procedure procedure =
        new DynamoProcedureStore(cloud).current(one.get("procedureId").stringValue()).orElseThrow();
    FormDefinition form = ((FormReading.Valid) FormDefinition.read(procedure.form())).form();
    Instant at = now.minus(Duration.ofDays(one.get("daysAgo").intValue()));
    FormCheck check =
        FormCheck.of(
            form,
            Json.MAPPER.convertValue(dated(one.get("answers")), Map.class),
            Reception.today(at),
            null);
    if (!check.accepted()) {
      throw new IllegalStateException(procedure.procedureId() + " sample case: " + check.errors());
    }
    BusinessCalendar calendar = new DynamoCalendarStore(cloud).from(Reception.today(at).getYear());
    LocalDate receivedOn = Reception.receivedOn(at, calendar);
    Applicant applicant = new Applicant(form, check.canonical());
    Application application =
        new Application(
            UUID.nameUUIDFromBytes(("sample case " + place).getBytes(StandardCharsets.UTF_8))
                .toString(),
            1,
            new Application.Arrival(
                accountId,
                ReceiptNumber.draw('1', new Random(place)).digits(),
                at,
                receivedOn,
                null,
                null),
            new Application.Matter(
                procedure.procedureId(),
                procedure.name(),
                procedure.divisionId(),
                new Application.Answered(
                    procedure.version(),
                    check.canonical(),
                    form.fee() == null ? null : Math.toIntExact(check.fee()),
                    applicant.name(),
                    // No mail for what never happened.
                    null,
                    null,
                    accountId == null ? null : applicant.said(),
                    List.of())),
            new Application.Standing(ApplicationState.SUBMITTED, null),
            new Application.Clock(procedure.standardDays()));
    return applications
        .submit(
            Submission.of(
                application,
                event(
                    application, Step.SUBMIT, Actor.RESIDENT, accountId, null, at, null, List.of()),
                token(application),
                applicant.terms(new KmsBlindIndex(cloud), procedure.divisionId())))
        .fold(
            refused ->
                switch (refused) {
                  case NotSubmitted.Unsaved(NotSaved reason) -> standing(reason, application);
                  case NotSubmitted.ReceiptTaken() ->
                      throw new IllegalStateException("sample case: the receipt number is taken");
                },
            done -> done);
  }

  private Application step(
      Application before, JsonNode asked, Map<String, String> names, Instant at) {
    Step step = Step.valueOf(asked.get("step").stringValue());
    String by = asked.path("by").asString(null);
    Actor actor = by == null ? Actor.RESIDENT : Actor.STAFF;
    String reason = asked.path("reason").asString(null);
    ApplicationState to = Lifecycle.next(before.state(), step, actor).orElseThrow();
    boolean returned = to == ApplicationState.RETURNED;
    Application after =
        before.advanced(to, returned ? new Application.Returned(reason, fields(asked)) : null);
    return applications
        .advance(
            Advance.of(
                    after,
                    event(
                        after,
                        step,
                        actor,
                        by == null ? before.accountId() : "staff-" + by,
                        names.get(by),
                        at,
                        reason,
                        fields(asked)),
                    token(after))
                .with(clock(before, after, at)))
        .fold(refused -> standing(refused, after), done -> done);
  }

  /** As the real steps do: returning stops the clock, and what comes after it lets it go on. */
  private List<Part<NotSaved>> clock(Application before, Application after, Instant at) {
    if (after.state() == ApplicationState.RETURNED) {
      return List.of(
          holds
              .starting(
                  Hold.since(
                      after.applicationId(),
                      Hold.Kind.CORRECTION,
                      Integer.toString(after.version()),
                      at))
              .as(begun -> new NotSaved.Overtaken()));
    }
    return holds.of(before.applicationId()).open().stream()
        .map(hold -> holds.ending(hold, at))
        .map(end -> end.<NotSaved>as(other -> new NotSaved.Overtaken()))
        .toList();
  }

  private static ApplicationEvent event(
      Application a,
      Step step,
      Actor actor,
      String actorId,
      String name,
      Instant at,
      String reason,
      List<String> fields) {
    return ApplicationEvent.of(a, step, at, actor, actorId, name, reason, fields);
  }

  private static List<String> fields(JsonNode asked) {
    List<String> fields = new ArrayList<>();
    asked.path("fields").forEach(field -> fields.add(field.stringValue()));
    return fields;
  }

  /** {"inDays": 8} stands for a day from today on, so that the sample never grows old. */
  private JsonNode dated(JsonNode answers) {
    ObjectNode dated = ((ObjectNode) answers).deepCopy();
    for (Map.Entry<String, JsonNode> answer : answers.properties()) {
      if (answer.getValue().has("inDays")) {
        int days = answer.getValue().get("inDays").intValue();
        dated.put(answer.getKey(), Reception.today(now).plusDays(days).toString());
      }
    }
    return dated;
  }

  /** Before an earlier filling was killed it came as far as this. */
  private static Application standing(NotSaved reason, Application same) {
    if (reason instanceof NotSaved.Repeated) {
      return same;
    }
    throw new IllegalStateException("sample case: " + reason);
  }

  /** Kept long enough for a filling that is begun again. */
  private Idempotency token(Application a) {
    return new Idempotency(
        "sample-" + a.applicationId() + "-" + a.version(), "", "", now.plus(Duration.ofDays(1)));
  }
}
