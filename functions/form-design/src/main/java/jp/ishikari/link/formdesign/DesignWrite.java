package jp.ishikari.link.formdesign;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;
import jp.ishikari.link.formdesign.store.DesignStore;

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
    return write(
        request, key, found, revision, saved(request, found, next), 200, says, designs::save);
  }

  /** The next revision with other contents, by whoever asks. */
  Design saved(Request request, Design found, Procedure next) {
    return found.saved(next, now(), request.staff().staffId(), request.staff().name());
  }

  /** Who said what and when, for a colleague to read. */
  String said(String name, String words) {
    return AT.format(now()) + "　" + name + "さん：" + words;
  }

  /** What the same request was answered, if it came before. */
  Optional<Response> earlier(IdempotencyKey key, int status) {
    return designs.repeated(key.token(), key.bodyHash()).map(r -> RefusedWrite.answer(r, status));
  }

  /**
   * Writes a revision, once.
   *
   * @param after the next revision
   * @param status of the first answer
   * @param store the transaction
   */
  Response write(
      Request request,
      IdempotencyKey key,
      Design found,
      int revision,
      Design after,
      int status,
      Answer says,
      BiFunction<Design, Idempotency, Outcome<NotSaved, Design>> store) {
    Optional<Response> earlier = earlier(key, status);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    if (revision != found.revision()) {
      return overtaken(found);
    }
    Object answer = says.of(after);
    return store
        .apply(after, key.promise(answer, now()))
        .fold(
            reason ->
                reason instanceof NotSaved.Overtaken
                    ? overtaken(designs.find(found.procedureId()).orElse(found))
                    : RefusedWrite.answer(reason, status),
            saved -> status == 201 ? Response.created(answer) : Response.ok(answer));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A colleague saved first; nothing of theirs is overwritten. */
  private static Response overtaken(Design standing) {
    return standing.editedAt() == null
        ? Problem.CONFLICT.response()
        : Problem.CONFLICT.response(last(standing, "保存しました。"));
  }

  /** Who did what last, and when, in a sentence for a colleague. */
  static String last(Design standing, String did) {
    return AT.format(standing.editedAt()) + "に " + standing.editedByName() + "さんが" + did;
  }
}
