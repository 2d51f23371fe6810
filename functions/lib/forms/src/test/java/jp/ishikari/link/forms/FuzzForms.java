package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes up sound form definitions that use every kind of field and every operator. */
final class FuzzForms {
  private static final List<String> KINDS =
      List.of(
          "text",
          "number",
          "number",
          "decimal",
          "decimal",
          "amount",
          "yesno",
          "date",
          "date",
          "time",
          "time",
          "bank",
          "computed",
          "constant",
          "select",
          "radio",
          "checkbox",
          "name",
          "address",
          "phone",
          "email",
          "consent",
          "file",
          "note",
          "group");
  private static final List<String> WHOLE = List.of("number", "amount", "computed");
  private static final List<String> UNITS = List.of("㎡", "通", "名", "円");
  private static final List<String> DAYS =
      List.of("1989-01-07", "1989-01-08", "2019-05-01", "2024-02-29", "2026-11-23", "2027-01-01");

  private final SplittableRandom random;
  private final List<Map<String, Object>> earlier = new ArrayList<>();
  private List<Map<String, Object>> inItem = List.of();
  private int fields;

  FuzzForms(SplittableRandom random) {
    this.random = random;
  }

  /** The next form. */
  Map<String, Object> form(String id) {
    earlier.clear();
    fields = 0;
    List<Object> pages = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      Map<String, Object> page = object("id", "page" + i, "title", "頁" + i);
      if (!earlier.isEmpty() && chance(30)) {
        page.put("visibleIf", truth(3));
      }
      page.put("fields", fields(2 + random.nextInt(5), earlier, true));
      pages.add(page);
    }
    Map<String, Object> form = object("id", id, "version", 1, "title", "様式", "pages", pages);
    if (chance(30)) {
      form.put("submit", "届を送る");
    }
    if (chance(60)) {
      form.put("rules", rules());
    }
    if (chance(30)) {
      form.put("texts", object("en", object("title", object("text", "Form", "of", "様式"))));
    }
    if (chance(70)) {
      form.put("fee", chance(70) ? object("if", list(truth(2), whole(2), 300)) : whole(3));
    }
    return form;
  }

  /** Most of them hold for most answers, or nothing would be accepted. */
  private List<Object> rules() {
    List<Map<String, Object>> targets =
        earlier.stream()
            .filter(field -> !List.of("note", "constant").contains(field.get("type")))
            .toList();
    List<Object> rules = new ArrayList<>();
    for (int i = 0; i < 2 && !targets.isEmpty(); i++) {
      Object require =
          chance(60)
              ? object("or", list(truth(2), truth(1), object("answered", reference(anyField()))))
              : truth(2);
      Object at = pick(targets).get("id");
      rules.add(object("id", "r" + i, "require", require, "at", at, "message", "合いません" + i));
    }
    return rules;
  }

  private List<Object> fields(int count, List<Map<String, Object>> before, boolean groups) {
    List<Object> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> field = field(groups);
      if ((!earlier.isEmpty() || !inItem.isEmpty()) && chance(35)) {
        field.put("visibleIf", truth(3));
      }
      made.add(field);
      before.add(field);
    }
    return made;
  }

  private Map<String, Object> field(boolean groups) {
    String kind = KINDS.get(random.nextInt(groups ? KINDS.size() : KINDS.size() - 1));
    String id = "f" + fields++;
    String type = kind.equals("decimal") ? "number" : kind;
    Map<String, Object> field = object("id", id, "type", type, "label", "項目" + id);
    if (!List.of("note", "computed", "constant").contains(kind) && chance(50)) {
      field.put("required", true);
    }
    switch (kind) {
      case "text" -> text(field);
      case "number" -> {
        field.put("min", random.nextInt(3) - 1);
        field.put("max", 3 + random.nextInt(20));
        if (chance(30)) {
          field.put("unit", pick(UNITS));
        }
        if (chance(30)) {
          field.put("default", 2);
        }
      }
      case "decimal" -> decimal(field);
      case "date" -> {
        field.put("min", chance(50) ? "1989-01-08" : object("today", -30));
        field.put("max", chance(50) ? "today" : object("today", 30));
        field.put("partial", chance(30));
      }
      case "amount" -> field.put("max", 1000 + random.nextInt(1000));
      case "time" -> {
        field.put("min", pick(List.of("00:00", "08:45", "09:00")));
        field.put("max", pick(List.of("17:15", "12:00")));
        field.put("step", pick(List.of(15, 30, 60)));
      }
      case "constant" -> field.put("value", pick(List.<Object>of("定数", 7, true)));
      case "computed" -> {
        field.put("value", whole(2));
        field.put("unit", "円");
      }
      case "email" -> field.put("confirm", chance(50));
      case "address" -> field.put("unwritable", chance(50));
      case "select", "radio" -> field.put("options", options(3));
      case "checkbox" -> {
        field.put("options", options(4));
        field.put("min", random.nextInt(3));
        field.put("max", 2 + random.nextInt(2));
      }
      case "name" -> {
        field.put("kana", chance(70));
        field.put("formerName", chance(40));
        field.put("unwritable", chance(40));
      }
      case "consent", "note" -> field.put("text", "説明");
      case "file" -> field.put("max", 1 + random.nextInt(3));
      case "group" -> group(field);
      default -> field.put("help", "説明");
    }
    return field;
  }

  private void decimal(Map<String, Object> field) {
    field.put("decimals", 1 + random.nextInt(3));
    if (chance(70)) {
      field.put("min", pick(List.<Object>of("-1.5", 0, "0.1")));
    }
    if (chance(70)) {
      field.put("max", pick(List.<Object>of("3.5", 20, "1234.5")));
    }
    if (chance(50)) {
      field.put("unit", pick(UNITS));
    }
    if (chance(30)) {
      field.put("default", pick(List.of("2", "1.5")));
    }
  }

  private void text(Map<String, Object> field) {
    if (chance(25)) {
      field.put("pattern", pick(List.of(TextPattern.values())).id());
      return;
    }
    field.put("characters", pick(List.of("any", "any", "kana", "digits", "alnum")));
    field.put("minLength", random.nextInt(3));
    field.put("maxLength", 4 + random.nextInt(6));
    field.put("multiline", chance(30));
  }

  private void group(Map<String, Object> field) {
    field.put("min", random.nextInt(2));
    field.put("max", 2 + random.nextInt(2));
    field.put("itemLabel", "人");
    List<Map<String, Object>> members = new ArrayList<>();
    inItem = members;
    field.put("fields", fields(1 + random.nextInt(4), members, false));
    inItem = List.of();
  }

  private static List<Object> options(int count) {
    List<Object> options = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      options.add(object("value", "o" + i, "label", "選択" + i));
    }
    return options;
  }

  private Object truth(int depth) {
    if (depth > 1 && chance(45)) {
      return switch (random.nextInt(5)) {
        case 4 -> object("answered", reference(anyField()));
        case 0 -> object("and", list(truth(depth - 1), truth(depth - 1)));
        case 1 -> object("or", list(truth(depth - 1), truth(depth - 1)));
        case 2 -> object("!", truth(depth - 1));
        default -> object("if", list(truth(depth - 1), truth(depth - 1), truth(depth - 1)));
      };
    }
    Map<String, Object> field = anyField();
    Object answer = reference(field);
    if (field.containsKey("decimals")) {
      return chance(25)
          ? object("in", list(answer, list(2, "1.5", "2.25", 0)))
          : object(comparison(), list(answer, measured(depth)));
    }
    return switch ((String) field.get("type")) {
      case "number", "amount", "computed" -> object(comparison(), list(answer, whole(depth - 1)));
      case "time" -> object(comparison(), list(answer, pick(List.of("09:00", "12:30", "17:00"))));
      case "yesno" -> chance(50) ? answer : object("==", list(answer, false));
      case "bank" -> object("==", list(part(field, "kind"), "1"));
      case "date" ->
          Boolean.TRUE.equals(field.get("partial"))
              ? object("!=", list(answer, "1989"))
              : chance(70)
                  ? object(comparison(), list(answer, pick(DAYS)))
                  : object("in", list(answer, new ArrayList<Object>(DAYS)));
      case "select", "radio" ->
          chance(50)
              ? object(chance(50) ? "==" : "!=", list(answer, "o" + random.nextInt(3)))
              : object("in", list(answer, list("o0", "o1")));
      case "checkbox" -> object("in", list("o" + random.nextInt(4), answer));
      case "consent" -> chance(50) ? answer : object("==", list(answer, true));
      case "text", "phone", "email" ->
          object(chance(50) ? "==" : "!=", list(answer, pick(FuzzAnswers.TEXTS)));
      case "name" -> object("==", list(part(field, "family"), pick(FuzzAnswers.TEXTS)));
      case "address" -> object("!=", list(part(field, "building"), pick(FuzzAnswers.TEXTS)));
      default -> object(comparison(), list(whole(depth), whole(depth)));
    };
  }

  /** What a number with decimals can be compared with. */
  private Object measured(int depth) {
    List<Object> others = new ArrayList<>(List.of("1.5", "2", "3.125", "-0.5", whole(depth - 1)));
    for (Map<String, Object> field : earlier) {
      if (field.containsKey("decimals")) {
        others.add(reference(field));
      }
    }
    return pick(others);
  }

  private Object whole(int depth) {
    if (depth > 0 && chance(50)) {
      String operator = pick(List.of("+", "-", "*"));
      return object(operator, list(whole(depth - 1), whole(depth - 1)));
    }
    List<Object> numbers = new ArrayList<>(List.of(random.nextInt(12)));
    for (Map<String, Object> field : earlier) {
      if (WHOLE.contains(field.get("type")) && !field.containsKey("decimals")) {
        numbers.add(reference(field));
      }
      if (field.get("type").equals("group")) {
        numbers.add(object("count", list(field.get("id"))));
        for (Object member : (List<?>) field.get("fields")) {
          if (WHOLE.contains(((Map<?, ?>) member).get("type"))
              && !((Map<?, ?>) member).containsKey("decimals")) {
            numbers.add(object("sum", list(field.get("id"), ((Map<?, ?>) member).get("id"))));
          }
        }
      }
    }
    return pick(numbers);
  }

  private Map<String, Object> anyField() {
    return !inItem.isEmpty() && (earlier.isEmpty() || chance(60)) ? pick(inItem) : pick(earlier);
  }

  private Object reference(Map<String, Object> field) {
    return object(inItem.contains(field) ? "item" : "var", field.get("id"));
  }

  private Object part(Map<String, Object> field, String part) {
    return object(inItem.contains(field) ? "item" : "var", field.get("id") + "." + part);
  }

  private String comparison() {
    return pick(List.of("==", "!=", ">", ">=", "<", "<="));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private static List<Object> list(Object... elements) {
    return new ArrayList<>(List.of(elements));
  }

  static Map<String, Object> object(Object... entries) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      object.put((String) entries[i], entries[i + 1]);
    }
    return object;
  }
}
