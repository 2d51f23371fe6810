package jp.ishikari.link.domain;

/**
 * How an application came in that staff entered for somebody (T-01, T-02).
 *
 * @param staffName as they were called then
 * @param reason why the day of receipt is an earlier one; null when it is the day it was entered on
 */
public record EnteredByStaff(Channel channel, String staffId, String staffName, String reason) {

  /** The way by which it reached the city (受付経路). */
  public enum Channel {
    POST("郵送"),
    COUNTER("窓口"),
    PHONE("電話"),
    MAIL("メール"),
    FAX("FAX");

    private final String label;

    Channel(String label) {
      this.label = label;
    }

    /** The word that staff see. */
    public String label() {
      return label;
    }
  }
}
