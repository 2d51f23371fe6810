package jp.ishikari.link.domain;

import java.time.Instant;
import java.util.List;

/**
 * What happened to an application; one row per version, written in the transaction that made it
 * true.
 *
 * @param actorId account or staff id; null for a guest
 * @param actorName shown to staff only; null for residents
 * @param reason what staff told the resident; null when nothing
 * @param fields ids of the fields staff asked to correct
 */
public record ApplicationEvent(
    String applicationId,
    int version,
    Step step,
    Actor actor,
    String actorId,
    String actorName,
    Instant at,
    String procedureId,
    String divisionId,
    String reason,
    List<String> fields) {}
