package jp.ishikari.link.counter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import jp.ishikari.link.domain.NameAsRead;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.domain.counter.Terminal.Change;
import jp.ishikari.link.domain.counter.TerminalStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** How staff write terminals: on the revision they saw, once, with who and when. */
record TerminalWrite(TerminalStore terminals, InstantSource clock, RandomGenerator random) {
  private static final Duration GOOD_FOR = Duration.ofHours(1);
  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("M月d日 H時mm分").withZone(Reception.JST);

  /**
   * @param code told once, never kept with the token: the same request again is answered without it
   */
  record Saved(
      String terminalId, int revision, @Nullable String code, @Nullable Instant codeUntil) {
    Saved(Terminal terminal) {
      this(terminal.terminalId(), terminal.revision(), null, null);
    }
  }

  /** Which revision staff saw. */
  record Seen(@Limit(min = 1) int revision) {}

  /** A code as it is told, and what is kept of it. */
  private record Code(String told, String hash, Instant until) {}

  /**
   * A request that was answered before gets that answer again.
   *
   * @param status of the first answer
   */
  private Outcome<Response, IdempotencyKey> fresh(Request request, int status) {
    return IdempotencyKey.of(request).then(key -> key.fresh(terminals::repeated, status));
  }

  Outcome<Response, IdempotencyKey> fresh(Request request) {
    return fresh(request, CREATED);
  }

  /** Whether a terminal that is not revoked has this name, as people would read it. */
  boolean isInUse(String name) {
    String read = NameAsRead.of(name);
    return terminals.all().stream()
        .filter(terminal -> terminal.state() != Terminal.State.REVOKED)
        .anyMatch(terminal -> NameAsRead.of(terminal.name()).equals(read));
  }

  Response add(
      Request request, IdempotencyKey key, String name, String place, Set<String> divisions) {
    Code code = code();
    Terminal terminal =
        Terminal.registered(
            "t-" + UUID.randomUUID(),
            name,
            place,
            divisions,
            code.hash(),
            code.until(),
            change(request, Terminal.What.REGISTERED));
    return save(key, terminal, code, CREATED);
  }

  /** Hands out a new code; the key that the terminal had counts no more. */
  Response renew(Request request) {
    Code code = code();
    return change(
        request,
        terminal ->
            terminal.renewed(code.hash(), code.until(), change(request, Terminal.What.RENEWED)),
        code);
  }

  /** Ends the terminal, at once. */
  Response revoke(Request request) {
    return change(
        request, terminal -> terminal.revoked(change(request, Terminal.What.REVOKED)), null);
  }

  private Response change(
      Request request, java.util.function.UnaryOperator<Terminal> step, Code codeOrNull) {
    return fresh(request, OK)
        .then(
            key ->
                Body.read(request, Seen.class)
                    .map(Seen::revision)
                    .then(
                        revision ->
                            standing(request, revision)
                                .map(terminal -> save(key, step.apply(terminal), codeOrNull, OK))))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Outcome<Response, Terminal> standing(Request request, int revision) {
    Optional<Terminal> found = terminals.find(request.path().get("terminalId"));
    if (found.isEmpty()) {
      return Outcome.failure(Problem.NOT_FOUND.response());
    }
    Terminal terminal = found.get();
    if (terminal.revision() != revision) {
      return Outcome.failure(overtaken(terminal));
    }
    return terminal.state() == Terminal.State.REVOKED
        ? Outcome.failure(Problem.RULE_VIOLATED.response("この端末は失効しています。使うときは、新しく登録してください。"))
        : Outcome.success(terminal);
  }

  private Response save(IdempotencyKey key, Terminal next, Code codeOrNull, int status) {
    Saved saved = new Saved(next);
    return terminals
        .save(next, key.promise(saved, now()))
        .fold(
            reason ->
                reason instanceof NotSaved.Overtaken
                    ? terminals
                        .find(next.terminalId())
                        .map(TerminalWrite::overtaken)
                        .orElseGet(Problem.CONFLICT::response)
                    : RefusedWrite.answer(reason, status),
            written -> {
              Saved told =
                  codeOrNull == null
                      ? saved
                      : new Saved(
                          saved.terminalId(),
                          saved.revision(),
                          codeOrNull.told(),
                          codeOrNull.until());
              return status == CREATED ? Response.created(told) : Response.ok(told);
            });
  }

  private Code code() {
    String told = SpokenCode.draw(random);
    return new Code(
        told, SpokenCode.hash(EnrolTerminal.PURPOSE, told).orElseThrow(), now().plus(GOOD_FOR));
  }

  private Change change(Request request, Terminal.What what) {
    return new Change(now(), what, request.staff().name());
  }

  /** Somebody else, or the terminal itself, was first. */
  private static Response overtaken(Terminal terminal) {
    Change last = terminal.history().getLast();
    return Problem.CONFLICT.response(
        AT.format(last.at())
            + "に"
            + (last.byName() == null ? "端末で" : last.byName() + "さんが")
            + "変更しました。画面を読み込み直して確かめてください。");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
