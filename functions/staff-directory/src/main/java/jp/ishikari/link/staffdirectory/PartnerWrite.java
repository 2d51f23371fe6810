package jp.ishikari.link.staffdirectory;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.ishikari.link.domain.NameAsRead;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.partner.PartnerClient;
import jp.ishikari.link.domain.partner.PartnerClient.Change;
import jp.ishikari.link.domain.partner.PartnerClientStore;
import jp.ishikari.link.domain.partner.PartnerClientStore.NotRegistered;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.RefusedWrite;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;
import org.jspecify.annotations.Nullable;

/** How clients of the partner API are written: on the revision seen, once, with who and when. */
record PartnerWrite(PartnerClientStore clients, InstantSource clock) {
  static final int CREATED = 201;
  private static final int OK = 200;

  /** That another client has the name, however it is written. */
  static final Problem.FieldError TAKEN =
      new Problem.FieldError("name", "taken", "この名前の連携先は、すでに登録されています。見分けられる名前にしてください。");

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("M月d日 H時mm分").withZone(Reception.JST);

  /**
   * @param secret what the client sends as {@code Authorization: Bearer}; told once, never kept
   *     with the token: the same request again is answered without it
   */
  record Saved(String clientId, int revision, @Nullable String secret) {}

  /** Which revision the administrator saw. */
  record Seen(@Limit(min = 1) int revision) {}

  /** A request that was answered before gets that answer again. */
  Outcome<Response, IdempotencyKey> fresh(Request request, int status) {
    return IdempotencyKey.of(request).then(key -> key.fresh(clients::repeated, status));
  }

  /** Whether a client that is not revoked has this name, as people would read it. */
  boolean isInUse(String name) {
    return clients.all().stream()
        .filter(client -> !client.isRevoked())
        .anyMatch(client -> NameAsRead.of(client.name()).equals(NameAsRead.of(name)));
  }

  Response add(Request request, IdempotencyKey key, AddPartner.Asked asked) {
    String secret = Secrets.draw();
    PartnerClient client =
        PartnerClient.registered(
            "p-" + UUID.randomUUID(),
            asked.name(),
            asked.granted(),
            asked.from() == null ? today() : asked.from(),
            asked.until(),
            clients.hash(secret),
            change(request, PartnerClient.What.REGISTERED));
    Saved saved = new Saved(client.clientId(), client.revision(), null);
    return clients
        .register(client, key.promise(saved, now()))
        .fold(
            reason ->
                switch (reason) {
                  case NotRegistered.NameTaken() ->
                      Problem.ANSWERS_INVALID.response(List.of(TAKEN));
                  case NotRegistered.Unsaved(NotSaved unsaved) ->
                      RefusedWrite.answer(unsaved, CREATED);
                },
            written -> told(saved, secret, CREATED));
  }

  Response renew(Request request) {
    String secret = Secrets.draw();
    String hash = clients.hash(secret);
    return change(
        request,
        client -> client.renewed(hash, change(request, PartnerClient.What.RENEWED)),
        secret);
  }

  Response revoke(Request request) {
    return change(
        request, client -> client.revoked(change(request, PartnerClient.What.REVOKED)), null);
  }

  private Response change(
      Request request, UnaryOperator<PartnerClient> step, @Nullable String secret) {
    return fresh(request, OK)
        .then(
            key ->
                Body.read(request, Seen.class)
                    .then(seen -> standing(request, seen.revision()))
                    .map(client -> save(key, step.apply(client), secret, OK)))
        .fold(refusal -> refusal, answer -> answer);
  }

  private Outcome<Response, PartnerClient> standing(Request request, int revision) {
    Optional<PartnerClient> found = clients.find(request.path().get("clientId"));
    if (found.isEmpty()) {
      return Outcome.failure(Problem.NOT_FOUND.response());
    }
    PartnerClient client = found.get();
    if (client.revision() != revision) {
      return Outcome.failure(overtaken(client));
    }
    return client.isRevoked()
        ? Outcome.failure(Problem.RULE_VIOLATED.response("この連携先の鍵は失効しています。使うときは、新しく登録してください。"))
        : Outcome.success(client);
  }

  private Response save(
      IdempotencyKey key, PartnerClient next, @Nullable String secret, int status) {
    Saved saved = new Saved(next.clientId(), next.revision(), null);
    return clients
        .save(next, key.promise(saved, now()))
        .fold(
            reason ->
                reason instanceof NotSaved.Overtaken
                    ? clients
                        .find(next.clientId())
                        .map(PartnerWrite::overtaken)
                        .orElseGet(Problem.CONFLICT::response)
                    : RefusedWrite.answer(reason, status),
            written -> told(saved, secret, status));
  }

  private static Response told(Saved saved, @Nullable String secret, int status) {
    Saved told =
        secret == null
            ? saved
            : new Saved(saved.clientId(), saved.revision(), saved.clientId() + "." + secret);
    return status == CREATED ? Response.created(told) : Response.ok(told);
  }

  private Change change(Request request, PartnerClient.What what) {
    return new Change(now(), what, request.staff().name());
  }

  private static Response overtaken(PartnerClient client) {
    Change last = client.history().getLast();
    return Problem.CONFLICT.response(
        AT.format(last.at()) + "に" + last.byName() + "さんが変更しました。画面を読み込み直して確かめてください。");
  }

  LocalDate today() {
    return Reception.today(now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
