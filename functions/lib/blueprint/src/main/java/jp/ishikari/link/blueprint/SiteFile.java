package jp.ishikari.link.blueprint;

import java.util.List;
import java.util.Map;

/**
 * Files of the built site, named as in their bucket: of which kind they are, how long browsers keep
 * them, and which the staff host has besides its screens.
 */
public final class SiteFile {
  /** Files that carry their content in their name. */
  public static final String ASSETS = "assets/";

  /** The page of every screen of the console. */
  public static final String STAFF_PAGE = "staff/index.html";

  /** What the staff host has besides its screens, text only. */
  public static final List<String> ON_THE_STAFF_HOST = List.of("favicon.svg", "partner-api.html");

  /**
   * And in whole: a form is looked at as residents see it, with the lists that they are offered.
   */
  public static final List<String> FOLDERS_ON_THE_STAFF_HOST = List.of(ASSETS, "banks/", "towns/");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "txt", "text/plain; charset=utf-8");

  private SiteFile() {}

  /**
   * The media type by a name's ending.
   *
   * @throws IllegalArgumentException for an ending that no file of the site has
   */
  public static String type(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalArgumentException("no content type is known for " + name);
    }
    return type;
  }

  /**
   * What {@code Cache-Control} says: assets are kept for ever, pages of the terminal that everybody
   * uses not at all, and whoever has another file asks whether it is still the same.
   */
  public static String keeping(String name) {
    if (name.startsWith(ASSETS)) {
      return "public, max-age=31536000, immutable";
    }
    return ("/" + name).startsWith(Screen.Site.KIOSK.prefix()) ? "no-store" : "no-cache";
  }

  /** Whether the staff host has it, besides its screens. */
  public static boolean isOnTheStaffHost(String name) {
    return ON_THE_STAFF_HOST.contains(name)
        || FOLDERS_ON_THE_STAFF_HOST.stream().anyMatch(name::startsWith);
  }
}
