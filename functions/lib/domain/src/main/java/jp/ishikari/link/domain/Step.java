package jp.ishikari.link.domain;

import java.util.Arrays;
import java.util.Optional;
import jp.ishikari.link.blueprint.EventType;

/** One thing that can be done to an application, and the event that says it was done. */
public enum Step {
  SUBMIT(EventType.APPLICATION_SUBMITTED, "申請"),
  CORRECT(EventType.APPLICATION_CORRECTED, "補正"),
  WITHDRAW(EventType.APPLICATION_WITHDRAWN, "取下げ"),
  ACCEPT(EventType.APPLICATION_ACCEPTED, "受理"),
  RETURN(EventType.APPLICATION_RETURNED, "差戻し"),
  REJECT(EventType.APPLICATION_REJECTED, "却下"),
  COMPLETE(EventType.APPLICATION_COMPLETED, "完了"),
  /** Whoever applied without signing in takes it into their account. */
  CLAIM(EventType.APPLICATION_CLAIMED, "引継ぎ"),
  /** Of an application whose signature is open; the resident has no part in it. */
  RESOLVE_SIGNATURE(EventType.APPLICATION_SIGNATURE_RESOLVED, "署名の確認");

  private final EventType event;
  private final String label;

  Step(EventType event, String label) {
    this.event = event;
    this.label = label;
  }

  /** The step that an event says was taken; empty for events of anything but an application. */
  public static Optional<Step> of(EventType event) {
    return Arrays.stream(values()).filter(step -> step.event == event).findFirst();
  }

  /** The event that says it was done. */
  public EventType event() {
    return event;
  }

  /** The word that residents and staff see. */
  public String label() {
    return label;
  }
}
