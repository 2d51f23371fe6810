package jp.ishikari.link.domain.payment;

import java.time.Instant;

/**
 * One try to pay through a gateway.
 *
 * @param reference what we call it there; one for each try
 * @param gateway which one was asked; it stays the same whatever is set later
 * @param method how it is paid, in the gateway's words
 * @param amount whole yen that were asked for
 * @param closesAt until when it can be paid
 * @param providerId what the gateway calls it
 * @param url where the browser goes
 */
public record Checkout(
    String reference,
    String gateway,
    String method,
    int amount,
    Instant begunAt,
    Instant closesAt,
    State state,
    String providerId,
    String url) {

  /** How far it is. */
  public enum State {
    OPEN,
    /** A slip is drawn up: it is paid in a shop within days. */
    SLIP,
    PAID,
    /** It came to nothing. */
    CLOSED,
    /** The gateway took another amount or currency; a person has to look. */
    MISFIT
  }

  /** Whether money may still come by it, so that the gateway is asked. */
  public boolean open() {
    return state == State.OPEN || state == State.SLIP;
  }

  /** The same, further on. */
  public Checkout in(State next) {
    return new Checkout(
        reference, gateway, method, amount, begunAt, closesAt, next, providerId, url);
  }

  /** The same, which can be paid longer: a slip has days of its own. */
  public Checkout until(Instant end) {
    return new Checkout(reference, gateway, method, amount, begunAt, end, state, providerId, url);
  }
}
