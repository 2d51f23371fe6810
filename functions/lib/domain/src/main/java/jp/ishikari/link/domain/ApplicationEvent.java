package jp.ishikari.link.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.blueprint.EventField;
import jp.ishikari.link.blueprint.Subject;

/**
 * What happened to an application: what everybody may be told, and what only the history of the
 * case needs and is never announced.
 *
 * @param actorId account or staff id; null for a guest
 * @param actorName shown to staff only; of a resident what the card showed of who took it over
 *     (引継ぎ), else null
 * @param reason what staff told the resident; null when nothing
 * @param fields ids of the fields staff asked to correct
 */
public record ApplicationEvent(
    CityEvent event,
    Actor actor,
    String actorId,
    String actorName,
    String reason,
    List<String> fields) {

  /** What a step made of an application. */
  public static ApplicationEvent of(
      Application after,
      Step step,
      Instant at,
      Actor actor,
      String actorId,
      String actorName,
      String reason,
      List<String> fields) {
    return new ApplicationEvent(
        new CityEvent(
            Subject.APPLICATION.of(after.applicationId()),
            after.version(),
            step.event(),
            at,
            after.applicationId(),
            Map.of(
                EventField.PROCEDURE_ID, after.procedureId(),
                EventField.DIVISION_ID, after.divisionId(),
                EventField.STATE, after.state().name())),
        actor,
        actorId,
        actorName,
        reason,
        fields);
  }

  /**
   * The same, by a resident whom the card showed to be of that name; null where it showed nobody.
   */
  public ApplicationEvent by(String shown) {
    return new ApplicationEvent(event, actor, actorId, shown, reason, fields);
  }

  public String applicationId() {
    return event.applicationId();
  }

  /** The version of the application that it made. */
  public int version() {
    return event.sequence();
  }

  public Step step() {
    return Step.of(event.type()).orElseThrow();
  }

  public Instant at() {
    return event.at();
  }
}
