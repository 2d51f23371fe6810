package jp.ishikari.link.payments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.BiFunction;
import jp.ishikari.link.blueprint.EventField;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.payments.store.CashDay;
import jp.ishikari.link.payments.store.CashDays;
import jp.ishikari.link.payments.store.OrderStore;

/** What closing the cash of a day, and opening it again, have in common. */
record Closing(CashDays days, OrderStore tokens, DivisionNames divisions, InstantSource clock) {
  private static final int OK = 200;

  /** A body that names whose cash of which day, and the version that was seen. */
  interface OfDay {
    LocalDate day();

    String divisionId();

    int version();
  }

  /** What a change starts from. */
  record At(CashDay cash, Instant now, Request request) {
    String staffId() {
      return request.staff().staffId();
    }

    CashDay.Done done(CashDay.Act act, Long countedOrNull, String noteOrNull) {
      return new CashDay.Done(
          now, act, staffId(), request.staff().name(), cash.recorded(), countedOrNull, noteOrNull);
    }
  }

  /** A change and the event that says so. */
  record Changed(CashDay after, EventType event) {}

  /** Changes it, once. */
  <B extends Record & OfDay> Response change(
      Request request, Class<B> type, BiFunction<At, B, Outcome<Response, Changed>> change) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(tokens::repeated, OK))
        .then(
            key ->
                Body.read(request, type)
                    .then(
                        body ->
                            at(request, body)
                                .then(
                                    at ->
                                        change
                                            .apply(at, body)
                                            .map(changed -> saved(at, changed, key)))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private <B extends OfDay> Outcome<Response, At> at(Request request, B body) {
    CashDay cash = days.find(body.day(), body.divisionId());
    if (cash.version() == 0) {
      return Outcome.failure(Problem.NOT_FOUND.response());
    }
    return cash.version() == body.version()
        ? Outcome.success(new At(cash, clock.instant().truncatedTo(ChronoUnit.MILLIS), request))
        : Outcome.failure(Problem.CONFLICT.response());
  }

  private Response saved(At at, Changed changed, IdempotencyKey key) {
    CashDay after = changed.after();
    CashShown shown = CashShown.of(after, divisions.byId(), at.request().staff());
    CityEvent event =
        new CityEvent(
            Subject.CASH_DAY.of(after.day() + "_" + after.divisionId()),
            after.version(),
            changed.event(),
            at.now(),
            null,
            Map.of(EventField.DIVISION_ID, after.divisionId(), EventField.STAFF_ID, at.staffId()));
    return days.save(at.cash(), after, event, key.promise(shown, at.now()))
        .fold(reason -> RefusedWrite.answer(reason, OK), done -> Response.ok(shown));
  }
}
