package jp.ishikari.link.domain;

/** One thing that can be done to an application, and the event that says it was done. */
public enum Step {
  SUBMIT("SUBMITTED", "申請"),
  CORRECT("CORRECTED", "補正"),
  WITHDRAW("WITHDRAWN", "取下げ"),
  ACCEPT("ACCEPTED", "受理"),
  RETURN("RETURNED", "差戻し"),
  REJECT("REJECTED", "却下"),
  COMPLETE("COMPLETED", "完了"),
  /** Whoever applied without signing in takes it into their account. */
  CLAIM("CLAIMED", "引継ぎ"),
  /** Of an application whose signature is open; the resident has no part in it. */
  RESOLVE_SIGNATURE("SIGNATURE_RESOLVED", "署名の確認");

  private final String event;
  private final String label;

  Step(String event, String label) {
    this.event = event;
    this.label = label;
  }

  /** Name of the event, e.g. {@code SUBMITTED}. */
  public String event() {
    return event;
  }

  /** The word that residents and staff see. */
  public String label() {
    return label;
  }
}
