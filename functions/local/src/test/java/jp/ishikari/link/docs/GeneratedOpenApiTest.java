package jp.ishikari.link.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.testkit.BodyCheck;
import jp.ishikari.link.testkit.BodySchemas;
import jp.ishikari.link.testkit.Checkout;
import jp.ishikari.link.testkit.SampleEvents;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The API documents are current. They are made here, where every capability is seen: {@code ./mvnw
 * -pl functions/local -am test -Dgenerate=true -Dtest='Generated*'} writes them anew.
 */
class GeneratedOpenApiTest {

  @TestFactory
  Stream<DynamicTest> isCurrent() {
    return new TreeMap<>(GeneratedOpenApi.files(Checkout.path("")))
        .entrySet().stream()
            .map(
                file ->
                    DynamicTest.dynamicTest(
                        file.getKey(), () -> check(file.getKey(), file.getValue())));
  }

  @Test
  void everySampleOfARequestIsAsItsOperationDeclares() {
    List<String> faults = new ArrayList<>();
    for (Route route : Route.values()) {
      Class<?> request = BodySchemas.contract(route).request();
      String body = SampleEvents.json(Names.sampleEvent(route)).path("body").asString("");
      if (request != Contract.Nothing.class) {
        BodyCheck.requestFaults(body, request).forEach(fault -> faults.add(route + " " + fault));
      }
    }
    assertEquals(List.of(), faults);
  }

  private static void check(String name, String content) throws IOException {
    Path file = Checkout.path(name);
    if (Boolean.getBoolean("generate")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    }
    assertEquals(
        content, Files.readString(file), name + " is out of date; run with -Dgenerate=true");
  }
}
