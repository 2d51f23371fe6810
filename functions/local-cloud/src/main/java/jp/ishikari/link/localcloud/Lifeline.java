package jp.ishikari.link.localcloud;

import java.io.IOException;
import java.io.InputStream;

/** Ends this process when its parent has ended, so that no engine is left behind. */
final class Lifeline {
  private Lifeline() {}

  /**
   * @param stdin whether the end of standard input counts as the parent's end; a pipe notices even
   *     a killed parent at once
   */
  static void follow(boolean stdin) {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    if (stdin) {
      Thread.ofPlatform().daemon().name("stdin").start(() -> exitAtEnd(System.in));
    }
  }

  private static void exitAtEnd(InputStream in) {
    try {
      while (in.read() >= 0) {
        // Nothing is ever said here; only the end counts.
      }
    } catch (IOException e) {
      // A broken pipe is the end as well.
    }
    System.err.println("Standard input ended, so the local cloud ends (see --ignore-stdin).");
    System.exit(0);
  }
}
