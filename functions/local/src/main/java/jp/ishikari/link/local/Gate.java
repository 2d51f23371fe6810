package jp.ishikari.link.local;

/** Lets event sources deliver, or holds them. */
final class Gate {
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
  synchronized boolean pause(RuntimeException reason) {
    if (closed) {
      return false;
    }
    try {
      wait(500);
      return !closed;
    } catch (InterruptedException closing) {
      return false;
    }
  }
}
