package jp.ishikari.link.localcloud.topics;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of one AWS Query request, or of one member of a list in it. */
record QueryForm(Map<String, String> parameters) {

  static QueryForm parse(String body) {
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : body.split("&")) {
      if (!pair.isEmpty()) {
        var equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.put(
            URLDecoder.decode(name, StandardCharsets.UTF_8),
            URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    return new QueryForm(parameters);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  String need(String name) {
    return find(name).orElseThrow(() -> Refusal.invalid(name + " is required"));
  }

  /** The members of {@code name.1.…}, {@code name.2.…} in order. */
  List<QueryForm> members(String name) {
    var members = new ArrayList<QueryForm>();
    while (true) {
      var prefix = name + "." + (members.size() + 1) + ".";
      var own = new LinkedHashMap<String, String>();
      parameters.forEach(
          (key, value) -> {
            if (key.startsWith(prefix)) {
              own.put(key.substring(prefix.length()), value);
            }
          });
      if (own.isEmpty()) {
        return members;
      }
      members.add(new QueryForm(own));
    }
  }

  /** A map sent as {@code name.entry.N.key} and {@code name.entry.N.value}. */
  Map<String, String> map(String name) {
    var map = new LinkedHashMap<String, String>();
    members(name + ".entry").forEach(entry -> map.put(entry.need("key"), entry.need("value")));
    return map;
  }

  /** {@code MessageAttributes.entry.N.Name} and {@code .Value.DataType/StringValue/BinaryValue}. */
  Map<String, Attribute> messageAttributes() {
    var attributes = new LinkedHashMap<String, Attribute>();
    for (var entry : members("MessageAttributes.entry")) {
      var binary = entry.find("Value.BinaryValue");
      attributes.put(
          entry.need("Name"),
          new Attribute(
              entry.need("Value.DataType"),
              binary.orElseGet(() -> entry.need("Value.StringValue")),
              binary.isPresent()));
    }
    return attributes;
  }

  /**
   * One message attribute.
   *
   * @param type {@code String}, {@code Number}, {@code String.Array} or {@code Binary}
   * @param value the text, or Base64 when binary
   */
  record Attribute(String type, String value, boolean binary) {}
}
