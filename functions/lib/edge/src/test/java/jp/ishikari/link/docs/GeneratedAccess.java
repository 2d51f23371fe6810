package jp.ishikari.link.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;

/** Every route, every kind of caller, and whose things it shows them. */
final class GeneratedAccess {
  private static final String YES = "yes";
  private static final String SIGN_IN = "401";
  private static final String FORBIDDEN = "403";

  private GeneratedAccess() {}

  static String table() {
    StringBuilder page =
        new StringBuilder(
            """
            # Who may do what

            Generated from the declarations; a test fails when it differs, and `AccessWalkTest` asks every route as every caller.

            `yes`: runs; otherwise the status of the refusal. A caller with a session of another host is a guest. A visitor is a guest at a registered terminal (窓口の端末). A partner is a client of the partner API (連携先) with every scope. Whose things: OPEN everybody's, OWN_ACCOUNT the caller's, OWN_DIVISIONS those of the caller's divisions (and of an absent colleague's while standing in), CITY all; what belongs to another is 404, as if it did not exist.

            """);
    List<String> head = new ArrayList<>(List.of("route", "API", "whose", "guest", "resident"));
    head.add("visitor");
    head.add("staff before the one-time code");
    for (Role role : Role.values()) {
      head.add(role.label());
    }
    head.add("partner");
    row(page, head);
    row(page, head.stream().map(title -> "---").toList());
    for (Route route : Route.values()) {
      Access access = route.access();
      List<String> cells =
          new ArrayList<>(List.of(route.name(), route.api().name(), access.reach().name()));
      cells.add(guest(access));
      cells.add(route.api() == Api.RESIDENT && access == Access.RESIDENT ? YES : guest(access));
      cells.add(route.api() == Api.RESIDENT && access == Access.VISITOR ? YES : guest(access));
      boolean console = route.api() == Api.STAFF;
      cells.add(console && access == Access.STAFF_FIRST_FACTOR ? YES : guest(access));
      for (Role role : Role.values()) {
        cells.add(console ? staff(access, role) : guest(access));
      }
      // With every scope; what another one is missing is asked where scopes are.
      cells.add(access.scope().isPresent() ? YES : guest(access));
      row(page, cells);
    }
    return page.toString();
  }

  private static String guest(Access access) {
    return switch (access) {
      case ANYONE -> YES;
      case VISITOR -> FORBIDDEN;
      default -> SIGN_IN;
    };
  }

  private static String staff(Access access, Role role) {
    if (access == Access.STAFF_FIRST_FACTOR) {
      return YES;
    }
    return Optional.of(access.roles())
        .filter(roles -> !roles.isEmpty())
        .map(roles -> roles.contains(role) ? YES : FORBIDDEN)
        .orElse(guest(access));
  }

  private static void row(StringBuilder page, List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
