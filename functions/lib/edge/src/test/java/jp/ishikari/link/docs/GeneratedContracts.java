package jp.ishikari.link.docs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.CityHall;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Role;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Screen;
import jp.ishikari.link.domain.counter.IdentityDocument;

/** What the portal and the console read of the declarations. */
final class GeneratedContracts {
  private GeneratedContracts() {}

  /** What the portal and the kiosk load. */
  static String residentTypeScript() {
    StringBuilder ts = begun("Route, Screen");
    routes(ts, Api.RESIDENT, "Routes of the resident host, by operation.");
    screens(
        ts, "screens", Screen.Site.PORTAL, "Screens, by name; the kiosk shows them under /kiosk.");
    screens(ts, "kioskScreens", Screen.Site.KIOSK, "Screens of the kiosk alone, under /kiosk.");
    return ts.toString();
  }

  /** The city's own contact, for portal, console and the page that stands before their script. */
  static String cityHallTypeScript() {
    StringBuilder ts = begun("CityHall");
    ts.append(
        "\n/** The city's own contact: the same on every page. */\nexport const CITY_HALL = {\n");
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("name", CityHall.NAME);
    facts.put("site", CityHall.SITE);
    facts.put("address", CityHall.ADDRESS);
    facts.put("phone", CityHall.PHONE);
    facts.put("hours", CityHall.HOURS);
    facts.forEach((name, value) -> ts.append("  %s: '%s',%n".formatted(name, value)));
    return ts.append("};\n").toString();
  }

  /** What may be shown at the counter, for the terminal that asks for it and for staff. */
  static String documentsTypeScript() {
    StringBuilder ts = begun("IdentityDocument");
    ts.append("\n/** What a visitor may show at the counter; one with a photo suffices. */\n");
    ts.append("export const documents = {\n");
    for (IdentityDocument one : IdentityDocument.values()) {
      ts.append(
          "  %s: { label: '%s', photo: %s },%n".formatted(one.name(), one.label(), one.photo()));
    }
    return ts.append("} as const;\n").toString();
  }

  /** What the staff console loads; apart, so that residents need not. */
  static String staffTypeScript() {
    StringBuilder ts = begun("Route, Screen, Role, Access");
    routes(ts, Api.STAFF, "Routes of the staff host, by operation.");
    screens(ts, "screens", Screen.Site.STAFF, "Screens, by name.");
    ts.append("\n/** Roles of staff, as the console calls them. */\nexport const roles = {\n");
    for (Role role : Role.values()) {
      ts.append("  %s: '%s',%n".formatted(role.name(), role.label()));
    }
    ts.append("} as const;\n");
    ts.append("\n/** Roles of which the one-time code may be waived. */\n");
    ts.append(
        "export const rolesWithoutCode = [%s] as const;%n"
            .formatted(quoted(Arrays.stream(Role.values()).filter(Role::mayGoWithoutCode))));
    ts.append("\n/** Roles of which one suffices. */\nexport const access = {\n");
    for (Access a : Access.values()) {
      if (!a.roles().isEmpty()) {
        ts.append("  %s: [%s],%n".formatted(a.name(), quoted(a.roles().stream())));
      }
    }
    return ts.append("} as const;\n").toString();
  }

  private static StringBuilder begun(String from) {
    return new StringBuilder(
        "// Generated from functions/lib/blueprint (%s). Do not edit: a test fails when it differs.\n"
            .formatted(from));
  }

  private static void screens(StringBuilder ts, String constant, Screen.Site site, String meaning) {
    ts.append("\n/** ").append(meaning).append(" */\nexport const ");
    ts.append(constant).append(" = {\n");
    for (Screen s : Screen.values()) {
      if (s.site() == site) {
        ts.append("  %s: { path: '%s', title: '%s' },%n".formatted(s.name(), s.path(), s.title()));
      }
    }
    ts.append("} as const;\n");
  }

  private static String quoted(Stream<Role> roles) {
    return roles
        .sorted()
        .map(role -> "'" + role.name() + "'")
        .collect(java.util.stream.Collectors.joining(", "));
  }

  private static void routes(StringBuilder ts, Api api, String meaning) {
    ts.append("\n/** ").append(meaning).append(" */\nexport const ");
    ts.append(api.name().toLowerCase(Locale.ROOT)).append("Routes = {\n");
    for (Route r : Route.values()) {
      if (r.api() == api) {
        ts.append(
            "  %s: { method: '%s', path: '%s' },%n"
                .formatted(Names.operationId(r), r.method(), r.path()));
      }
    }
    ts.append("} as const;\n");
  }
}
