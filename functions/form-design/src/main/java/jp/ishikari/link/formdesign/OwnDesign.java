package jp.ishikari.link.formdesign;

import java.util.Optional;
import java.util.function.BiFunction;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.Release;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.OfOwnDivisions;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.formdesign.store.Design;
import jp.ishikari.link.formdesign.store.DesignStore;

/**
 * Finds the design a request names, if it is of one of the caller's divisions; another division's
 * is answered as if it did not exist; one that a colleague removed, with who did and when. What was
 * never edited here starts from the published version.
 */
@OfOwnDivisions
record OwnDesign(DesignStore designs, ProcedureStore procedures) {

  Outcome<Response, Design> find(Request request) {
    String id = request.path().get("procedureId");
    return designs
        .find(id)
        .or(() -> procedures.current(id).map(OwnDesign::untouched))
        .filter(d -> request.staff().divisions().contains(d.draft().divisionId()))
        .<Outcome<Response, Design>>map(
            d -> d.removed() ? Outcome.failure(removed(d)) : Outcome.success(d))
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }

  /** Whoever still has it open learns why their work cannot be kept. */
  private static Response removed(Design design) {
    return Problem.NOT_FOUND.response(DesignWrite.last(design, "この手続を削除しました。"));
  }

  /** A request that changes a design, once it is known whose and what it asks for. */
  @FunctionalInterface
  interface Change<A> {
    Response run(IdempotencyKey key, Design design, A asked);
  }

  /** Changes the design that a request names, or refuses: without a key, another division's. */
  <R extends Record> Response change(Request request, Class<R> body, Change<R> change) {
    return change(request, body, (asked, mistakes) -> asked, change);
  }

  /** The same with rules of the operation's own about the body. */
  <R extends Record, A> Response change(
      Request request, Class<R> body, BiFunction<R, Body.Mistakes, A> rules, Change<A> change) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                find(request)
                    .then(
                        design ->
                            Body.read(request, body, rules)
                                .map(asked -> change.run(key, design, asked))))
        .fold(refusal -> refusal, answer -> answer);
  }

  /** One published version of a design that was found. */
  Outcome<Response, Procedure> version(Design design, int version) {
    return procedures
        .version(design.procedureId(), version)
        .<Outcome<Response, Procedure>>map(Outcome::success)
        .orElseGet(() -> Outcome.failure(Problem.NOT_FOUND.response()));
  }

  /** The version that the request's path names, of the design that it names. */
  Outcome<Response, Procedure> version(Request request) {
    String number = request.path().get("version");
    return find(request)
        .then(
            design ->
                number.matches("[1-9]\\d{0,8}")
                    ? version(design, Integer.parseInt(number))
                    : Outcome.failure(Problem.NOT_FOUND.response()));
  }

  private static Design untouched(Procedure published) {
    Optional<Release> release = Optional.ofNullable(published.release());
    return new Design(
        0,
        published,
        release.map(Release::at).orElse(null),
        release.map(Release::by).orElse(null),
        release.map(Release::byName).orElse(null));
  }
}
