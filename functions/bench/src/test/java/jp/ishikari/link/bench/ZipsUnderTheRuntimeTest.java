package jp.ishikari.link.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.testkit.Checkout;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every entry, from its zip, with only its own jars, under the cloud's runtime interface client.
 */
@ExtendWith(Engines.class)
class ZipsUnderTheRuntimeTest {
  private static final long LIMIT = 200L * 1024 * 1024;
  private static final Map<Capability, Zip> ZIPS = new ConcurrentHashMap<>();

  @TempDir static Path folder;
  @TempDir Path logs;

  private final TestCloud cloud;

  ZipsUnderTheRuntimeTest(TestCloud cloud) {
    this.cloud = cloud;
  }

  @ParameterizedTest
  @EnumSource(Entry.class)
  void answersItsSampleEventUnderItsCompiledInName(Entry entry) throws Exception {
    Zip zip = ZIPS.computeIfAbsent(entry.capability(), ZipsUnderTheRuntimeTest::unpack);
    assertTrue(zip.bytes() < LIMIT, () -> entry.capability() + " unzips to " + zip.bytes());
    Path log = logs.resolve("log");
    try (LambdaRuntime runtime =
        new LambdaRuntime(
            zip.home(),
            Checkout.path("functions/bench/target/runtime"),
            Names.handlerClass(entry),
            cloud.functionEnvironment(),
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
            log)) {
      runtime.initialised();
      LambdaRuntime.Answer answer = runtime.invoke(sample(entry));
      String said = Files.readString(log);
      assertFalse(answer.failed(), () -> LambdaRuntime.text(answer) + "\n" + said);
      assertFalse(said.contains("functionRouter"), said);
      if (entry.trigger() instanceof Trigger.Http) {
        assertTrue(
            LambdaRuntime.text(answer).contains("\"statusCode\":"), LambdaRuntime.text(answer));
        assertFalse(
            LambdaRuntime.text(answer).contains("\"statusCode\":5"),
            () -> LambdaRuntime.text(answer) + said);
      }
    }
  }

  private static byte[] sample(Entry entry) throws IOException {
    String file =
        entry.trigger() instanceof Trigger.Http
            ? List.of(Route.values()).stream()
                .filter(route -> route.entry() == entry)
                .findFirst()
                .map(Names::sampleEvent)
                .orElseThrow()
            : Names.sampleEvent(entry);
    return Files.readAllBytes(Checkout.path("events/" + file));
  }

  private static Zip unpack(Capability capability) {
    try {
      return Zip.unpack(capability, folder);
    } catch (IOException e) {
      throw new IllegalStateException("no zip of " + capability + ": run the package phase", e);
    }
  }
}
