package jp.ishikari.link.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.edge.EntryHandler;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.testkit.Checkout;
import jp.ishikari.link.testkit.SampleEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The blueprint and the code say the same, both ways. */
class BlueprintDriftTest {
  private static final Set<String> NO_CAPABILITIES =
      Set.of("capabilities", "local", "running-city", "bench");

  private static final JavaClasses CITY =
      CityClasses.ALL.that(
          JavaClass.Predicates.resideInAnyPackage(
              Arrays.stream(Capability.values())
                  .map(capability -> Names.packageOf(capability) + "..")
                  .toArray(String[]::new)));

  private static Set<String> classes(Class<?> kind) {
    return CITY.stream()
        .filter(c -> c.isAssignableTo(kind) && !c.isInterface() && c.isTopLevelClass())
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> sorted(Stream<String> names) {
    return names.collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyCapabilityHasItsModuleAndTheReverse() throws IOException {
    String pom = Files.readString(Checkout.path("functions/pom.xml"));
    Set<String> modules =
        sorted(
            Pattern.compile("<module>([^</]+)</module>")
                .matcher(pom)
                .results()
                .map(m -> m.group(1))
                .filter(m -> !m.startsWith("local-cloud") && !NO_CAPABILITIES.contains(m)));
    assertEquals(sorted(Arrays.stream(Capability.values()).map(Names::module)), modules);
    String all = Files.readString(Checkout.path("functions/capabilities/pom.xml"));
    assertEquals(
        modules,
        sorted(
            Pattern.compile("<dependency>.*<artifactId>([^<]+)</artifactId>")
                .matcher(all)
                .results()
                .map(m -> m.group(1))),
        "functions/capabilities/pom.xml");
  }

  @Test
  void everyCapabilityHasItsWiringAndTheReverse() throws ReflectiveOperationException {
    assertEquals(
        sorted(Arrays.stream(Capability.values()).map(Names::wiringClass)),
        classes(CapabilityWiring.class));
    for (Capability capability : Capability.values()) {
      CapabilityWiring wiring =
          (CapabilityWiring)
              Class.forName(Names.wiringClass(capability)).getConstructor().newInstance();
      assertEquals(capability, wiring.capability());
    }
  }

  @Test
  void everyEntryHasItsHandlerAndTheReverse() {
    assertEquals(
        sorted(Arrays.stream(Entry.values()).map(Names::handlerClass)),
        classes(EntryHandler.class));
  }

  @Test
  void everyRouteHasItsOperationAndTheReverse() {
    assertEquals(
        sorted(Arrays.stream(Route.values()).map(Names::operationClass)), classes(Operation.class));
  }

  @ParameterizedTest
  @EnumSource(Route.class)
  void everyRouteHasASampleEventThatNamesIt(Route route) {
    JsonNode event = SampleEvents.json(Names.sampleEvent(route));
    assertEquals(route.path(), event.path("resource").asString(""));
    assertEquals(route.method().name(), event.path("httpMethod").asString(""));
    assertTrue(event.path("multiValueHeaders").isObject());
    assertTrue(event.path("requestContext").isObject());
  }

  @ParameterizedTest
  @EnumSource(Entry.class)
  void everyEntryWithoutRoutesHasASampleEventOfItsKind(Entry entry) {
    switch (entry.trigger()) {
      case Trigger.Http http ->
          assertTrue(Arrays.stream(Route.values()).anyMatch(r -> r.entry() == entry));
      case Trigger.Authorizer authorizer ->
          assertTrue(SampleEvents.json(Names.sampleEvent(entry)).has("methodArn"));
      case Trigger.Stream stream ->
          assertTrue(
              SampleEvents.json(Names.sampleEvent(entry))
                  .at("/Records/0/dynamodb/NewImage")
                  .isObject());
      case Trigger.Messages messages ->
          assertTrue(SampleEvents.json(Names.sampleEvent(entry)).at("/Records/0/body").isString());
      case Trigger.Schedule schedule ->
          assertTrue(SampleEvents.json(Names.sampleEvent(entry)).has("time"));
    }
  }
}
