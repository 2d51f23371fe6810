package jp.ishikari.link.domain;

/** Where an application stands. Words as in e-Gov: 到達, 受理, 補正, 取下げ. */
public enum ApplicationState {
  SUBMITTED("審査待ち"),
  ACCEPTED("審査中"),
  RETURNED("補正待ち"),
  COMPLETED("完了"),
  REJECTED("却下"),
  WITHDRAWN("取下げ");

  private final String label;

  ApplicationState(String label) {
    this.label = label;
  }

  /** Whether an application that stands here counts against a limited number of places. */
  public boolean holdsPlace() {
    return this != REJECTED && this != WITHDRAWN;
  }

  /** Whether nothing can follow any more. */
  public boolean over() {
    return this == COMPLETED || this == REJECTED || this == WITHDRAWN;
  }

  /** The word that residents and staff see. */
  public String label() {
    return label;
  }
}
