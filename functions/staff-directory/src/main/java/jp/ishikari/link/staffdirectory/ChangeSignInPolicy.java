package jp.ishikari.link.staffdirectory;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.domain.ApplicationStore.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.identity.Network;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.domain.identity.SignInPolicyStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Steps;

/**
 * Sets the notice before signing in, limits, networks, and of whom no one-time code is asked.
 * Refuses what would shut out the very administrator who asks for it.
 */
@Contract(response = ChangeSignInPolicy.Saved.class)
record ChangeSignInPolicy(SignInPolicyStore policies, InstantSource clock) implements Operation {
  private static final int NOTICE = 1000;
  private static final int RANGES = 50;

  record Saved(int revision) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                Body.read(request, body -> read(body, request))
                    .then(next -> notShutOut(request, next))
                    .map(next -> save(key, next)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private SignInPolicy read(Body body, Request request) {
    Map<String, List<String>> networks = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      List<String> ranges = body.texts("networks" + role.name(), RANGES);
      if (ranges.stream().anyMatch(range -> Network.read(range).isEmpty())) {
        body.wrong(
            "networks" + role.name(),
            "network",
            role.label() + "の接続元は、203.0.113.0/24 のような形で、1行に1つ入力してください。");
      }
      if (!ranges.isEmpty()) {
        networks.put(role.name(), ranges);
      }
    }
    return new SignInPolicy(
        body.integer("revision", 0, Integer.MAX_VALUE - 1) + 1,
        body.optionalText("notice", NOTICE),
        body.integer("attempts", 3, 10),
        body.integer("idleMinutes", 5, 60),
        body.integer("hours", 1, 12),
        networks,
        withoutCode(body),
        now(),
        request.staff().name());
  }

  private static Set<String> withoutCode(Body body) {
    List<String> roles = body.texts("withoutCode", Role.values().length);
    if (!roles.stream()
        .allMatch(name -> Role.of(name).filter(Role::mayGoWithoutCode).isPresent())) {
      body.wrong("withoutCode", "role", "ワンタイムコードを省けるのは、審査、閲覧、監査の役割だけです。");
    }
    return new TreeSet<>(roles);
  }

  private static Outcome<Response, SignInPolicy> notShutOut(Request request, SignInPolicy next) {
    return !request.staff().roles().contains(Role.SYSTEM_ADMINISTRATOR)
            || next.lets(Role.SYSTEM_ADMINISTRATOR.name(), request.sourceIp())
        ? Outcome.success(next)
        : Outcome.failure(
            Problem.RULE_VIOLATED.response(
                List.of(
                    new Problem.FieldError(
                        "networks" + Role.SYSTEM_ADMINISTRATOR.name(),
                        "own",
                        "この設定では、あなたがいま使っている接続元（"
                            + request.sourceIp()
                            + "）から入れなくなります。この接続元を含めてください。"))));
  }

  private Response save(IdempotencyKey key, SignInPolicy next) {
    Optional<NotSaved> earlier = policies.repeated(key.token(), key.bodyHash());
    Saved saved = new Saved(next.revision());
    return earlier
        .<Outcome<NotSaved, SignInPolicy>>map(Outcome::failure)
        .orElseGet(
            () ->
                policies.current().revision() + 1 == next.revision()
                    ? policies.save(next, Steps.token(key, saved, next.at()))
                    : Outcome.failure(new NotSaved.Overtaken()))
        .fold(
            reason ->
                reason instanceof NotSaved.Overtaken
                    ? Problem.CONFLICT.response(policies.current().byName() + "さんが先に保存しました。")
                    : Steps.answer(reason, 200),
            written -> Response.ok(saved));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
