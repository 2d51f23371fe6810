package jp.ishikari.link.publish.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/** A stream record's image: DynamoDB JSON as the cloud hands it to a function. */
public final class StreamImage {
  private StreamImage() {}

  public static Map<String, AttributeValue> read(JsonNode image) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    image.properties().forEach(e -> values.put(e.getKey(), value(e.getValue())));
    return values;
  }

  private static AttributeValue value(JsonNode typed) {
    Map.Entry<String, JsonNode> only = typed.properties().iterator().next();
    JsonNode value = only.getValue();
    return switch (only.getKey()) {
      case "S" -> AttributeValue.fromS(value.stringValue());
      case "N" -> AttributeValue.fromN(value.stringValue());
      case "BOOL" -> AttributeValue.fromBool(value.booleanValue());
      case "NULL" -> AttributeValue.fromNul(true);
      case "L" ->
          AttributeValue.fromL(
              StreamSupport.stream(value.spliterator(), false).map(StreamImage::value).toList());
      case "SS" ->
          AttributeValue.fromSs(
              StreamSupport.stream(value.spliterator(), false).map(JsonNode::stringValue).toList());
      case "M" -> AttributeValue.fromM(read(value));
      default -> throw new IllegalArgumentException("no row of ours holds a " + only.getKey());
    };
  }
}
