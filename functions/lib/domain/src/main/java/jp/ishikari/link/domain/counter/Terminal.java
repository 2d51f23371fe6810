package jp.ishikari.link.domain.counter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A terminal at the counter (窓口の端末), by the key that its browser keeps.
 *
 * @param revision counts up with each change; a visit belongs to one revision, so that every change
 *     ends the visits from before
 * @param place where it stands, for staff and for the visitor
 * @param divisions whose staff check there who somebody is
 * @param codeHash hash of the registration code that was told last; null when none is left
 * @param codeUntil end of that code; null with it
 * @param publicKey of its key pair, as a JWK; null before it has one
 * @param history what happened, oldest first
 * @param lastSeenAt when its latest visit began; null before the first
 */
public record Terminal(
    String terminalId,
    int revision,
    String name,
    String place,
    Set<String> divisions,
    State state,
    String codeHash,
    Instant codeUntil,
    String publicKey,
    List<Change> history,
    Instant lastSeenAt) {

  /** Where a terminal stands. */
  public enum State {
    /** Registered by staff; the code has not been entered yet. */
    WAITING,
    IN_USE,
    REVOKED
  }

  /** What happened to a terminal. */
  public enum What {
    REGISTERED,
    ENROLLED,
    RENEWED,
    REVOKED
  }

  /**
   * @param byName null for what was done at the terminal itself
   */
  public record Change(Instant at, What what, @Nullable String byName) {}

  /** A new one, with its registration code. */
  public static Terminal registered(
      String terminalId,
      String name,
      String place,
      Set<String> divisions,
      String codeHash,
      Instant codeUntil,
      Change change) {
    return new Terminal(
        terminalId,
        1,
        name,
        place,
        divisions,
        State.WAITING,
        codeHash,
        codeUntil,
        null,
        List.of(change),
        null);
  }

  /** The code was entered there. It is kept, so that the same browser may repeat itself. */
  public Terminal enrolled(String key, Instant at) {
    return next(State.IN_USE, codeHash, codeUntil, key, new Change(at, What.ENROLLED, null));
  }

  /** Anew with another code: the key it had counts no more. */
  public Terminal renewed(String hash, Instant until, Change change) {
    return next(State.WAITING, hash, until, null, change);
  }

  /** Never again, unless it is registered anew. */
  public Terminal revoked(Change change) {
    return next(State.REVOKED, null, null, null, change);
  }

  /** With when its latest visit began, which is written down beside the rest. */
  public Terminal seen(Instant at) {
    return new Terminal(
        terminalId,
        revision,
        name,
        place,
        divisions,
        state,
        codeHash,
        codeUntil,
        publicKey,
        history,
        at);
  }

  private Terminal next(State to, String hash, Instant until, String key, Change change) {
    List<Change> longer = new ArrayList<>(history);
    longer.add(change);
    return new Terminal(
        terminalId,
        revision + 1,
        name,
        place,
        divisions,
        to,
        hash,
        until,
        key,
        List.copyOf(longer),
        lastSeenAt);
  }
}
