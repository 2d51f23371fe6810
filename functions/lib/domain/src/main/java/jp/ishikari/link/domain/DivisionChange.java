package jp.ishikari.link.domain;

import java.time.Instant;
import java.util.List;

/**
 * One change of the city's divisions (課): who, when, what.
 *
 * @param revision counts the changes of all divisions from 1, so that two who work on them at once
 *     notice each other
 * @param by staff id
 * @param what fields of {@link Division}; before is null throughout for a new one
 */
public record DivisionChange(
    int revision,
    Instant at,
    String by,
    String byName,
    String divisionId,
    String divisionName,
    List<Difference> what) {}
