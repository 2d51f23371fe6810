package jp.ishikari.link.domain.identity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What user administrators keep of one of the staff.
 *
 * @param account what the city's identity provider calls them (its subject)
 * @param roles names of roles
 * @param from first day of use; null: since ever
 * @param until last day of use; null: no end
 * @param deputyFor whom they stand in for; null for nobody
 */
public record Registration(
    String account,
    String name,
    Set<String> roles,
    Set<String> divisions,
    LocalDate from,
    LocalDate until,
    Deputy deputyFor) {

  /**
   * Standing in for a colleague who is away.
   *
   * @param from first day
   * @param until last day
   */
  public record Deputy(String staffId, LocalDate from, LocalDate until) {}

  /** Whether they may use the system on this day. */
  public boolean isOpenOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }

  /** Whom they stand in for on this day. */
  public Optional<String> deputyOn(LocalDate day) {
    return Optional.ofNullable(deputyFor)
        .filter(d -> !day.isBefore(d.from()) && !day.isAfter(d.until()))
        .map(Deputy::staffId);
  }
}
