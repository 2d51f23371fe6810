package jp.ishikari.link.conversations;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import jp.ishikari.link.conversations.store.SentenceStore;
import jp.ishikari.link.conversations.store.Sentences;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.OwnDivision;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * How the sentences of a division are changed: by who keeps them, on how they were seen, and once
 * for each press.
 */
record KeepingSentences(DivisionStore divisions, SentenceStore sentences, InstantSource clock) {
  private static final int OK = 200;

  /** How far they are after a change. */
  record Done(int revision) {}

  /**
   * @param change reads what is asked for of how they stand, and says how they stand after it; the
   *     revision that was seen goes along with it
   */
  Response change(Request request, BiFunction<Sentences, Doing, Outcome<Response, Next>> change) {
    return IdempotencyKey.of(request)
        .then(key -> key.fresh(sentences::repeated, OK))
        .then(
            key ->
                new OwnDivision(divisions)
                    .find(request)
                    .then(division -> change(division, request, key, change)))
        .fold(refusal -> refusal, answer -> answer);
  }

  /** What stands afterwards, from the revision that was seen. */
  record Next(int seen, Sentences after) {}

  /** Who does something now. */
  record Doing(Instant at, String staffId, String name) {
    Sentences.Change done(Sentences.Kind kind, Sentences.Sentence to) {
      return new Sentences.Change(at, staffId, name, kind, to.name());
    }
  }

  private Outcome<Response, Response> change(
      Division division,
      Request request,
      IdempotencyKey key,
      BiFunction<Sentences, Doing, Outcome<Response, Next>> change) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Sentences before = sentences.of(division.divisionId());
    return change
        .apply(before, new Doing(now, request.staff().staffId(), request.staff().name()))
        .map(
            next ->
                next.seen() == before.revision()
                    ? save(division, next.after(), key, now)
                    : overtaken());
  }

  private Response save(Division division, Sentences next, IdempotencyKey key, Instant now) {
    Done done = new Done(next.revision());
    return sentences
        .save(division.divisionId(), next, key.promise(done, now))
        .fold(reason -> RefusedWrite.answer(reason, OK), saved -> Response.ok(done));
  }

  static Response overtaken() {
    return Problem.CONFLICT.response("ほかの職員が、先に定型文を変えました。画面を読み込み直して確かめてください。");
  }
}
