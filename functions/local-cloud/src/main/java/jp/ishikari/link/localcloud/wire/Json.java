package jp.ishikari.link.localcloud.wire;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON text to trees and back; no text is changed on the way. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** The JSON text of maps, lists, records and trees. */
  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /**
   * @throws tools.jackson.core.JacksonException when the text is not JSON
   */
  public static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  /**
   * @throws tools.jackson.core.JacksonException when the bytes are not JSON
   */
  public static JsonNode read(byte[] bytes) {
    return MAPPER.readTree(bytes);
  }

  /** Reads a record. */
  public static <T> T read(byte[] bytes, Class<T> type) {
    return MAPPER.readValue(bytes, type);
  }

  /** An empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }
}
