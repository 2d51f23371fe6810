package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the answers of somebody who is filling in a form while a new version is
 * published.
 *
 * @param carried the answers that the new version takes as they are; what is not answered yet is no
 *     obstacle
 * @param lost the answers that it does not take, to be shown to the resident
 */
public record Compatibility(Map<String, Object> carried, List<Lost> lost) {

  /** Codes that speak of what is missing or of several answers, and not of one answer. */
  private static final Set<ErrorCode> OPEN =
      Set.of(ErrorCode.REQUIRED, ErrorCode.CONSENT, ErrorCode.RULE, ErrorCode.FEE);

  /** Properties of a question that change what an answer to it means. */
  private static final Set<String> MEANING =
      Set.of("type", "label", "help", "text", "options", "unit", "visibleIf", "value", "itemLabel");

  /**
   * An answer that the new version does not take.
   *
   * @param path as in {@link FormError}
   * @param value as it was entered
   * @param message why, for the resident
   */
  public record Lost(String path, ErrorCode code, @Nullable Object value, String message) {

    /** Whether a person can have entered it where the question stands. */
    public boolean typed() {
      return code != ErrorCode.UNKNOWN && (code != ErrorCode.TYPE || value instanceof String);
    }
  }

  public Compatibility {
    carried = Collections.unmodifiableMap(new LinkedHashMap<>(carried));
    lost = List.copyOf(lost);
  }

  /**
   * Looks at a draft. Nothing of it is lost from sight: every value is carried or told.
   *
   * @param form the new version
   * @param draft answers of an older version, whole or not, as entered or as stored
   * @param today the day in Japan (JST)
   */
  public static Compatibility of(FormDefinition form, Map<String, Object> draft, LocalDate today) {
    Map<String, Object> carried = new LinkedHashMap<>(FormCheck.entered(form, draft));
    List<Lost> lost = new ArrayList<>();
    // What goes may hide something else, so look until nothing goes any more.
    for (boolean again = true; again; ) {
      again = false;
      for (FormError error : FormCheck.of(form, carried, today, null).errors()) {
        String field = field(error.path());
        if (!OPEN.contains(error.code()) && !few(error) && carried.containsKey(field)) {
          lost.add(new Lost(error.path(), error.code(), carried.remove(field), error.message()));
          again = true;
        }
      }
    }
    for (String name : Set.copyOf(carried.keySet())) {
      if (form.fields().stream().noneMatch(field -> field.id().equals(name))) {
        String message = MessageText.of(ErrorCode.UNKNOWN, form.language());
        lost.add(new Lost(name, ErrorCode.UNKNOWN, carried.remove(name), message));
      }
    }
    return new Compatibility(carried, lost);
  }

  /**
   * Looks at a draft under the version that it was typed for or under a newer one. What was half
   * typed or wrong before stays as it was typed, where the question is of the same kind: its
   * mistake is told at the question, and is no fault of the new version.
   *
   * @param before the version that it was typed for; may be the same
   */
  public static Compatibility of(
      FormDefinition before, FormDefinition form, Map<String, Object> draft, LocalDate today) {
    Compatibility now = of(form, draft, today);
    Set<String> wrongBefore = new LinkedHashSet<>();
    of(before, draft, today).lost().stream()
        .filter(Lost::typed)
        .forEach(lost -> wrongBefore.add(field(lost.path())));
    wrongBefore.removeIf(id -> !kind(before, id).equals(kind(form, id)));
    Map<String, Object> carried = new LinkedHashMap<>(now.carried());
    List<Lost> lost = new ArrayList<>();
    for (Lost one : now.lost()) {
      String id = field(one.path());
      if (wrongBefore.contains(id)) {
        carried.put(id, draft.get(id));
      } else {
        lost.add(one);
      }
    }
    return new Compatibility(carried, lost);
  }

  private static String field(String path) {
    return path.split("[.\\[]", 2)[0];
  }

  private static Optional<Class<?>> kind(FormDefinition form, String id) {
    return form.fields().stream()
        .filter(field -> field.id().equals(id))
        .<Class<?>>map(field -> field.type().getClass())
        .findFirst();
  }

  /** Too few choices, items or letters: more may still come. */
  private static boolean few(FormError error) {
    return error.code() == ErrorCode.COUNT && error.params().containsKey("min");
  }

  /**
   * The fields whose question became another, as far as they are answered: after a major change the
   * resident confirms them again.
   *
   * @param before the definition that was answered, as JSON
   * @param after the new one
   * @return ids of fields of the form, in form order
   */
  public static List<String> reconfirm(
      Map<String, Object> before, Map<String, Object> after, Map<String, Object> answers) {
    Set<String> changed = new LinkedHashSet<>();
    for (Change change : Difference.between(before, after)) {
      boolean question =
          switch (change.part()) {
            case FIELD ->
                change.kind() == Change.Kind.ADDED
                    || change.kind() == Change.Kind.REMOVED
                    || MEANING.contains(change.property());
            case OPTION -> true;
            case FORM, PAGE, RULE, TEXT, EXAMPLE -> false;
          };
      if (question) {
        changed.add(change.id().split("[.=]", 2)[0]);
      }
    }
    changed.retainAll(answers.keySet());
    return List.copyOf(changed);
  }
}
