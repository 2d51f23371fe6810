package jp.ishikari.link.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.OneOf;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.store.StaffDirectory;
import org.jspecify.annotations.Nullable;

/** Who of the staff is signed in, with which roles in which divisions, and when they last were. */
@Contract(
    response = {
      ReadStaffSession.Guest.class,
      ReadStaffSession.FirstFactor.class,
      ReadStaffSession.Shown.class
    })
record ReadStaffSession(
    StaffDirectory staff, DivisionStore divisions, Sessions sessions, Supplier<SignInPolicy> policy)
    implements Operation {

  /** A division the clerk works for. */
  record Desk(String divisionId, String name) {}

  /**
   * @param staffId tells two people of one name apart
   */
  record Shown(
      @OneOf("signed-in") String level,
      String staffId,
      String name,
      @OneOf(constants = Role.class) List<String> roles,
      List<Desk> divisions,
      @Nullable Instant signedInAt,
      @Nullable Instant lastSignInAt,
      @Nullable Instant lastSignOutAt,
      Long idleSeconds,
      Instant endsAt) {}

  /**
   * @param enrolled whether there is an authenticator to ask for a code
   */
  record FirstFactor(@OneOf("first-factor") String level, String name, boolean enrolled) {}

  /**
   * @param notice what the console says before signing in; null for nothing
   */
  record Guest(@OneOf("guest") String level, @Nullable String notice) {}

  @Override
  public Response run(Request request) {
    if (!(request.caller() instanceof Caller.Staff caller)) {
      return guest();
    }
    Optional<StaffMember> found = staff.find(caller.staffId());
    Optional<Session> standing = sessions.find(caller.session());
    if (found.isEmpty() || standing.isEmpty()) {
      // Signed out in another tab since the authorizer looked.
      return guest();
    }
    StaffMember member = found.get();
    Session session = standing.get();
    if (!caller.proven()) {
      boolean enrolled = member.factor().secret() != null;
      return Response.ok(new FirstFactor("first-factor", caller.name(), enrolled));
    }
    return Response.ok(
        new Shown(
            "signed-in",
            member.staffId(),
            member.name(),
            caller.roles().stream().map(Enum::name).sorted().toList(),
            caller.divisions().stream()
                .map(id -> new Desk(id, divisions.find(id).map(d -> d.name()).orElse(id)))
                .sorted(Comparator.comparing(Desk::divisionId))
                .toList(),
            member.signedInAt(),
            member.lastSignInAt(),
            member.signedOutAt(),
            sessions.idle().toSeconds(),
            session.endsAt()));
  }

  private Response guest() {
    return Response.ok(new Guest("guest", policy.get().notice()));
  }
}
