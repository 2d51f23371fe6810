package jp.ishikari.link.forms;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the definitions that were read last, so that a form is not read anew for every application.
 * The JSON itself is the key: equal trees give the same form, and a change of one letter another.
 * The trees must not be changed afterwards.
 */
public final class FormCache {
  private final Map<Map<String, Object>, FormReading> readings;

  /**
   * @param size how many definitions are kept
   */
  public FormCache(int size) {
    readings =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Map<String, Object>, FormReading> eldest) {
            return size() > size;
          }
        };
  }

  /** As {@link FormDefinition#read}. */
  public synchronized FormReading read(Map<String, Object> json) {
    FormReading known = readings.get(json);
    if (known == null) {
      known = FormDefinition.read(json);
      readings.put(json, known);
    }
    return known;
  }
}
