package jp.ishikari.link.edge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;

/**
 * What makes a repeated request the same request.
 *
 * @param token hash of who, which route on which target, and the client's key
 * @param bodyHash hash of the body
 */
public record IdempotencyKey(String token, String bodyHash) {
  /** How long a repeated request gets the same answer again. */
  private static final Duration REPEATABLE = Duration.ofHours(24);

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  /**
   * From the Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header); of what a machine
   * says, from the id that its provider has signed.
   */
  public static Outcome<Response, IdempotencyKey> of(Request request) {
    if (request.caller() instanceof Caller.Machine(String message)) {
      return Outcome.success(of(request, "machine", message));
    }
    String key = request.header("idempotency-key").orElse("");
    if (!KEY.matcher(key).matches()) {
      return Outcome.failure(
          Problem.ANSWERS_INVALID.response(
              List.of(
                  new Problem.FieldError(
                      "Idempotency-Key", "required", "送信の識別子がありません。画面を開き直してください。"))));
    }
    String who =
        switch (request.caller()) {
          case Caller.Guest() -> "guest";
          case Caller.Partner partner -> "partner " + partner.clientId();
          case Caller.Machine machine -> throw new IllegalStateException("answered above");
          case Caller.Resident resident -> "resident " + resident.accountId();
          case Caller.Staff staff -> "staff " + staff.staffId();
        };
    return Outcome.success(of(request, who, key));
  }

  private static IdempotencyKey of(Request request, String who, String key) {
    String target = String.join("/", new TreeMap<>(request.path()).values());
    return new IdempotencyKey(
        sha256(who + "\n" + request.route().name() + "\n" + target + "\n" + key),
        sha256(request.bodyText()));
  }

  /**
   * This key, or the answer that the same request got before: asked ahead of anything that the
   * request has changed itself.
   *
   * @param repeated how the store tells, by token and hash of the body
   * @param status of the first answer
   */
  public Outcome<Response, IdempotencyKey> fresh(
      BiFunction<String, String, Optional<NotSaved>> repeated, int status) {
    return repeated
        .apply(token, bodyHash)
        .<Outcome<Response, IdempotencyKey>>map(
            earlier -> Outcome.failure(RefusedWrite.answer(earlier, status)))
        .orElseGet(() -> Outcome.success(this));
  }

  /** The promise to answer the same request with {@code answer} again. */
  public Idempotency promise(Object answer, Instant now) {
    return new Idempotency(
        token, bodyHash, Json.MAPPER.writeValueAsString(answer), now.plus(REPEATABLE));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
