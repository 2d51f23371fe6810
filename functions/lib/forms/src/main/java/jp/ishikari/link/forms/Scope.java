package jp.ishikari.link.forms;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which fields an expression may speak of: those that are asked before it. Every id of the form is
 * known beforehand, so that a reference to a later field is told from one to nothing.
 */
final class Scope {
  private final Set<String> all = new HashSet<>();
  private final Map<String, Field> earlier = new HashMap<>();
  private Set<String> own = Set.of();

  /** A scope over the fields of that JSON array; what is not a field is passed over. */
  static Scope over(Object fields) {
    Scope scope = new Scope();
    scope.announce(fields);
    return scope;
  }

  /** Makes the ids of that JSON array of fields known, and returns them. */
  Set<String> announce(Object fields) {
    Set<String> ids = new HashSet<>();
    if (fields instanceof List<?> list && list.size() <= FormLimits.FIELDS) {
      for (Object field : list) {
        if (field instanceof Map<?, ?> map && map.get("id") instanceof String id) {
          ids.add(id);
        }
      }
    }
    all.addAll(ids);
    return ids;
  }

  /** Says whose expression is read next; these fields must not be referred to. */
  void readingFor(Set<String> ids) {
    own = ids;
  }

  /** Makes a field available to what follows; false when its id is taken. */
  boolean add(Field field) {
    return earlier.putIfAbsent(field.id(), field) == null;
  }

  /** The earlier field, or null after noting at the place why it cannot be referred to. */
  Field find(String id, JsonPlace place) {
    if (own.contains(id)) {
      place.found(FindingCode.CYCLE);
      return null;
    }
    Field field = earlier.get(id);
    if (field == null) {
      place.found(all.contains(id) ? FindingCode.LATER : FindingCode.REFERENCE);
    }
    return field;
  }
}
