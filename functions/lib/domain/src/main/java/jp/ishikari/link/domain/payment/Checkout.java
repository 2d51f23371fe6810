package jp.ishikari.link.domain.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param misfit what was taken by it that was not asked for, until somebody has looked; null where
 *     all fits
 * @param setAside gateway's ids of money that somebody looked at and that does not count
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
    String url,
    Statement.@Nullable Taken misfit,
    List<String> setAside) {

  public Checkout {
    // Those from before there was such a thing have none.
    setAside = setAside == null ? List.of() : setAside;
  }

  /** One that was just begun. */
  public Checkout(
      String reference,
      String gateway,
      String method,
      int amount,
      Instant begunAt,
      Instant closesAt,
      State state,
      String providerId,
      String url) {
    this(
        reference,
        gateway,
        method,
        amount,
        begunAt,
        closesAt,
        state,
        providerId,
        url,
        null,
        List.of());
  }

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
    return with(closesAt, next, misfit, setAside);
  }

  /** The same, which can be paid longer: a slip has days of its own. */
  public Checkout until(Instant end) {
    return with(end, state, misfit, setAside);
  }

  /** The same, by which something was taken that was not asked for. */
  public Checkout misfitted(Statement.Taken taken) {
    return with(closesAt, State.MISFIT, taken, setAside);
  }

  /** The same, after somebody has looked at that. */
  public Checkout settled(State next) {
    List<String> all = new ArrayList<>(setAside);
    all.add(misfit.paymentId());
    return with(closesAt, next, null, List.copyOf(all));
  }

  private Checkout with(
      Instant end, State next, Statement.@Nullable Taken taken, List<String> aside) {
    return new Checkout(
        reference, gateway, method, amount, begunAt, end, next, providerId, url, taken, aside);
  }
}
