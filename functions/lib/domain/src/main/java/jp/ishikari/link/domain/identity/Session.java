package jp.ishikari.link.domain.identity;

import java.time.Instant;

/**
 * A signed-in browser.
 *
 * @param id hash of the cookie's value; the value itself is nowhere
 * @param principalId account or staff id
 * @param proven staff: whether the one-time code was seen; residents: whether the sign-in verified
 *     who they are
 * @param asserted staff: whether the provider said that it asked for a second factor itself
 * @param device what its browser calls itself, in plain words; empty where nobody is shown it
 * @param endsAt absolute end, whatever happens
 */
public record Session(
    String id,
    Kind kind,
    String principalId,
    boolean proven,
    boolean asserted,
    String device,
    Instant startedAt,
    Instant lastSeenAt,
    Instant endsAt) {

  /** Of which the provider says no more than who it is. */
  public Session(
      String id,
      Kind kind,
      String principalId,
      boolean proven,
      String device,
      Instant startedAt,
      Instant lastSeenAt,
      Instant endsAt) {
    this(id, kind, principalId, proven, false, device, startedAt, lastSeenAt, endsAt);
  }

  /** Whose session it is; one kind means nothing on the other's host. */
  public enum Kind {
    RESIDENT,
    /** A resident at the counter; it ends with the visit there. */
    KIOSK,
    STAFF
  }
}
