package jp.ishikari.link.edge;

/**
 * A route that a provider's machine calls. It runs with a {@link Caller.Machine} only; the message
 * once more, as providers send it when they heard no answer, has the same {@link IdempotencyKey}.
 */
public interface MachineOperation extends Operation {

  /** By what the message is believed. */
  Proof proof();

  /** The one type of body that the provider sends. */
  default String contentType() {
    return "application/json";
  }
}
