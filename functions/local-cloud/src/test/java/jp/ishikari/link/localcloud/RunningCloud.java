package jp.ishikari.link.localcloud;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import jp.ishikari.link.localcloud.wire.Json;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.JsonNode;

/** The real process, started as the command line starts it. */
final class RunningCloud implements AutoCloseable {
  private static final AtomicInteger NEXT_PORT =
      new AtomicInteger(12_000 + (int) (ProcessHandle.current().pid() % 500) * 10);

  private static RunningCloud shared;

  private final Process process;
  private final JsonNode ready;
  private final Path data;

  private RunningCloud(Process process, JsonNode ready, Path data) {
    this.process = process;
    this.ready = ready;
    this.data = data;
  }

  /** One process for all tests that do not end it. */
  static synchronized RunningCloud shared() throws Exception {
    if (shared == null) {
      var data = Files.createTempDirectory("local-cloud");
      shared = start(data, freePorts(), "--bus-rules", BusTest.RULES);
      Runtime.getRuntime().addShutdownHook(new Thread(RunningCloud::endShared));
    }
    return shared;
  }

  private static void endShared() {
    try {
      shared.close();
      try (var kept = Files.walk(shared.data)) {
        for (var file : kept.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException("The shared local cloud was not cleared away", e);
    }
  }

  /**
   * From below the range that the machine itself takes ports from for outgoing calls: such a call
   * would be faster than the process that is to listen there.
   */
  static Map<Settings.Port, Integer> freePorts() {
    var ports = new HashMap<Settings.Port, Integer>();
    for (var port : Settings.Port.values()) {
      ports.put(port, freePort());
    }
    return ports;
  }

  private static int freePort() {
    while (true) {
      int port = NEXT_PORT.getAndIncrement();
      try (var probe = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
        return probe.getLocalPort();
      } catch (IOException taken) {
        // The next one.
      }
    }
  }

  static List<String> command(Path data, Map<Settings.Port, Integer> ports, String... more)
      throws IOException, URISyntaxException {
    var classes =
        Path.of(LocalCloud.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var classPath = Files.readString(classes.resolveSibling("classpath")).strip();
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classes + File.pathSeparator + classPath,
                LocalCloud.class.getName(),
                "--data",
                data.toString(),
                "--people",
                Path.of(RunningCloud.class.getResource("/people").toURI()).toString(),
                "--portal-origin",
                ClientKeys.portal().origin(),
                "--staff-origin",
                ClientKeys.staff().origin()));
    ports.forEach(
        (port, number) -> {
          command.add(port.flag());
          command.add(String.valueOf(number));
        });
    command.addAll(List.of(more));
    return command;
  }

  static RunningCloud start(Path data, Map<Settings.Port, Integer> ports, String... more)
      throws Exception {
    return await(new ProcessBuilder(command(data, ports, more)).start(), data);
  }

  /** Waits for the line that says ready. */
  static RunningCloud await(Process process, Path data) throws IOException {
    var errors = new ByteArrayOutputStream();
    Thread.ofVirtual().start(() -> drain(process, errors));
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var line = out.readLine();
    if (line == null) {
      throw new IOException("The local cloud did not start: " + errors);
    }
    return new RunningCloud(process, Json.read(line), data);
  }

  private static void drain(Process process, ByteArrayOutputStream errors) {
    try (var in = process.getErrorStream()) {
      in.transferTo(errors);
    } catch (IOException e) {
      // The process was ended; what it said until then is kept.
    }
  }

  /** Where each engine answers. */
  List<URI> addresses() {
    return ready.properties().stream()
        .map(Map.Entry::getValue)
        .filter(value -> value.isString() && value.stringValue().startsWith("http"))
        .map(value -> URI.create(value.stringValue()))
        .toList();
  }

  URI at(String engine) {
    return URI.create(ready.get(engine).stringValue());
  }

  /** The process that runs the engines, which is a grandchild when a shell stands between. */
  ProcessHandle engines() {
    return ProcessHandle.of(ready.get("pid").asLong()).orElseThrow();
  }

  <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
      B builder, String engine) {
    return client(builder, engine, "local-secret");
  }

  <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
      B builder, String engine, String secret) {
    return builder
        .endpointOverride(at(engine))
        .region(Region.AP_NORTHEAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", secret)))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      process.onExit().get(20, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IllegalStateException("The local cloud outlived its standard input", e);
    }
  }

  /** An origin of ours that serves its public keys, as the portal and the console do. */
  record ClientKeys(String origin, ECKey key) {
    private static ClientKeys portal;
    private static ClientKeys staff;

    static synchronized ClientKeys portal() throws IOException {
      portal = portal == null ? serve() : portal;
      return portal;
    }

    static synchronized ClientKeys staff() throws IOException {
      staff = staff == null ? serve() : staff;
      return staff;
    }

    private static ClientKeys serve() throws IOException {
      try {
        var key =
            new ECKeyGenerator(Curve.P_256)
                .keyID("client-1")
                .algorithm(JWSAlgorithm.ES256)
                .generate();
        var document = new JWKSet(key.toPublicJWK()).toString();
        var server =
            HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 10);
        server.createContext(
            "/api/sign-in/keys",
            exchange -> {
              try (exchange) {
                var bytes = document.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
              }
            });
        server.start();
        return new ClientKeys("http://127.0.0.1:" + server.getAddress().getPort(), key);
      } catch (JOSEException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Threads of the process whose name begins so. */
  long threads(String name) throws IOException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var asked =
        new ProcessBuilder(jcmd, Long.toString(engines().pid()), "Thread.print")
            .redirectErrorStream(true)
            .start();
    try (var lines = asked.inputReader()) {
      return lines.lines().filter(line -> line.startsWith('"' + name)).count();
    }
  }
}
