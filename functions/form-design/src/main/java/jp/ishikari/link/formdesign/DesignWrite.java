package jp.ishikari.link.formdesign;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.ishikari.link.domain.ApplicationStore.NotSaved;
import jp.ishikari.link.domain.Design;
import jp.ishikari.link.domain.DesignStore;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Steps;

/** How a design is written: on the revision its editor saw, once, by whom and when. */
record DesignWrite(DesignStore designs, InstantSource clock) {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("M月d日 H時mm分").withZone(Reception.JST);

  /** What became of it as an answer. */
  interface Answer {
    Object of(Design saved);
  }

  /** Saves {@code next} over the design that was found. */
  Response save(
      Request request,
      IdempotencyKey key,
      Design found,
      int revision,
      Procedure next,
      Answer says) {
    return write(request, key, found, revision, next, 200, says, designs::save);
  }

  /**
   * @param status of the first answer
   * @param store the transaction
   */
  Response write(
      Request request,
      IdempotencyKey key,
      Design found,
      int revision,
      Procedure next,
      int status,
      Answer says,
      BiFunction<Design, Idempotency, Outcome<NotSaved, Design>> store) {
    Optional<NotSaved> earlier = designs.repeated(key.token(), key.bodyHash());
    if (earlier.isPresent()) {
      return Steps.answer(earlier.get(), status);
    }
    if (revision != found.revision()) {
      return overtaken(found);
    }
    Instant now = now();
    Design after = found.saved(next, now, request.staff().staffId(), request.staff().name());
    Object answer = says.of(after);
    return store
        .apply(after, Steps.token(key, answer, now))
        .fold(
            reason ->
                reason instanceof NotSaved.Overtaken
                    ? overtaken(designs.find(found.procedureId()).orElse(found))
                    : Steps.answer(reason, status),
            saved -> status == 201 ? Response.created(answer) : Response.ok(answer));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A colleague saved first; nothing of theirs is overwritten. */
  private static Response overtaken(Design standing) {
    return standing.editedAt() == null
        ? Problem.CONFLICT.response()
        : Problem.CONFLICT.response(
            AT.format(standing.editedAt()) + "に " + standing.editedByName() + "さんが保存しました。");
  }
}
