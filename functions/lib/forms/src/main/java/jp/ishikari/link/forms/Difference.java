package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.ishikari.link.forms.Change.Kind;
import jp.ishikari.link.forms.Change.Part;

/** Says in terms of pages, questions and options how two versions of a form differ. */
public final class Difference {
  private final List<Change> changes = new ArrayList<>();

  private Difference() {}

  /**
   * All changes, in the order of the definition. None, when and only when the two are equal apart
   * from their version.
   *
   * @param before a sound definition as JSON
   * @param after another
   */
  public static List<Change> between(Map<String, Object> before, Map<String, Object> after) {
    Difference difference = new Difference();
    difference.properties(
        Part.FORM, "", before, after, Set.of("version", "pages", "rules", "texts", "examples"));
    difference.pages(list(before, "pages"), list(after, "pages"));
    difference.elements(Part.RULE, "", "id", list(before, "rules"), list(after, "rules"));
    difference.texts(map(before.get("texts")), map(after.get("texts")));
    difference.elements(Part.EXAMPLE, "", "id", list(before, "examples"), list(after, "examples"));
    return List.copyOf(difference.changes);
  }

  private void pages(List<?> before, List<?> after) {
    elements(Part.PAGE, "", "id", before, after);
    // A question that went to another page is the same question.
    Map<String, Object> asked = new LinkedHashMap<>();
    Map<String, Object> asks = new LinkedHashMap<>();
    Map<String, String> pageBefore = onPages(before, asked);
    Map<String, String> pageAfter = onPages(after, asks);
    compare(Part.FIELD, "", "id", List.copyOf(asked.values()), List.copyOf(asks.values()));
    pageAfter.forEach(
        (id, page) -> {
          String left = pageBefore.get(id);
          if (left != null && !left.equals(page)) {
            changes.add(new Change(Kind.MOVED, Part.FIELD, id, "page", left, page));
          }
        });
    for (String page : Set.copyOf(pageAfter.values())) {
      moves(Part.FIELD, "", on(page, pageBefore), on(page, pageAfter));
    }
  }

  private static List<String> on(String page, Map<String, String> pages) {
    return new ArrayList<>(
        pages.keySet().stream().filter(id -> page.equals(pages.get(id))).toList());
  }

  private static Map<String, String> onPages(List<?> pages, Map<String, Object> fields) {
    Map<String, String> onPage = new LinkedHashMap<>();
    for (Object page : pages) {
      for (Object field : list(map(page), "fields")) {
        String id = String.valueOf(map(field).get("id"));
        fields.put(id, field);
        onPage.put(id, String.valueOf(map(page).get("id")));
      }
    }
    return onPage;
  }

  /** Compares two lists whose elements are told by a property, and their order. */
  private void elements(Part part, String prefix, String key, List<?> before, List<?> after) {
    compare(part, prefix, key, before, after);
    moves(
        part,
        prefix,
        new ArrayList<>(byKey(key, before).keySet()),
        new ArrayList<>(byKey(key, after).keySet()));
  }

  private void compare(Part part, String prefix, String key, List<?> before, List<?> after) {
    Map<String, Map<String, Object>> old = byKey(key, before);
    Map<String, Map<String, Object>> now = byKey(key, after);
    old.forEach(
        (id, element) -> {
          if (!now.containsKey(id)) {
            changes.add(new Change(Kind.REMOVED, part, prefix + id, null, element, null));
          }
        });
    now.forEach(
        (id, element) -> {
          if (old.containsKey(id)) {
            element(part, prefix + id, old.get(id), element);
          } else {
            changes.add(new Change(Kind.ADDED, part, prefix + id, null, null, element));
          }
        });
  }

  private void element(
      Part part, String id, Map<String, Object> before, Map<String, Object> after) {
    Set<String> apart =
        switch (part) {
          case PAGE -> Set.of("fields");
          case FIELD -> Set.of("options", "fields");
          case FORM, OPTION, RULE, TEXT, EXAMPLE -> Set.of();
        };
    properties(part, id, before, after, apart);
    if (part == Part.FIELD) {
      elements(Part.OPTION, id + "=", "value", list(before, "options"), list(after, "options"));
      elements(Part.FIELD, id + ".", "id", list(before, "fields"), list(after, "fields"));
    }
  }

