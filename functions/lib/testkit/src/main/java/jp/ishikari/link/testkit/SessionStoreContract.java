package jp.ishikari.link.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.domain.identity.SessionStore;
import org.junit.jupiter.api.Test;

/** What a store of sessions promises. */
public abstract class SessionStoreContract {
  private final String principal = "principal-" + UUID.randomUUID();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  protected abstract SessionStore store();

  private Session started(Instant at) {
    return started(Session.Kind.RESIDENT, true, false, "Windows の Chrome", at);
  }

  private Session started(
      Session.Kind kind, boolean proven, boolean asserted, String device, Instant at) {
    Session session =
        new Session(
            "session-" + UUID.randomUUID(),
            kind,
            principal,
            proven,
            asserted,
            device,
            at,
            at,
            at.plus(8, ChronoUnit.HOURS));
    store().start(session);
    return session;
  }

  private static Session seen(Session session, Instant at) {
    return new Session(
        session.id(),
        session.kind(),
        session.principalId(),
        session.proven(),
        session.asserted(),
        session.device(),
        session.startedAt(),
        at,
        session.endsAt());
  }

  @Test
  void givesBackExactlyWhatWasStartedWhetherItHasRunOutOrNot() {
    Instant longAgo = now.minus(2, ChronoUnit.DAYS);
    for (Session session :
        List.of(
            started(Session.Kind.RESIDENT, true, false, "iPhone の Safari", now),
            started(Session.Kind.KIOSK, false, false, "", now),
            started(Session.Kind.STAFF, false, true, "", longAgo))) {
      assertEquals(Optional.of(session), store().find(session.id()));
    }
    assertEquals(Optional.empty(), store().find("none"));
  }

  @Test
  void tellsThoseOfOnePrincipalNewestFirstWhetherTheyHaveRunOutOrNot() {
    Session second = started(now);
    Session first = started(now.minus(2, ChronoUnit.DAYS));
    Session third = started(now.plusMillis(1));
    assertEquals(List.of(third, second, first), store().of(principal));
    assertEquals(List.of(), store().of(principal + "-other"));
  }

  @Test
  void changesNothingButWhenItWasLastSeen() {
    Session session = started(now);
    Instant later = now.plusSeconds(60);
    store().seen(session.id(), later);
    assertEquals(Optional.of(seen(session, later)), store().find(session.id()));
    assertEquals(List.of(seen(session, later)), store().of(principal));
  }

  @Test
  void isGoneOnceItEndedAndEndsOnceHoweverOftenItIsAsked() {
    Session session = started(now);
    Session other = started(now);
    store().end(session.id());
    store().end(session.id());
    assertEquals(Optional.empty(), store().find(session.id()));
    assertEquals(List.of(other), store().of(principal));
  }

  @Test
  void isNotBroughtBackByWhoeverSeesItAfterItsEndOrAtTheSameMoment() {
    Session session = started(now);
    AtOnce.each(
        12,
        i -> {
          if (i == 6) {
            store().end(session.id());
          } else {
            store().seen(session.id(), now.plusSeconds(i));
          }
          return i;
        });
    store().seen(session.id(), now.plusSeconds(60));
    assertEquals(Optional.empty(), store().find(session.id()));
    assertEquals(List.of(), store().of(principal));
  }
}
