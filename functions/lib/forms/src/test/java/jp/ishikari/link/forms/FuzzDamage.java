package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Damages form definitions at random places with what a hostile or careless author might write. */
final class FuzzDamage {
  private static final List<String> NAMES =
      List.of(
          "id",
          "type",
          "label",
          "submit",
          "required",
          "visibleIf",
          "options",
          "fields",
          "min",
          "max",
          "gif",
          "fee",
          "text",
          "messages",
          "rules",
          "texts",
          "examples",
          "value",
          "pattern",
          "step",
          "unit",
          "decimals",
          "default",
          "partial",
          "colour",
          "色",
          "constructor",
          "__proto__");

  private static final List<Object> DEFAULTS =
      List.of(
          "today",
          FuzzForms.object("today", 40),
          "2026-11-23",
          "o1",
          "1.50",
          "2.5",
          3,
          99_999,
          true,
          "山田",
          "",
          List.of("o1"),
          List.of());

  private FuzzDamage() {}

  /** One to three damages. */
  static void to(Map<String, Object> form, SplittableRandom random, FuzzAnswers answers) {
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      List<Object> containers = new ArrayList<>();
      collect(form, containers);
      List<Object> fields = containers.stream().filter(FuzzDamage::isField).toList();
      if (!fields.isEmpty() && random.nextInt(100) < 25) {
        aim(fields.get(random.nextInt(fields.size())), random);
      } else {
        strike(containers.get(random.nextInt(containers.size())), random, answers);
      }
    }
  }

  private static boolean isField(Object container) {
    return container instanceof Map<?, ?> map
        && map.get("id") instanceof String
        && map.containsKey("type");
  }

  /** What chance alone would hit too rarely. */
  @SuppressWarnings("unchecked")
  private static void aim(Object container, SplittableRandom random) {
    Map<String, Object> field = (Map<String, Object>) container;
    switch (random.nextInt(8)) {
      case 6 -> {
        field.put("type", "group");
        field.put(
            "fields",
            new ArrayList<>(
                List.of(
                    FuzzForms.object("id", "d1", "type", "number", "label", "数", "decimals", 1),
                    FuzzForms.object(
                        "id",
                        "d2",
                        "type",
                        "computed",
                        "label",
                        "計",
                        "value",
                        FuzzForms.object("+", List.of(FuzzForms.object("item", "d1"), 1))))));
      }
      case 7 -> field.put("default", DEFAULTS.get(random.nextInt(DEFAULTS.size())));
      case 5 -> {
        field.put("type", "note");
        field.put("text", "絵");
        field.put(
            "image",
            FuzzForms.object(
                "type", "image/png", "data", random.nextBoolean() ? "QUJD" : "絵", "alt", "絵"));
      }
      case 0 ->
          field.put(
              "visibleIf", FuzzForms.object("var", random.nextBoolean() ? field.get("id") : "f3"));
      case 1 -> field.put("visibleIf", nested(6 + random.nextInt(20)));
      case 2 -> field.put("id", random.nextBoolean() ? "Not an id" : "1st");
      case 3 -> {
        field.put("minLength", 50);
        field.put("min", 60);
      }
      default -> {
        field.put("type", "group");
        field.put("fields", new ArrayList<>(List.of(new LinkedHashMap<>(field))));
        field.put("visibleIf", FuzzForms.object("==", List.of(FuzzForms.object("count", "f1"), 1)));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static void strike(Object container, SplittableRandom random, FuzzAnswers answers) {
    Object piece = piece(random);
    if (container instanceof Map) {
      Map<String, Object> map = (Map<String, Object>) container;
      List<String> keys = new ArrayList<>(map.keySet());
      boolean known = !keys.isEmpty() && random.nextInt(100) < 60;
      List<String> from = known ? keys : NAMES;
      String key = from.get(random.nextInt(from.size()));
      switch (random.nextInt(6)) {
        case 0 -> map.remove(key);
        case 1 -> map.put(key, null);
        case 2 -> answers.damage(map);
        default -> map.put(key, piece);
      }
    } else {
      List<Object> list = (List<Object>) container;
      switch (random.nextInt(4)) {
        case 0 -> list.clear();
        case 1 -> list.add(list.isEmpty() ? piece : list.get(0));
        case 2 -> list.add(piece);
        default -> list.addAll(new ArrayList<>(list));
      }
    }
  }

  private static Object piece(SplittableRandom random) {
    return switch (random.nextInt(20)) {
      case 16 -> FuzzForms.object("answered", FuzzForms.object("var", "f" + random.nextInt(9)));
      case 17 -> "25:00";
      case 18 ->
          FuzzForms.object(
              random.nextBoolean() ? "en" : "ja",
              FuzzForms.object(
                  random.nextBoolean() ? "title" : "é/x", FuzzForms.object("text", "")));
      case 19 ->
          new ArrayList<>(
              List.of(
                  FuzzForms.object("id", "e1", "answers", FuzzForms.object("f0", nested(9))),
                  FuzzForms.object("id", "e1", "at", "f" + random.nextInt(9), "require", true)));
      case 0 -> FuzzForms.object("cat", List.of(1, 2));
      case 1 ->
          FuzzForms.object("==", List.of(FuzzForms.object("var", "f" + random.nextInt(9)), "x"));
      case 2 -> FuzzForms.object("and", List.of());
      case 3 ->
          FuzzForms.object(
              "in", List.of(FuzzForms.object("var", "f" + random.nextInt(4)), List.of("o1", "zz")));
      case 4 -> FuzzForms.object("sum", List.of("f1", "f" + random.nextInt(9)));
      case 5 -> FuzzForms.object("==", List.of(FuzzForms.object("item", "f2"), 1));
      case 6 -> nested(random.nextInt(20));
      case 7 -> "あ".repeat(random.nextInt(500));
      case 8 -> "f" + random.nextInt(6);
      case 9 -> "\uD842";
      case 10 -> "Not an id";
      case 11 -> random.nextInt(3000) - 10;
      case 12 -> 0.5;
      case 13 -> random.nextBoolean();
      case 14 -> FuzzForms.object("today", random.nextInt(200) - 100);
      case 15 ->
          FuzzForms.object("!=", List.of(FuzzForms.object("var", "f" + random.nextInt(4)), "o7"));
      default -> "group";
    };
  }

  private static Object nested(int depth) {
    Object nested = true;
    for (int i = 0; i < depth; i++) {
      nested = FuzzForms.object("!", nested);
    }
    return nested;
  }

  private static void collect(Object json, List<Object> containers) {
    if (json instanceof LinkedHashMap<?, ?> map) {
      containers.add(map);
      map.values().forEach(value -> collect(value, containers));
    } else if (json instanceof ArrayList<?> list) {
      containers.add(list);
      list.forEach(value -> collect(value, containers));
    }
  }
}
