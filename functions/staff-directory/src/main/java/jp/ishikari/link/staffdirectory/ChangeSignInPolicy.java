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
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.identity.Network;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.domain.identity.SignInPolicyStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sets the notice before signing in, limits, networks, and of whom no one-time code is asked.
 * Refuses what would shut out the very administrator who asks for it.
 */
@Contract(request = ChangeSignInPolicy.Sent.class, response = ChangeSignInPolicy.Saved.class)
record ChangeSignInPolicy(SignInPolicyStore policies, InstantSource clock) implements Operation {

  /**
   * @param networks by name of a role, from where it may be used
   * @param withoutCode names of roles of which no one-time code is asked
   */
  record Sent(
      @Limit(max = Integer.MAX_VALUE - 1) int revision,
      @Nullable @Limit(max = 1000, lines = true) String notice,
      @Limit(min = 3, max = 10) int attempts,
      @Limit(min = 5, max = 60) int idleMinutes,
      @Limit(min = 1, max = 12) int hours,
      @Nullable @Limit(max = 50) Map<String, List<String>> networks,
      @Nullable @Limit(max = 20) List<String> withoutCode) {}

  record Saved(int revision) {}

  @Override
  public Response run(Request request) {
    return IdempotencyKey.of(request)
        .then(
            key ->
                Body.read(request, Sent.class, (sent, mistakes) -> checked(sent, mistakes, request))
                    .then(next -> notShutOut(request, next))
                    .map(next -> save(key, next)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private SignInPolicy checked(Sent sent, Body.Mistakes mistakes, Request request) {
    Map<String, List<String>> networks = networks(sent, mistakes);
    return new SignInPolicy(
        sent.revision() + 1,
        sent.notice(),
        sent.attempts(),
        sent.idleMinutes(),
        sent.hours(),
        networks,
        withoutCode(sent, mistakes),
        now(),
        request.staff().name());
  }

  private static Map<String, List<String>> networks(Sent sent, Body.Mistakes mistakes) {
    Map<String, List<String>> networks = new LinkedHashMap<>();
    sent.networks()
        .forEach(
            (name, ranges) -> {
              Optional<Role> role = Role.of(name);
              if (role.isEmpty()) {
                mistakes.wrong("networks", "role", "役割は選択肢から選んでください。");
              } else if (ranges.stream().anyMatch(range -> Network.read(range).isEmpty())) {
                mistakes.wrong(
                    "networks." + name,
                    "network",
                    role.get().label() + "の接続元は、203.0.113.0/24 のような形で、1行に1つ入力してください。");
              } else if (!ranges.isEmpty()) {
                networks.put(name, ranges);
              }
            });
    return networks;
  }

  private static Set<String> withoutCode(Sent sent, Body.Mistakes mistakes) {
    List<String> roles = sent.withoutCode();
    if (!roles.stream()
        .allMatch(name -> Role.of(name).filter(Role::mayGoWithoutCode).isPresent())) {
      mistakes.wrong("withoutCode", "role", "ワンタイムコードを省けるのは、審査、閲覧、監査の役割だけです。");
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
                        "networks." + Role.SYSTEM_ADMINISTRATOR.name(),
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
                    ? policies.save(next, key.promise(saved, next.at()))
                    : Outcome.failure(new NotSaved.Overtaken()))
        .fold(
            reason ->
                reason instanceof NotSaved.Overtaken
                    ? Problem.CONFLICT.response(policies.current().byName() + "さんが先に保存しました。")
                    : RefusedWrite.answer(reason, 200),
            written -> Response.ok(saved));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
