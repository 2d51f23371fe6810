package jp.ishikari.link.identity.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.domain.identity.SessionStore;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.Environment;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;

/** Sessions of one kind: an opaque cookie, hashed at rest, with an idle and an absolute end. */
public final class Sessions {
  /** A session in use is written down at most so often. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final Session.Kind kind;
  private final SessionStore store;
  private final Cookies cookies;
  private final InstantSource clock;
  private final Supplier<Limits> limits;

  /** How long a session lasts: without use, and in any case. */
  public record Limits(Duration idle, Duration absolute) {}

  /** With the limits of the environment. */
  public Sessions(
      Session.Kind kind, SessionStore store, Environment environment, InstantSource clock) {
    this(
        kind,
        store,
        environment,
        clock,
        () ->
            new Limits(
                Duration.ofMinutes(environment.number(Setting.SESSION_IDLE_MINUTES)),
                Duration.ofHours(environment.number(Setting.SESSION_HOURS))));
  }

  /** With limits that may change while the function is warm. */
  public Sessions(
      Session.Kind kind,
      SessionStore store,
      Environment environment,
      InstantSource clock,
      Supplier<Limits> limits) {
    this.kind = kind;
    this.store = store;
    this.clock = clock;
    this.cookies =
        new Cookies(
            environment.get(
                kind == Session.Kind.STAFF ? Setting.STAFF_ORIGIN : Setting.PUBLIC_ORIGIN));
    this.limits = limits;
  }

  public Cookies cookies() {
    return cookies;
  }

  /** Full name of the cookie on this host. */
  public String cookieName() {
    return cookies.name(plain());
  }

  public Duration idle() {
    return limits.get().idle();
  }

  /** A new session under a new cookie; put on {@code response}. */
  public Response start(Response response, String principalId, boolean proven) {
    return start(response, principalId, proven, "");
  }

  /** One that needs our one-time code to be good for all, or not, as the policy says. */
  public Response startFirstFactor(Response response, String staffId, boolean asserted) {
    return start(response, Secrets.draw(), staffId, false, asserted, "");
  }

  /** The same, with what the browser calls itself. */
  public Response start(Response response, String principalId, boolean proven, String device) {
    return start(response, Secrets.draw(), principalId, proven, device);
  }

  /** The same, under a cookie that is drawn already. */
  public Response start(
      Response response, String secret, String principalId, boolean proven, String device) {
    return start(response, secret, principalId, proven, false, device);
  }

  private Response start(
      Response response,
      String secret,
      String principalId,
      boolean proven,
      boolean asserted,
      String device) {
    Instant now = clock.instant();
    Duration absolute = limits.get().absolute();
    store.start(
        new Session(
            Secrets.hash(secret),
            kind,
            principalId,
            proven,
            asserted,
            device,
            now,
            now,
            now.plus(absolute)));
    return response.with("Set-Cookie", cookies.set(plain(), secret, absolute));
  }

  /** The session of a cookie's value, if it is alive; notes that it is in use. */
  public Optional<Session> alive(Optional<String> cookie) {
    Instant now = clock.instant();
    Optional<Session> session =
        cookie.flatMap(secret -> store.find(Secrets.hash(secret))).filter(s -> runs(s, now));
    session
        .filter(s -> s.lastSeenAt().plus(NOTED_EVERY).isBefore(now))
        .ifPresent(s -> store.seen(s.id(), now));
    return session;
  }

  private boolean runs(Session s, Instant now) {
    return s.kind() == kind && lasts(s, now);
  }

  private boolean lasts(Session s, Instant now) {
    return now.isBefore(s.endsAt()) && now.isBefore(s.lastSeenAt().plus(idle()));
  }

  /** The id that a cookie's value leads to, if there is one such cookie. */
  public static Optional<String> named(List<String> cookieHeaders, String name) {
    return Cookies.value(cookieHeaders, name).map(Secrets::hash);
  }

  /** All that are alive of one account, here and at the counter, newest first. */
  public List<Session> running(String principalId) {
    Instant now = clock.instant();
    return store.of(principalId).stream().filter(s -> lasts(s, now)).toList();
  }

  /** Ends a session by its id; takes the cookie back. */
  public Response end(Response response, String id) {
    if (id != null) {
      store.end(id);
    }
    return response.with("Set-Cookie", cookies.clear(plain()));
  }

  /** Ends a session that somebody else's browser holds, or whose cookie is about to be replaced. */
  public void end(String id) {
    store.end(id);
  }

  /** Ends the session that a browser comes with: a new sign-in leaves none behind. */
  public void endEarlier(Request request) {
    request.cookie(cookieName()).map(Secrets::hash).ifPresent(store::end);
  }

  public Optional<Session> find(String id) {
    return store.find(id);
  }

  private String plain() {
    return switch (kind) {
      case RESIDENT -> Cookies.SESSION;
      case KIOSK -> Cookies.KIOSK_SESSION;
      case STAFF -> Cookies.STAFF_SESSION;
    };
  }
}
