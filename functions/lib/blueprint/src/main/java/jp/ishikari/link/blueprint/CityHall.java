package jp.ishikari.link.blueprint;

/** The city's own contact: the same on every page, whoever makes it. */
public final class CityHall {
  public static final String NAME = "石狩市役所";

  /** What the site is, before its own name, which is a setting. */
  public static final String SITE = "石狩市のオンライン市役所";

  public static final String ADDRESS = "〒061-3292 石狩市花川北6条1丁目30-2";
  public static final String PHONE = "0133-72-3111";
  public static final String HOURS = "平日 8時45分〜17時15分";

  private CityHall() {}
}
