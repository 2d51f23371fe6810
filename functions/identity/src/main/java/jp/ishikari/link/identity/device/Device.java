package jp.ishikari.link.identity.device;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a browser calls itself, in words that its owner knows it by. Families only: versions and
 * models say more of a person than they help to tell two devices apart.
 */
public final class Device {
  /** In this order: later names stand in the strings of earlier ones too. */
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

  static {
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Macintosh", "Mac");
    SYSTEMS.put("CrOS", "Chromebook");
    SYSTEMS.put("Linux", "Linux");
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("Firefox", "Firefox");
    BROWSERS.put("FxiOS", "Firefox");
    BROWSERS.put("CriOS", "Chrome");
    BROWSERS.put("Chrome", "Chrome");
    BROWSERS.put("Safari", "Safari");
  }

  private Device() {}

  public static String of(String userAgent) {
    return first(SYSTEMS, userAgent, "わからない端末") + "・" + first(BROWSERS, userAgent, "ブラウザー");
  }

  private static String first(Map<String, String> names, String userAgent, String otherwise) {
    return names.entrySet().stream()
        .filter(name -> userAgent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }
}
