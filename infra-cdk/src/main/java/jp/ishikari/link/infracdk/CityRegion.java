package jp.ishikari.link.infracdk;

/**
 * The two regions the city may use. Every stack is made from one of them, and a test refuses any
 * other region in a template.
 */
public enum CityRegion {
  TOKYO("ap-northeast-1", 1),
  OSAKA("ap-northeast-3", 2);

  private final String code;
  private final int digit;

  CityRegion(String code, int digit) {
    this.code = code;
    this.digit = digit;
  }

  /** The cloud's name of the region. */
  public String code() {
    return code;
  }

  /** First digit of receipt numbers made there. */
  public int digit() {
    return digit;
  }

  /** Where copies go. */
  public CityRegion other() {
    return this == TOKYO ? OSAKA : TOKYO;
  }
}
