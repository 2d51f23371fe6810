package jp.ishikari.link.edge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Resource;
import jp.ishikari.link.blueprint.Setting;

/**
 * The environment of a function, read once and checked: a missing value stops the start, not a
 * request.
 */
public final class Environment {
  private final Map<String, String> variables;
  private final Map<Setting, String> settings = new EnumMap<>(Setting.class);

  /**
   * Throws {@link IllegalStateException} naming every setting among {@code needed} that has no
   * value.
   */
  public Environment(Map<String, String> variables, Set<Setting> needed) {
    this.variables = variables;
    List<String> missing = new ArrayList<>();
    for (Setting setting : needed) {
      String value = variables.getOrDefault(setting.name(), setting.fallback());
      if (value == null || value.isBlank()) {
        missing.add(setting.name());
      } else {
        settings.put(setting, value);
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException("settings without a value: " + String.join(", ", missing));
    }
  }

  public String get(Setting setting) {
    String value = settings.get(setting);
    if (value == null) {
      throw new IllegalStateException(setting + " was not declared as needed");
    }
    return value;
  }

  public int number(Setting setting) {
    return Integer.parseInt(get(setting));
  }

  /** Physical name or ARN of a resource. */
  public String nameOf(Resource resource) {
    String variable = Names.environmentVariable(resource);
    String value = variables.get(variable);
    if (value == null) {
      throw new IllegalStateException("environment variable " + variable + " is not set");
    }
    return value;
  }
}
