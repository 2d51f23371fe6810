package jp.ishikari.link.localcloud.dynamodb;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Arrays;

/**
 * Main class of the child process: runs the engine's server on the loopback address until standard
 * input ends.
 *
 * <p>Standard input is a pipe held by the parent. The operating system closes it however the parent
 * ends, also when it is killed, so the child never outlives it.
 *
 * <p>The engine has no option for its address and listens on every one, believing whoever asks; so
 * its server is told before it starts. When a later version is built otherwise, it does not start.
 */
public final class RunUntilParentEnds {
  private static final long COMMIT_MILLIS = 1_000;
  private static final String LOOPBACK = "127.0.0.1";

  private RunUntilParentEnds() {}

  /** The first argument names the engine's runner; the others are its arguments. */
  public static void main(String... arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("parent").start(RunUntilParentEnds::haltAtEndOfInput);
    Object engine =
        Class.forName(arguments[0])
            .getMethod("createServerFromCommandLineArgs", String[].class)
            .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    Field server = engine.getClass().getDeclaredField("server");
    server.setAccessible(true);
    bindToLoopback(server.get(engine));
    engine.getClass().getMethod("safeStart").invoke(engine);
    engine.getClass().getMethod("join").invoke(engine);
  }

  private static void bindToLoopback(Object server) throws ReflectiveOperationException {
    Object[] connectors = (Object[]) server.getClass().getMethod("getConnectors").invoke(server);
    if (connectors.length == 0) {
      throw new IllegalStateException("the engine would choose its address by itself");
    }
    for (Object connector : connectors) {
      connector.getClass().getMethod("setHost", String.class).invoke(connector, LOOPBACK);
    }
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
