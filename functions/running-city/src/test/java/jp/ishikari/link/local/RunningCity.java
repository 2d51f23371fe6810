package jp.ishikari.link.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.testkit.Checkout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** The whole city hall as a process of its own, that a test may kill at any moment. */
final class RunningCity implements AutoCloseable {
  private static final AtomicInteger NEXT = new AtomicInteger(21_000);

  private final Path data;
  private final List<String> options;
  private final Sites sites;
  private Process process;

  /**
   * @param options more of the command line's
   */
  RunningCity(Path data, String... options) throws IOException {
    this.data = data;
    this.options = List.of(options);
    this.sites = new Sites(false, freePorts());
  }

  /** Starts it, again if it was killed; returns when it is ready. */
  void start() throws IOException {
    startUntil("Ready in");
  }

  /** Starts it and returns as soon as it has said so much. */
  void startUntil(String said) throws IOException {
    Path log = data.resolve("log");
    Files.createDirectories(data);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Checkout.path("functions/local/target/city.args"),
                "--data",
                data.resolve("city").toString(),
                "--base-port",
                Integer.toString(sites.basePort())));
    command.addAll(options);
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Patience.until(
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException("the city hall ended:\n" + read(log));
          }
          return read(log).contains(said);
        },
        () -> read(log),
        "the city hall's start");
  }

  /** Everything that it has printed: what the cloud would keep as logs. */
  String log() {
    return read(data.resolve("log"));
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * What it noted as unforeseen: whoever sees a 500 wants the cause, and the folder goes with the
   * test.
   */
  String unforeseen() {
    return read(data.resolve("log"))
        .lines()
        .filter(line -> line.startsWith("{\"level\":\"ERROR\""))
        .collect(Collectors.joining("\n"));
  }

  /** How many batches of streams and queues it has handled since it was started. */
  String batches() {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(control("/batches")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(closing);
    }
  }

  /** kill -9 of the city hall's own process; the engines notice and end by themselves. */
  void kill() throws InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly().waitFor();
    ended(children);
  }

  /**
   * Asks it to end, by SIGTERM, which ends it like Ctrl-C does (a build in the background may have
   * SIGINT ignored for all its children); returns when it and every child have ended.
   */
  void end() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    Patience.until(() -> !process.isAlive(), () -> 0, "the end of the city hall");
    ended(children);
  }

  /** kill -9 of DynamoDB; then of the rest, as an operator would who starts all anew. */
  void killDynamoDb() throws InterruptedException {
    Optional<ProcessHandle> engine =
        process
            .descendants()
            .filter(p -> p.parent().map(ProcessHandle::pid).orElse(0L) != process.pid())
            .findFirst();
    engine.orElseThrow().destroyForcibly();
    kill();
  }

  private static void ended(List<ProcessHandle> children) {
    Patience.until(
        () -> children.stream().noneMatch(ProcessHandle::isAlive),
        () -> children.stream().filter(ProcessHandle::isAlive).count(),
        "the end of the city hall's children");
  }

  /** Where the API's host is. */
  String origin(Api api) {
    return sites.origin(api);
  }

  URI portal(String path) {
    return URI.create(sites.portal() + path);
  }

  URI control(String path) {
    return URI.create("http://127.0.0.1:" + sites.controlPort() + path);
  }

  /** Where the engine of that place in {@link Engines} answers. */
  URI engine(String name) {
    return URI.create(
        "http://127.0.0.1:" + (sites.firstEnginePort() + Engines.PORTS.indexOf(name)));
  }

  <B extends AwsClientBuilder<B, C>, C> C client(B builder, String engine) {
    return builder
        .endpointOverride(engine(engine))
        .region(Region.AP_NORTHEAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local-secret")))
        .build();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  /** The first of enough free ports in a row; no two tests at the same time get the same. */
  static int freePorts() throws IOException {
    for (int base = NEXT.getAndAdd(50); base < 32_000; base = NEXT.getAndAdd(50)) {
      if (free(base)) {
        return base;
      }
    }
    throw new IOException("no free ports");
  }

  private static boolean free(int base) {
    for (int port = base; port < base + 15; port++) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        socket.setReuseAddress(true);
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }
}
