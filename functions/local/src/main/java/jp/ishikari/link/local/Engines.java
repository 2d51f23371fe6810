package jp.ishikari.link.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import jp.ishikari.link.blueprint.Filling;
import jp.ishikari.link.blueprint.Mailer;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import tools.jackson.databind.JsonNode;

/** The engines' process and where each of them answers. */
final class Engines implements AutoCloseable {
  static final List<String> PORTS =
      List.of(
          "mail",
          "resident-idp",
          "staff-idp",
          "dynamodb",
          "sqs",
          "s3",
          "sns",
          "kms",
          "xid-idp",
          "gateway");

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local-secret"));

  private static final long STOP_SECONDS = 20;
  private static final String ACCOUNT = "000000000000";

  private final Process process;
  private final JsonNode addresses;
  private final Writes writes = new Writes();

  private Engines(Process process, JsonNode addresses) {
    this.process = process;
    this.addresses = addresses;
  }

  /**
   * Starts the engines and waits until all answer.
   *
   * @param trust Java options under which they trust the certificate of {@code sites}
   */
  static Engines start(Options options, Sites sites, List<String> trust) throws IOException {
    Path module = options.root().resolve("functions/local-cloud");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(trust);
    command.add("-cp");
    command.add(
        module.resolve("target/classes")
            + java.io.File.pathSeparator
            + Files.readString(module.resolve("target/classpath")).strip());
    command.addAll(
        List.of(
            "jp.ishikari.link.localcloud.LocalCloud",
            "--data",
            options.data().resolve(Options.ENGINES).toString(),
            "--people",
            options.people().toString(),
            "--portal-origin",
            sites.portal(),
            "--staff-origin",
            sites.staff(),
            "--dynamodb-classpath",
            module.resolve("dynamodb-local/target/classpath").toString(),
            "--mail-set",
            Names.physical(Mailer.CITY),
            "--bus-rules",
            Json.MAPPER.writeValueAsString(busRules())));
    for (int i = 0; i < PORTS.size(); i++) {
      command.addAll(
          List.of("--" + PORTS.get(i) + "-port", Integer.toString(sites.firstEnginePort() + i)));
    }
    if (options.providersOnFirstVisit()) {
      command.add("--providers-on-first-visit");
    }
    if (options.dynamoDb() != null) {
      command.addAll(List.of("--dynamodb-endpoint", options.dynamoDb()));
    }
    // The process ends when its input does, so it never outlives this one.
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String ready = out.readLine();
    if (ready == null) {
      throw new CannotStart("The engines did not start; the reason stands above.");
    }
    return new Engines(process, Json.MAPPER.readTree(ready));
  }

  /** What services of the cloud report, and the queues that want it. */
  static Map<String, Object> busRules() {
    Map<String, Object> rules = new TreeMap<>();
    for (Queue queue : Queue.values()) {
      if (queue.filling() instanceof Filling.Reports reports) {
        rules.put(Names.physical(queue), reports.pattern(Names::physical));
      }
    }
    return rules;
  }

  /** Where a queue is sent to. */
  String queueUrl(Queue queue) {
    return address("sqs").resolve("/" + ACCOUNT + "/" + Names.physical(queue)).toString();
  }

  URI address(String engine) {
    return URI.create(addresses.get(engine).stringValue());
  }

  /** What the engines said of themselves when they stood. */
  String said(String name) {
    return addresses.get(name).stringValue();
  }

  /** The folder of what an operator is given of the simulated cards' authority. */
  Path cardAuthority() {
    return Path.of(addresses.get("cardAuthority").stringValue());
  }

  /** Signs permissions for the object store. */
  S3Presigner permissions() {
    return S3Presigner.builder()
        .endpointOverride(address("s3"))
        .region(Region.AP_NORTHEAST_1)
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .credentialsProvider(CREDENTIALS)
        .build();
  }

  /** Hears of every write of the city. */
  Writes writes() {
    return writes;
  }

  /** A client's builder pointed at an engine. */
  <B extends AwsClientBuilder<B, C>, C> B client(B builder, String engine) {
    return builder
        .endpointOverride(address(engine))
        .region(Region.AP_NORTHEAST_1)
        .credentialsProvider(CREDENTIALS);
  }

  /** Runs {@code then} when the engines end by themselves. */
  void whenGone(Runnable then) {
    process.onExit().thenRun(then);
  }

  /** Returns when the engines have written down what they hold, so that a restart finds it. */
  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
