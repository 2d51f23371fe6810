package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Walks a form and its answers in form order. A condition only speaks of earlier fields, so one
 * walk decides everything.
 */
final class AnswerCheck {
  private final FormDefinition form;
  private final ErrorList errors;
  private final ValueCheck values;
  private final List<String> visiblePages = new ArrayList<>();
  private final List<String> visibleFields = new ArrayList<>();
  private final Map<String, Object> canonical = new LinkedHashMap<>();

  /** The fields of the form that are in use, each with its number in form order and its page. */
  private final Map<String, Shown> shownFields = new HashMap<>();

  private record Shown(int order, Spot spot) {}

  AnswerCheck(FormDefinition form, LocalDate today) {
    this.form = form;
    this.errors = new ErrorList(form.language());
    this.values = new ValueCheck(errors, today);
  }

  FormCheck check(Map<?, ?> answers, Integer claimedFee) {
    Evaluation evaluation = new Evaluation(canonical, Map.of());
    Set<String> known = new HashSet<>();
    int order = 0;
    for (Page page : form.pages()) {
      boolean visible = evaluation.holds(page.visibleIf());
      if (visible) {
        visiblePages.add(page.id());
      }
      for (Field field : page.fields()) {
        know(field, known);
        errors.enter(order);
        Spot spot = Spot.of(page.id(), field);
        if (field(spot, answers, canonical, evaluation, visible)) {
          shownFields.put(field.id(), new Shown(order, spot));
        }
        order++;
      }
    }
    form.rules().forEach(rule -> rule(rule, evaluation));
    errors.enter(order);
    unknown(answers, known, "", null);
    Long fee = fee(evaluation, claimedFee);
    return new FormCheck(
        errors.all(), fee, visiblePages, visibleFields, Collections.unmodifiableMap(canonical));
  }

  private static void know(Field field, Set<String> known) {
    if (!(field.type() instanceof FieldType.Note)) {
      known.add(field.id());
    }
  }

  /** Whether the field is in use; its value goes to what is accepted. */
  private boolean field(
      Spot spot,
      Map<?, ?> answers,
      Map<String, Object> accepted,
      Evaluation evaluation,
      boolean pageShown) {
    Field field = spot.field();
    boolean note = field.type() instanceof FieldType.Note;
    boolean present = answers.containsKey(field.id()) && !note;
    boolean shown = pageShown && evaluation.holds(field.visibleIf());
    if (field.type() instanceof FieldType.Derived derived) {
      derived(spot, derived, present, shown, accepted, evaluation);
      return shown;
    }
    if (!shown) {
      if (present) {
        errors.add(spot, ErrorCode.HIDDEN);
      }
      return false;
    }
    visibleFields.add(spot.path());
    if (note) {
      return true;
    }
    Object answer = answers.get(field.id());
    Object value = null;
    if (present && answer == null) {
      errors.add(spot, ErrorCode.TYPE);
    } else if (field.type() instanceof FieldType.Group group) {
      value = group(spot, group, answer);
    } else {
      value = values.check(spot, answer);
    }
    if (value != null) {
      accepted.put(field.id(), value);
    }
    return true;
  }

  private void derived(
      Spot spot,
      FieldType.Derived derived,
      boolean present,
      boolean shown,
      Map<String, Object> accepted,
      Evaluation evaluation) {
    if (present) {
      errors.add(spot, ErrorCode.DERIVED);
    }
    Object value =
        !shown
            ? null
            : switch (derived) {
              case FieldType.Constant constant -> constant.value();
              case FieldType.Computed computed -> {
                visibleFields.add(spot.path());
                yield evaluation.value(computed.value());
              }
            };
    if (value != null) {
      accepted.put(spot.field().id(), value);
    }
  }

  /** See {@link Rule} for when a rule is looked at. */
  private void rule(Rule rule, Evaluation evaluation) {
    References references = References.of(rule.require());
    Set<String> fields = references.fields();
    fields.add(rule.at());
    boolean settled =
        shownFields.keySet().containsAll(fields)
            && fields.stream().noneMatch(id -> errors.holds(shownFields.get(id).order()))
            && references.computedWith().stream().allMatch(a -> evaluation.value(a) != null);
    if (settled && Boolean.FALSE.equals(evaluation.value(rule.require()))) {
      Shown at = shownFields.get(rule.at());
      errors.enter(at.order());
      errors.add(at.spot(), ErrorCode.RULE, Map.of("rule", rule.id()), rule.message());
    }
  }

  private Object group(Spot spot, FieldType.Group group, Object answer) {
    List<?> items = answer instanceof List<?> list ? list : List.of();
    if (answer != null && !(answer instanceof List)) {
      return errors.add(spot, ErrorCode.TYPE);
    }
    if (items.isEmpty()) {
      return spot.field().required() ? errors.add(spot, ErrorCode.REQUIRED) : null;
    }
    if (items.size() > group.max()) {
      return errors.add(spot, ErrorCode.COUNT, "max", (long) group.max());
    }
    boolean tooFew = items.size() < group.min();
    if (tooFew) {
      errors.add(spot, ErrorCode.COUNT, "min", (long) group.min());
    }
    List<Object> accepted = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      accepted.add(item(spot, group, i, items.get(i)));
    }
    return tooFew ? null : Collections.unmodifiableList(accepted);
  }

  private Map<String, Object> item(Spot spot, FieldType.Group group, int index, Object item) {
    if (!(item instanceof Map<?, ?> answers)) {
      errors.add(spot.item(index), ErrorCode.TYPE);
      return Map.of();
    }
    Map<String, Object> accepted = new LinkedHashMap<>();
    Evaluation evaluation = new Evaluation(canonical, accepted);
    Set<String> known = new HashSet<>();
    String itemLabel = group.itemLabel() == null ? spot.field().label() : group.itemLabel();
    for (Field member : group.fields()) {
      know(member, known);
      field(spot.member(member, index, itemLabel), answers, accepted, evaluation, true);
    }
    unknown(answers, known, spot.item(index).path() + ".", spot.page());
    return Collections.unmodifiableMap(accepted);
  }

  /** Names what the form does not ask for; names too strange to repeat become one question mark. */
  private void unknown(Map<?, ?> answers, Set<String> known, String prefix, String page) {
    Set<String> others = new TreeSet<>();
    for (Object key : answers.keySet()) {
      String name = String.valueOf(key);
      if (!known.contains(name)) {
        others.add(TextRules.repeatable(name) ? name : "?");
      }
    }
    others.forEach(name -> errors.add(prefix + name, page, ErrorCode.UNKNOWN));
  }

  /** The fee; an application whose fee is not determined is not accepted. */
  private Long fee(Evaluation evaluation, Integer claimed) {
    Long fee = 0L;
    if (form.fee() != null) {
      fee =
          evaluation.value(form.fee()) instanceof Long yen && yen >= 0 && yen <= FormLimits.FEE
              ? yen
              : null;
    }
    boolean differs = fee != null && claimed != null && fee != claimed.longValue();
    if (differs || (fee == null && errors.isEmpty())) {
      errors.add("$fee", null, ErrorCode.FEE);
    }
    return fee;
  }
}
