package jp.ishikari.link.localcloud.dynamodb;

import java.io.IOException;
import java.util.Arrays;

/**
 * Main class of the child process: runs the named main class until standard input ends.
 *
 * <p>Standard input is a pipe held by the parent. The operating system closes it however the parent
 * ends, also when it is killed, so the child never outlives it.
 */
public final class RunUntilParentEnds {
  private static final long COMMIT_MILLIS = 1_000;

  private RunUntilParentEnds() {}

  /** The first argument names the class whose main runs; the others are its arguments. */
  public static void main(String... arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("parent").start(RunUntilParentEnds::haltAtEndOfInput);
    Class.forName(arguments[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void haltAtEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Only the end counts.
      }
    } catch (IOException e) {
      // A broken pipe is the end as well.
    }
    try {
      // Measured: it answers a transaction before it has committed it; nobody asks any more now.
      Thread.sleep(COMMIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }
}
