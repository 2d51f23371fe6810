package jp.ishikari.link.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Contract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies of a route that are wrong in one place each, made from the schema of its request and its
 * sample. Whatever was put in their place can be recognised: it must never turn up in a log.
 */
public final class BrokenBodies {
  /** Stands wherever a wrong text was put. */
  public static final String WORDS = "ひみつのことば";

  /** Stands wherever a wrong number was put. */
  public static final String DIGITS = "7401559028";

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /**
   * What stands in place of a number: JSON that no parser should be asked to count out, so it is
   * put in as text.
   */
  private static final Map<String, String> NUMBERS =
      Map.of(
          "huge exponent",
          DIGITS + "18e99999999999",
          "negative exponent",
          DIGITS + "18e-99999999999",
          "forty digits",
          DIGITS.repeat(4),
          "a thousand digits",
          DIGITS.repeat(100));

  /**
   * One wrong body.
   *
   * @param where the component that is wrong; empty for the whole
   * @param schema whether the schema alone tells that it is wrong
   */
  public record Broken(Route route, String where, String how, String body, boolean schema) {
    @Override
    public String toString() {
      return route + " " + where + " " + how;
    }
  }

  private final Route route;
  private final ObjectNode sample;
  private final List<Broken> all = new ArrayList<>();

  private BrokenBodies(Route route, String sample) {
    this.route = route;
    this.sample = (ObjectNode) MAPPER.readTree(sample);
  }

  /** Every wrong body of a route; none when it reads no body. */
  public static List<Broken> of(Route route) {
    Class<?> request = BodySchemas.contract(route).request();
    if (request == Contract.Nothing.class) {
      return List.of();
    }
    BodySchemas schemas = new BodySchemas();
    JsonNode reference = schemas.request(request);
    ObjectNode all = schemas.definitions();
    String name = reference.get("$ref").stringValue();
    JsonNode schema = all.get(name.substring(name.lastIndexOf('/') + 1));
    BrokenBodies broken =
        new BrokenBodies(
            route, SampleEvents.json(Names.sampleEvent(route)).get("body").stringValue());
    broken.whole();
    List<String> required =
        schema.path("required").valueStream().map(JsonNode::stringValue).toList();
    for (Map.Entry<String, JsonNode> part : schema.get("properties").properties()) {
      if (required.contains(part.getKey())) {
        broken.put(part.getKey(), "null", "null", true);
        broken.missing(part.getKey());
      }
      broken.part(part.getKey(), part.getValue());
    }
    return broken.all;
  }

  private void whole() {
    String text = sample.toString();
    add("", "a list", "[\"" + WORDS + "\"]", true);
    add("", "a text", "\"" + WORDS + "\"", true);
    add("", "cut off", text.substring(0, text.length() - 1), true);
    add("", "more behind", text + "\"" + WORDS + "\"", true);
    put(WORDS, "unknown", "1", true);
  }

  private void part(String name, JsonNode schema) {
    String type = schema.path("type").asString("");
    if (!type.equals("object")) {
      put(name, "an object", "{\"" + WORDS + "\":1}", true);
    }
    NUMBERS.forEach((how, number) -> put(name, how, number, true));
    if (!type.equals("string")) {
      put(name, "a text", quoted(WORDS), true);
    }
    if (!type.equals("boolean")) {
      put(name, "yes", "true", true);
    }
    if (!type.equals("array")) {
      put(name, "a list", "[" + quoted(WORDS) + "]", true);
    }
    switch (type) {
      case "string" -> text(name, schema);
      case "integer" -> number(name, schema);
      case "array" -> list(name, schema);
      default -> {}
    }
  }

  private void text(String name, JsonNode schema) {
    if (schema.has("enum") || schema.has("format")) {
      put(name, "another word", quoted(WORDS), true);
      return;
    }
    put(name, "empty", quoted(""), true);
    put(name, "blank", quoted(" \u3000"), false);
    put(name, "too long", quoted("あ".repeat(schema.get("maxLength").intValue() + 1)), true);
    put(name, "NUL", "\"" + WORDS + "\\u0000\"", false);
    put(name, "half a character", "\"" + WORDS + "\\ud842\"", false);
    put(name, "writing direction", quoted(WORDS + "\u202e"), false);
  }

  private void number(String name, JsonNode schema) {
    put(name, "a part", "1.5", true);
    put(name, "too small", Long.toString(schema.path("minimum").asLong(0) - 1), true);
    put(name, "too big", Long.toString(schema.path("maximum").asLong() + 1), true);
  }

  private void list(String name, JsonNode schema) {
    put(name, "of objects", "[{\"" + WORDS + "\":1}]", true);
    put(name, "of null", "[null]", true);
    put(name, "with NUL", "[\"" + WORDS + "\\u0000\"]", false);
    String many = (quoted("x") + ",").repeat(schema.path("maxItems").asInt(0) + 1);
    put(name, "too many", "[" + many.substring(0, many.length() - 1) + "]", true);
  }

  private void missing(String name) {
    ObjectNode body = sample.deepCopy();
    body.remove(name);
    add(name, "missing", body.toString(), true);
  }

  /** The sample with other JSON, as text, at one name. */
  private void put(String name, String how, String json, boolean schema) {
    ObjectNode body = sample.deepCopy();
    body.put(name, "@here@");
    add(name, how, body.toString().replace("\"@here@\"", json), schema);
  }

  private void add(String where, String how, String body, boolean schema) {
    all.add(new Broken(route, where, how, body, schema));
  }

  private static String quoted(String text) {
    return MAPPER.writeValueAsString(text);
  }
}