  /** Of the elements in both, those that changed their order: as few as explain it. */
  private void moves(Part part, String prefix, List<String> before, List<String> after) {
    before.retainAll(Set.copyOf(after));
    after.retainAll(Set.copyOf(before));
    Set<String> stayed = inOrder(before, after);
    for (int i = 0; i < after.size(); i++) {
      String id = after.get(i);
      if (!stayed.contains(id)) {
        int was = before.indexOf(id);
        String behind = was == 0 ? null : before.get(was - 1);
        String follows = i == 0 ? null : after.get(i - 1);
        changes.add(new Change(Kind.MOVED, part, prefix + id, null, behind, follows));
      }
    }
  }

  /** A longest run of elements that stand in the same order in both. */
  private static Set<String> inOrder(List<String> before, List<String> after) {
    int size = after.size();
    int[] length = new int[size];
    int[] previous = new int[size];
    int best = -1;
    for (int i = 0; i < size; i++) {
      length[i] = 1;
      previous[i] = -1;
      for (int j = 0; j < i; j++) {
        if (before.indexOf(after.get(j)) < before.indexOf(after.get(i))
            && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          previous[i] = j;
        }
      }
      best = best < 0 || length[i] > length[best] ? i : best;
    }
    Set<String> stayed = new LinkedHashSet<>();
    for (int i = best; i >= 0; i = previous[i]) {
      stayed.add(after.get(i));
    }
    return stayed;
  }

  /** The same of translations that belong to no form. */
  public static List<Change> betweenTexts(Map<String, Object> before, Map<String, Object> after) {
    Difference difference = new Difference();
    difference.texts(before, after);
    return List.copyOf(difference.changes);
  }

  private void texts(Map<String, Object> before, Map<String, Object> after) {
    Set<String> languages = new LinkedHashSet<>(before.keySet());
    languages.addAll(after.keySet());
    for (String language : languages) {
      if (!before.containsKey(language) || !after.containsKey(language)) {
        Kind kind = after.containsKey(language) ? Kind.ADDED : Kind.REMOVED;
        changes.add(
            new Change(kind, Part.TEXT, language, null, before.get(language), after.get(language)));
      } else {
        properties(
            Part.TEXT, language, map(before.get(language)), map(after.get(language)), Set.of());
      }
    }
  }

  private void properties(
      Part part,
      String id,
      Map<String, Object> before,
      Map<String, Object> after,
      Set<String> apart) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeAll(apart);
    for (String name : names) {
      if (!same(before.get(name), after.get(name))) {
        changes.add(new Change(Kind.CHANGED, part, id, name, before.get(name), after.get(name)));
      }
    }
  }

  /** 1 and 1.0 and a long 1 are one number in JSON. */
  private static boolean same(Object a, Object b) {
    if (a instanceof Number left && b instanceof Number right) {
      return left.doubleValue() == right.doubleValue();
    }
    if (a instanceof List<?> left && b instanceof List<?> right) {
      return left.size() == right.size()
          && java.util.stream.IntStream.range(0, left.size())
              .allMatch(i -> same(left.get(i), right.get(i)));
    }
    if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) {
      return left.keySet().equals(right.keySet())
          && left.keySet().stream().allMatch(key -> same(left.get(key), right.get(key)));
    }
    return Objects.equals(a, b);
  }

  private static Map<String, Map<String, Object>> byKey(String key, List<?> elements) {
    Map<String, Map<String, Object>> byKey = new LinkedHashMap<>();
    elements.forEach(element -> byKey.put(String.valueOf(map(element).get(key)), map(element)));
    return byKey;
  }

  private static List<?> list(Map<String, Object> json, String name) {
    return json.get(name) instanceof List<?> list ? list : List.of();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object json) {
    return json instanceof Map ? (Map<String, Object>) json : Map.of();
  }
}
