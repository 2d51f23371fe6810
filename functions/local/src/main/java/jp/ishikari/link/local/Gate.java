package jp.ishikari.link.local;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;

/** Lets event sources deliver, or holds them. */
final class Gate {
  private static final Log LOG = Log.of(Gate.class);

  private boolean held;
  private boolean closed;

  synchronized void hold(boolean hold) {
    held = hold;
    notifyAll();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Waits while deliveries are held. */
  synchronized void pass() throws InterruptedException {
    while (held && !closed) {
      wait();
    }
    if (closed) {
      throw new InterruptedException();
    }
  }

  /**
   * A source's engine did not answer: tries again in a moment; false when the city hall is closing.
   */
  synchronized boolean pause(Entry source, RuntimeException reason) {
    if (closed) {
      return false;
    }
    LOG.error("event source had to pause", reason, Log.fields(LogField.ENTRY), source);
    try {
      wait(500);
      return !closed;
    } catch (InterruptedException closing) {
      return false;
    }
  }
}
