package jp.ishikari.link.applications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Place;
import jp.ishikari.link.domain.PlaceStore;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ReceiptNumber;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.SubmissionStore;
import jp.ishikari.link.domain.SubmissionStore.NotSubmitted;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Response;

/**
 * Writes an application down, whoever sent it in or entered it: with its receipt number, its place
 * where places are limited, and everything else that becomes true with it, in one transaction.
 */
record Registration(
    SubmissionStore applications,
    FreePlaces places,
    BlindIndex people,
    RandomGenerator random,
    char regionDigit) {
  static final int CREATED = 201;

  /**
   * Ten random digits collide once in a city's lifetime; places of the same number are drawn by
   * many at once when few are left.
   */
  private static final int DRAWS = 20;

  /**
   * What is to be written down.
   *
   * @param holder who takes a place; empty where places are not limited
   * @param numbered the application with its receipt number
   * @param parts what else becomes true with it
   * @param receipt what whoever sent it holds of it
   */
  record Arriving(
      Procedure procedure,
      Applicant applicant,
      Optional<String> holder,
      Function<String, Application> numbered,
      Function<Application, ApplicationEvent> event,
      Function<Application, List<Part<Response>>> parts,
      Function<Application, ApplicationReceipt> receipt) {}

  /** Why it was not written down. */
  private sealed interface Refusal {
    /** Somebody else has the number or the place that was drawn; draw another. */
    record DrawnTwice() implements Refusal {}

    /** What whoever sent it is answered. */
    record Told(Response response) implements Refusal {}

    static Refusal of(PlaceStore.NotTaken reason) {
      return switch (reason) {
        case PlaceStore.NotTaken.PlaceTaken() -> new DrawnTwice();
        case PlaceStore.NotTaken.HoldsOne() -> new Told(Openings.holdsOne());
      };
    }

    static Refusal of(NotSubmitted reason) {
      return switch (reason) {
        case NotSubmitted.Unsaved(NotSaved unsaved) ->
            new Told(RefusedWrite.answer(unsaved, CREATED));
        case NotSubmitted.ReceiptTaken() -> new DrawnTwice();
      };
    }
  }

  /**
   * It may have been accepted before the form changed or the day ended: then the answer is the one
   * it got.
   */
  Response refused(IdempotencyKey key, Response refusal) {
    return key.fresh(applications::repeated, CREATED).fold(first -> first, fresh -> refusal);
  }

  Response save(Arriving arriving, IdempotencyKey key, Instant now) {
    for (int draw = 1; ; draw++) {
      Optional<Place> place =
          arriving.holder().flatMap(who -> places.draw(arriving.procedure(), who));
      if (arriving.holder().isPresent() && place.isEmpty()) {
        return refused(key, Openings.full(arriving.procedure()));
      }
      Application application =
          arriving.numbered().apply(ReceiptNumber.draw(regionDigit, random).digits());
      ApplicationReceipt receipt =
          arriving.receipt().apply(application).paid(arriving.procedure().payment());
      Submission<Refusal> submission =
          Submission.of(
                  application,
                  arriving.event().apply(application),
                  key.promise(receipt, now),
                  arriving.applicant().terms(people, arriving.procedure().divisionId()))
              .as(Refusal::of)
              .with(
                  arriving.parts().apply(application).stream()
                      .map(part -> part.<Refusal>as(Refusal.Told::new))
                      .toList())
              .with(
                  place.stream()
                      .map(free -> places.taking(free, application.applicationId()))
                      .map(taking -> taking.<Refusal>as(Refusal::of))
                      .toList());
      switch (applications.submit(submission)) {
        case Outcome.Success<Refusal, Application> done -> {
          return Response.created(receipt);
        }
        case Outcome.Failure<Refusal, Application>(Refusal.Told(Response response)) -> {
          return response;
        }
        case Outcome.Failure<Refusal, Application>(Refusal.DrawnTwice()) -> {
          if (draw == DRAWS) {
            return Problem.CONFLICT.response();
          }
        }
      }
    }
  }
}
