package jp.ishikari.link.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.ishikari.link.testkit.Checkout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A city hall of its own for one measurement, as processes beside this one. */
final class BenchCity implements AutoCloseable {
  private static final int BASE = Integer.getInteger("bench.port", 23_400);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path data;
  private final Process process;

  private BenchCity(Path data, Process process) {
    this.data = data;
    this.process = process;
  }

  /** Returns when it is ready. */
  static BenchCity start() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("bench-city");
    Path log = data.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Checkout.path("functions/local/target/city.args"),
                "--data",
                data.toString(),
                "--budget-scale",
                "10000",
                "--base-port",
                Integer.toString(BASE))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    while (!Files.readString(log).contains("Ready in")) {
      if (!process.isAlive()) {
        throw new IllegalStateException(Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return new BenchCity(data, process);
  }

  URI portal() {
    return at(0);
  }

  URI mail() {
    return at(5);
  }

  /** The bare engine of the tables. */
  DynamoDbClient tables() {
    return DynamoDbClient.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(at(8))
        .region(Region.AP_NORTHEAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local-secret")))
        .build();
  }

  /** What the city hall opens at that place among its ports. */
  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + (BASE + port));
  }

  /** Events wait in their table until they are released. */
  void hold() throws IOException, InterruptedException {
    control("/hold");
  }

  void release() throws IOException, InterruptedException {
    control("/release");
  }

  private void control(String path) throws IOException, InterruptedException {
    http.send(
        HttpRequest.newBuilder(at(3).resolve(path)).build(),
        HttpResponse.BodyHandlers.discarding());
  }

  /** Mails that went out so far, counted where they are kept: no engine is asked for it. */
  long mails() throws IOException {
    try (Stream<Path> kept = Files.list(data.resolve("engines/inbox"))) {
      return kept.filter(file -> file.toString().endsWith(".json")).count();
    }
  }

  /** What each of its processes has used of a processor so far. */
  Map<String, Duration> processor() {
    Map<String, Duration> used = new LinkedHashMap<>();
    Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .forEach(
            one ->
                used.put(
                    switch (used.size()) {
                      case 0 -> "city hall";
                      case 1 -> "engines of ours";
                      default -> "DynamoDB Local";
                    },
                    one.info().totalCpuDuration().orElse(Duration.ZERO)));
    return used;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
