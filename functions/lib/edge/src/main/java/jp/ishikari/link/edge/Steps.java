package jp.ishikari.link.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.ishikari.link.domain.ApplicationStore.NotSaved;
import jp.ishikari.link.domain.Idempotency;

/**
 * What every step of an application has in common on the wire: its token, and what a refused write
 * means.
 */
public final class Steps {
  /** How long a repeated request gets the same answer again. */
  private static final Duration REPEATABLE = Duration.ofHours(24);

  private Steps() {}

  /** The promise to answer the same request with {@code answer} again. */
  public static Idempotency token(IdempotencyKey key, Object answer, Instant now) {
    return new Idempotency(
        key.token(), key.bodyHash(), Json.MAPPER.writeValueAsString(answer), now.plus(REPEATABLE));
  }

  /** The lifecycle has no such step from where the application stands. */
  public static Response notPossible() {
    return Problem.RULE_VIOLATED.response(
        List.of(new Problem.FieldError("state", "step", Problem.RULE_VIOLATED.title())));
  }

  /** {@code status} is what the first answer had. */
  public static Response answer(NotSaved reason, int status) {
    return switch (reason) {
      case NotSaved.Repeated(String answer) -> Response.json(status, answer);
      case NotSaved.KeyReused() -> Problem.CONFLICT.response("同じ送信の識別子で、別の内容が送られました。");
      case NotSaved.VisitEnded() -> Problem.COUNTER_ONLY.response();
      case NotSaved.SignedAnew() -> Problem.SIGNATURE_OUTDATED.response();
      case NotSaved.Overtaken(), NotSaved.ReceiptTaken(), NotSaved.PlaceTaken() ->
          Problem.CONFLICT.response();
    };
  }
}
