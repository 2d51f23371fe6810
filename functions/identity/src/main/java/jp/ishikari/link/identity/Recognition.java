package jp.ishikari.link.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.AtTerminal;
import jp.ishikari.link.edge.AuthorizerContext;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.residents.VisitDoor;
import jp.ishikari.link.identity.staff.StaffOnDuty;

/** Who is behind what a request shows, on one of the hosts. */
sealed interface Recognition {

  /**
   * What the function behind the gateway is told.
   *
   * @param shown every value of the header
   */
  Map<String, String> of(List<String> shown, String address);

  /** The header, in lower case, by which a caller is recognised. */
  default String header() {
    return "cookie";
  }

  /** A value of that header which opens nothing. */
  String none();

  /** Partners: which client it is, by its secret. */
  record OfPartners(PartnerDoor door) implements Recognition {
    @Override
    public Map<String, String> of(List<String> authorizations, String address) {
      return AuthorizerContext.write(door.of(authorizations));
    }

    @Override
    public String header() {
      return "authorization";
    }

    @Override
    public String none() {
      return "Bearer p-00000000-0000-0000-0000-000000000000." + "p".repeat(43);
    }
  }

  /** Staff: whom a session stands for is asked each time. */
  record OfStaff(Sessions sessions, StaffOnDuty onDuty) implements Recognition {
    @Override
    public Map<String, String> of(List<String> cookieHeaders, String address) {
      return AuthorizerContext.write(
          sessions
              .alive(Cookies.value(cookieHeaders, sessions.cookieName()))
              .flatMap(session -> onDuty.caller(session, address))
              .orElseGet(Caller.Guest::new));
    }

    @Override
    public String none() {
      return sessions.cookieName() + "=" + "p".repeat(43);
    }
  }

  /**
   * Residents, at home or at the counter. While a visit goes on, its browser is the terminal's and
   * nothing else: the portal's session means nothing there, and the visit's means nothing without
   * the visit.
   */
  record OfResidents(Sessions home, Sessions counter, VisitDoor visits) implements Recognition {
    @Override
    public Map<String, String> of(List<String> cookieHeaders, String address) {
      Optional<Visit> visit = visits.alive(cookieHeaders);
      return visit
          .map(
              v ->
                  AuthorizerContext.write(
                      caller(counter, cookieHeaders, v),
                      Optional.of(new AtTerminal(v.visitId(), v.terminalId()))))
          .orElseGet(() -> AuthorizerContext.write(caller(home, cookieHeaders, null)));
    }

    private static Caller caller(Sessions sessions, List<String> cookieHeaders, Visit orNull) {
      Optional<Session> session =
          sessions
              .alive(Cookies.value(cookieHeaders, sessions.cookieName()))
              .filter(s -> orNull == null || s.id().equals(orNull.session()));
      return session.isPresent()
          ? new Caller.Resident(
              session.get().principalId(), session.get().id(), session.get().proven())
          : new Caller.Guest();
    }

    @Override
    public String none() {
      return home.cookieName() + "=" + "p".repeat(43);
    }
  }
}
