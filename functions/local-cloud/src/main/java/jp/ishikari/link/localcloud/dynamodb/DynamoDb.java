package jp.ishikari.link.localcloud.dynamodb;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.ishikari.link.localcloud.Engine;
import jp.ishikari.link.localcloud.Settings;
import jp.ishikari.link.localcloud.Settings.Port;
import jp.ishikari.link.localcloud.wire.StateFolder;

/** Starts DynamoDB Local as a child process and ends it. */
public final class DynamoDb implements Engine {
  private static final String RUNNER = "software.amazon.dynamodb.services.local.main.ServerRunner";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Settings settings;
  private Process child;

  /** Nothing starts yet. */
  public DynamoDb(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "DynamoDB Local";
  }

  @Override
  public void start() throws IOException, InterruptedException, URISyntaxException {
    var database = StateFolder.create(settings.data().resolve("dynamodb"));
    writeAhead(database);
    var log = StateFolder.create(settings.data().resolve("log")).resolve("dynamodb-local.log");
    var port = settings.port(Port.DYNAMODB);
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            // It unpacks a native library at each start and leaves it behind.
            "-Djava.io.tmpdir=" + emptied(settings.data().resolve("tmp")),
            "-cp",
            classPath(),
            RunUntilParentEnds.class.getName(),
            RUNNER,
            "-port",
            String.valueOf(port),
            "-sharedDb",
            "-disableTelemetry",
            "-dbPath",
            database.toString());
    child =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start();
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers(port)) {
      if (!child.isAlive() || System.nanoTime() > end) {
        throw new IOException("DynamoDB Local did not answer; see " + log);
      }
      Thread.sleep(20);
    }
    child.onExit().thenRun(this::endedByItself);
  }

  @Override
  public void close() {
    if (child == null) {
      return;
    }
    var ending = child;
    child = null;
    try {
      // The end of its input, not a signal: it answers a write before it has committed it.
      ending.getOutputStream().close();
      if (!ending.waitFor(5, TimeUnit.SECONDS)) {
        ending.destroyForcibly();
      }
    } catch (IOException e) {
      ending.destroyForcibly();
    } catch (InterruptedException e) {
      ending.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void endedByItself() {
    if (child != null) {
      System.err.println("DynamoDB Local ended by itself; the local cloud ends as well.");
      System.exit(1);
    }
  }

  /** The engine's jars first; ours only for the class that watches the parent. */
  private String classPath() throws IOException, URISyntaxException {
    var own = Path.of(DynamoDb.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var file = settings.dynamoDbClassPath().orElse(besides(own));
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "The class path of DynamoDB Local is not at "
              + file
              + "; build the module dynamodb-local, or set --dynamodb-classpath or"
              + " --dynamodb-endpoint.");
    }
    return Files.readString(file).strip() + File.pathSeparator + own;
  }

  /** From {@code local-cloud/target/classes} or a jar in {@code local-cloud/target}. */
  private static Path besides(Path own) {
    return own.resolve("../../dynamodb-local/target/classpath").normalize();
  }

  /**
   * The engine finds an empty database whose journal is written ahead (WAL), which a database keeps
   * for good: a write waits for the disk once instead of several times. Made by {@code PRAGMA
   * journal_mode=WAL}.
   */
  private static void writeAhead(Path folder) throws IOException {
    var database = folder.resolve("shared-local-instance.db");
    if (Files.notExists(database)) {
      try (var empty = DynamoDb.class.getResourceAsStream("write-ahead.db")) {
        Files.copy(empty, database);
      }
    }
  }

  private static Path emptied(Path folder) throws IOException {
    StateFolder.create(folder);
    try (var leftOver = Files.list(folder)) {
      for (var file : leftOver.toList()) {
        Files.delete(file);
      }
    }
    return folder;
  }

  /** Any HTTP answer will do: a bare GET is refused with 400 by a running engine. */
  private static boolean answers(int port) {
    try {
      var connection =
          (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(5_000);
      var status = connection.getResponseCode();
      connection.disconnect();
      return status > 0;
    } catch (IOException e) {
      return false;
    }
  }
}
