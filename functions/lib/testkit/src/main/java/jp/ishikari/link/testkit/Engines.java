package jp.ishikari.link.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.ishikari.link.aws.TableRequests;
import jp.ishikari.link.blueprint.Table;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real engines with every table of the blueprint, one process for all tests of a JVM. A test
 * that asks for a {@link TestCloud} gets one over them; tests keep apart by using ids of their own.
 * What few modules use starts when it is first asked; a module that begins sign-ins sets {@code
 * engines.providers}, so that no test waits for an identity provider.
 */
public final class Engines implements BeforeAllCallback, ParameterResolver {
  private static final List<String> PORTS =
      List.of(
          "dynamodb",
          "sqs",
          "s3",
          "sns",
          "mail",
          "kms",
          "staff-idp",
          "resident-idp",
          "xid-idp",
          "gateway");

  /** Ports are free when they are chosen; modules that are built at the same time choose too. */
  private static final int TRIES = 5;

  private static JsonNode addresses;

  @Override
  public void beforeAll(ExtensionContext context) {
    start();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestCloud.class;
  }

  @Override
  public TestCloud resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new TestCloud(start());
  }

  /** The engines for a program that is not a test. */
  public static TestCloud cloud() {
    return new TestCloud(start());
  }

  private static synchronized JsonNode start() {
    if (addresses != null) {
      return addresses;
    }
    try {
      Path module = Checkout.path("functions/local-cloud/target");
      // Goes with the next clean build; the machine's own temporary folder would fill up.
      Path data = Files.createTempDirectory(module, "engines");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx384m", "-cp"));
      command.add(
          module.resolve("classes")
              + java.io.File.pathSeparator
              + Files.readString(module.resolve("classpath")).strip());
      command.addAll(
          List.of(
              "jp.ishikari.link.localcloud.LocalCloud",
              "--on-first-visit",
              "--data",
              data.toString()));
      if (!Boolean.getBoolean("engines.providers")) {
        command.add("--providers-on-first-visit");
      }
      String ready = null;
      for (int tried = 0; ready == null && tried < TRIES; tried++) {
        ready = ready(command);
      }
      if (ready == null) {
        throw new IllegalStateException("the engines did not start");
      }
      addresses = JsonMapper.shared().readTree(ready);
      try (DynamoDbClient tables =
          TestCloud.dynamoDb(URI.create(addresses.get("dynamodb").stringValue()))) {
        for (Table table : Table.values()) {
          tables.createTable(TableRequests.create(table));
        }
      }
      return addresses;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What the engines say when they stand; null when another program was faster with a port. */
  private static String ready(List<String> command) throws IOException {
    List<String> withPorts = new ArrayList<>(command);
    List<ServerSocket> held = new ArrayList<>();
    for (String engine : PORTS) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      held.add(socket);
      withPorts.addAll(List.of("--" + engine + "-port", Integer.toString(socket.getLocalPort())));
    }
    for (ServerSocket socket : held) {
      socket.close();
    }
    // Ends with this JVM: the process reads its input to the end.
    Process process =
        new ProcessBuilder(withPorts).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }
}
