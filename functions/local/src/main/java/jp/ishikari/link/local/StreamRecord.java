package jp.ishikari.link.local;

import java.util.Map;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A stream record as the cloud writes it into a function's event. */
final class StreamRecord {
  private StreamRecord() {}

  static ObjectNode json(Record record) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("eventID", record.eventID());
    json.put("eventName", record.eventNameAsString());
    json.put("eventVersion", "1.1");
    json.put("eventSource", "aws:dynamodb");
    json.put("awsRegion", "ap-northeast-1");
    ObjectNode change = json.putObject("dynamodb");
    change.put("SequenceNumber", record.dynamodb().sequenceNumber());
    change.put("StreamViewType", record.dynamodb().streamViewTypeAsString());
    change.set("Keys", image(record.dynamodb().keys()));
    change.set("NewImage", image(record.dynamodb().newImage()));
    return json;
  }

  private static ObjectNode image(Map<String, AttributeValue> values) {
    ObjectNode image = Json.MAPPER.createObjectNode();
    values.forEach((name, value) -> image.set(name, value(value)));
    return image;
  }

  private static JsonNode value(AttributeValue value) {
    ObjectNode typed = Json.MAPPER.createObjectNode();
    switch (value.type()) {
      case S -> typed.put("S", value.s());
      case N -> typed.put("N", value.n());
      case BOOL -> typed.put("BOOL", value.bool());
      case NUL -> typed.put("NULL", true);
      case SS -> value.ss().forEach(typed.putArray("SS")::add);
      case L -> {
        var list = typed.putArray("L");
        value.l().forEach(item -> list.add(value(item)));
      }
      case M -> typed.set("M", image(value.m()));
      default -> throw new IllegalStateException("no row of ours holds a " + value.type());
    }
    return typed;
  }
}
