package jp.ishikari.link.forms;

import java.util.Map;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Definitions as tests write them: JSON with single quotes. */
final class Definitions {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .build();

  private Definitions() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> json(String text) {
    return JSON.readValue(text, Map.class);
  }

  /** A form of one page with these fields, and with more beside the pages. */
  static Map<String, Object> page(String fields, String more) {
    return json(
        "{id:'f', version:1, title:'様式', pages:[{id:'p', title:'頁', fields:[%s]}] %s}"
            .formatted(fields, more));
  }

  static FormDefinition form(Map<String, Object> json) {
    return switch (FormDefinition.read(json)) {
      case FormReading.Valid(FormDefinition form) -> form;
      case FormReading.Refused refused -> throw new AssertionError(refused.findings());
    };
  }

  static FormDefinition form(String text) {
    return form(json(text));
  }
}
