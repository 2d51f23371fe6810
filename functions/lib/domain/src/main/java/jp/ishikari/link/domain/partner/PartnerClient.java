package jp.ishikari.link.domain.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.ishikari.link.blueprint.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A client of the partner API.
 *
 * @param revision counts up with each change
 * @param name whose it is, for administrators
 * @param from the first day it counts
 * @param until the last one; null without an end
 * @param secretHash keyed hash of its secret, which is told once; null when revoked
 * @param history what happened, oldest first
 */
public record PartnerClient(
    String clientId,
    int revision,
    String name,
    Set<Scope> scopes,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable String secretHash,
    List<Change> history) {

  /** What happened to a client. */
  public enum What {
    REGISTERED,
    RENEWED,
    REVOKED
  }

  /** Who did what and when. */
  public record Change(Instant at, What what, String byName) {}

  /** A new one. */
  public static PartnerClient registered(
      String clientId,
      String name,
      Set<Scope> scopes,
      LocalDate from,
      @Nullable LocalDate until,
      String secretHash,
      Change change) {
    return new PartnerClient(clientId, 1, name, scopes, from, until, secretHash, List.of(change));
  }

  /** With another secret; the one before counts no more. */
  public PartnerClient renewed(String hash, Change change) {
    return next(hash, change);
  }

  /** Never again, unless it is registered anew. */
  public PartnerClient revoked(Change change) {
    return next(null, change);
  }

  public boolean isRevoked() {
    return secretHash == null;
  }

  /** Whether it counts on a day, if its secret is the right one. */
  public boolean countsOn(LocalDate day) {
    return !isRevoked() && !day.isBefore(from) && (until == null || !day.isAfter(until));
  }

  private PartnerClient next(@Nullable String hash, Change change) {
    List<Change> longer = new ArrayList<>(history);
    longer.add(change);
    return new PartnerClient(
        clientId, revision + 1, name, scopes, from, until, hash, List.copyOf(longer));
  }
}
