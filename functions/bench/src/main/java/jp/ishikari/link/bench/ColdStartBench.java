package jp.ishikari.link.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.testkit.Checkout;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;

/**
 * Cold start of the packaged {@code applications} zip under AWS's runtime interface client on one
 * core with C1, beside {@link PlainHandler}; and what is left of it after a primed snapshot hook.
 */
public final class ColdStartBench {
  private static final int ROUNDS = 7;
  private static final List<String> C1 = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private ColdStartBench() {}

  public static void main(String[] args) throws Exception {
    TestCloud cloud = Engines.cloud();
    new DynamoProcedureStore(cloud).publish(BenchProcedure.procedure());
    Path folder = Files.createTempDirectory("cold-start");
    Path ours = Zip.unpack(Capability.APPLICATIONS, folder).home();
    Path plain = plainHome(ours, folder.resolve("plain"));
    String handler = Names.handlerClass(Entry.APPLICATIONS_RESIDENT);
    Map<String, List<Double>> millis = new TreeMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      measure(millis, "1 plain", plain, PlainHandler.class.getName(), cloud, C1);
      measure(millis, "2 ours", ours, handler, cloud, C1);
    }
    for (int round = 0; round < 3; round++) {
      snapshot(millis, ours, handler, cloud);
    }
    millis.forEach(
        (what, values) ->
            System.out.printf("%-34s median %7.0f ms   %s%n", what, median(values), values));
    System.out.printf(
        "cold start (initialise + first call): ours / plain = %.2f (known start 1.42, bound 1.6, wish 1.3)%n",
        median(millis.get("2 ours: sum")) / median(millis.get("1 plain: sum")));
    System.exit(0);
  }

  private static void measure(
      Map<String, List<Double>> millis,
      String what,
      Path home,
      String handler,
      TestCloud cloud,
      List<String> java)
      throws Exception {
    try (LambdaRuntime runtime = start(home, handler, cloud, java, Map.of())) {
      double init = runtime.initialised() / 1e6;
      double first = submit(runtime);
      add(millis, what + ": initialise", init);
      add(millis, what + ": first call", first);
      add(millis, what + ": sum", init + first);
      for (int i = 0; i < 30; i++) {
        submit(runtime);
      }
      add(millis, what + ": warm call", submit(runtime));
    }
  }

  private static void snapshot(
      Map<String, List<Double>> millis, Path home, String handler, TestCloud cloud)
      throws Exception {
    List<String> java =
        List.of("-XX:+UseSerialGC", "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    try (LambdaRuntime runtime =
        start(home, handler, cloud, java, Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"))) {
      runtime.initialised();
      runtime.restore();
      add(millis, "3 ours, primed snapshot: first call", submit(runtime));
    }
  }

  private static LambdaRuntime start(
      Path home, String handler, TestCloud cloud, List<String> java, Map<String, String> more)
      throws IOException {
    Map<String, String> environment = new TreeMap<>(cloud.functionEnvironment());
    environment.putAll(more);
    return new LambdaRuntime(
        home,
        Checkout.path("functions/bench/target/runtime"),
        handler,
        environment,
        java,
        home.resolve("log"));
  }

  private static double submit(LambdaRuntime runtime) throws InterruptedException {
    LambdaRuntime.Answer answer =
        runtime.invoke(BenchProcedure.event(TestCloud.PORTAL, UUID.randomUUID().toString()));
    if (answer.failed() || !LambdaRuntime.text(answer).contains("\"statusCode\":201")) {
      throw new IllegalStateException(LambdaRuntime.text(answer));
    }
    return answer.nanos() / 1e6;
  }

  /**
   * The same jars without Spring, Powertools and their company, and this module's for the handler.
   */
  private static Path plainHome(Path ours, Path home) throws IOException {
    List<String> out =
        List.of(
            "spring-",
            "powertools-",
            "log4j-",
            "reactor-",
            "micrometer-",
            "snakeyaml",
            "joda",
            "jmespath",
            "aws-lambda-java-events",
            "jackson-databind-2",
            "jackson-datatype");
    Path lib = Files.createDirectories(home.resolve("lib"));
    try (Stream<Path> jars = Files.list(ours.resolve("lib"))) {
      for (Path jar : jars.toList()) {
        String name = jar.getFileName().toString();
        if (out.stream().noneMatch(name::startsWith)) {
          Files.copy(jar, lib.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    Path own = home.resolve("jp/ishikari/link/bench");
    Files.createDirectories(own);
    Files.copy(
        Checkout.path("functions/bench/target/classes/jp/ishikari/link/bench/PlainHandler.class"),
        own.resolve("PlainHandler.class"),
        StandardCopyOption.REPLACE_EXISTING);
    return home;
  }

  private static void add(Map<String, List<Double>> millis, String what, double value) {
    millis.computeIfAbsent(what, w -> new ArrayList<>()).add((double) Math.round(value));
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(v -> v).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
