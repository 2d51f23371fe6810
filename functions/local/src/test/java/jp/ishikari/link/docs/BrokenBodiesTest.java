package jp.ishikari.link.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.testkit.BodyCheck;
import jp.ishikari.link.testkit.BodySchemas;
import jp.ishikari.link.testkit.BrokenBodies;
import jp.ishikari.link.testkit.BrokenBodies.Broken;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Bodies that are wrong in one place, for every route that reads one. */
class BrokenBodiesTest {

  private static Stream<Broken> all() {
    return Arrays.stream(Route.values()).map(BrokenBodies::of).flatMap(List::stream);
  }

  @Test
  void whatTheSchemaRefusesIsRefusedWhereItIsWrongAndTheOtherWayRound() {
    List<String> differ = new ArrayList<>();
    all()
        .forEach(
            broken -> {
              if (broken.schema() && unread(broken, true).isEmpty()) {
                differ.add(broken + " passes the schema");
              }
              if (unread(broken, false).isEmpty()) {
                differ.add(broken + " is read");
              }
            });
    assertEquals(List.of(), differ);
  }

  /** What is told about it, by the schema or by who reads it. */
  private static List<String> unread(Broken broken, boolean schema) {
    Class<?> request = BodySchemas.contract(broken.route()).request();
    JsonNode json;
    try {
      json = Json.MAPPER.readTree(broken.body());
    } catch (JacksonException | ArithmeticException | NumberFormatException unreadable) {
      return List.of("unreadable");
    }
    if (schema) {
      return BodyCheck.requestFaults(broken.body(), request);
    }
    return json.isObject() ? told(json, request.asSubclass(Record.class)) : List.of("no object");
  }

  private static <R extends Record> List<String> told(JsonNode json, Class<R> request) {
    return Body.read(json, request, (read, mistakes) -> read)
        .fold(wrong -> wrong.stream().map(e -> e.path() + " " + e.code()).toList(), r -> List.of());
  }
}
