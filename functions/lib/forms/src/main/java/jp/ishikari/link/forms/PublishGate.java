package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at a form before it is published: what can never be reached, what asks too much, what is
 * not explained, translated, tried out or easily read. The definition has to be sound already.
 */
public final class PublishGate {
  private final FormDefinition form;
  private final List<GateFinding> findings = new ArrayList<>();
  private final Reachability reachability;
  private final OverCollection collection;

  private PublishGate(FormDefinition form) {
    this.form = form;
    this.reachability = new Reachability(form);
    this.collection = new OverCollection(form, this::found);
  }

  /**
   * All findings, in the order of the definition.
   *
   * @param form in Japanese
   * @param languages in which the form is to be offered besides Japanese
   */
  public static List<GateFinding> check(FormDefinition form, Collection<String> languages) {
    PublishGate gate = new PublishGate(form);
    gate.pages();
    gate.rules();
    gate.examples();
    languages.stream().sorted().forEach(gate::translation);
    return List.copyOf(gate.findings);
  }

  private void found(GateCode code, String pointer, Map<String, Object> params) {
    findings.add(GateFinding.of(code, pointer, params));
  }

  private void pages() {
    for (int i = 0; i < form.pages().size(); i++) {
      Page page = form.pages().get(i);
      String pointer = "/pages/" + i;
      boolean reachable = reachability.possible(page.visibleIf());
      if (!reachable) {
        found(GateCode.UNREACHABLE_PAGE, pointer + "/visibleIf", Map.of("title", page.title()));
      }
      readable(page.title(), pointer + "/title");
      for (int j = 0; j < page.fields().size(); j++) {
        Field field = page.fields().get(j);
        String place = pointer + "/fields/" + j;
        boolean shown = reachable && shown(field, place, page.visibleIf(), field.visibleIf());
        field(field, place, true);
        if (field.type() instanceof FieldType.Group group) {
          members(group, place, shown, page.visibleIf(), field.visibleIf());
        }
      }
    }
  }

  private void members(
      FieldType.Group group, String pointer, boolean shown, Expression page, Expression own) {
    reachability.inside(group);
    for (int k = 0; k < group.fields().size(); k++) {
      Field member = group.fields().get(k);
      String place = pointer + "/fields/" + k;
      if (shown) {
        shown(member, place, page, own, member.visibleIf());
      }
      field(member, place, false);
    }
  }

  private boolean shown(Field field, String pointer, Expression... conditions) {
    boolean possible = field.visibleIf() == null || reachability.possible(conditions);
    if (!possible) {
      found(
          field.required() ? GateCode.REQUIRED_NEVER_SHOWN : GateCode.NEVER_TRUE,
          pointer + "/visibleIf",
          Map.of("label", name(field)));
    }
    return possible;
  }

  private void field(Field field, String pointer, boolean ofApplicant) {
    collection.look(field, pointer, ofApplicant);
    boolean explained = field.help() != null || field.example() != null;
    boolean needsHelp =
        switch (field.type()) {
          case FieldType.Text text ->
              text.pattern() != null || text.characters() == FieldType.Characters.ALNUM;
          case FieldType.File file -> true;
          case FieldType.Bank bank -> true;
          default -> false;
        };
    if (needsHelp && !explained) {
      found(GateCode.MISSING_HELP, pointer, Map.of("label", name(field)));
    }
    switch (field.type()) {
      case FieldType.Select select -> choices(field, select.options(), pointer);
      case FieldType.Radio radio -> choices(field, radio.options(), pointer);
      case FieldType.Checkbox checkbox -> choices(field, checkbox.options(), pointer);
      default -> {}
    }
    readable(field.label(), pointer + "/label");
    readable(field.help(), pointer + "/help");
    switch (field.type()) {
      case FieldType.Note note -> readable(note.text(), pointer + "/text");
      case FieldType.Consent consent -> readable(consent.text(), pointer + "/text");
      default -> {}
    }
  }

  /** Widths and spaces tell nobody two choices apart. */
  private void choices(Field field, List<Option> options, String pointer) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < options.size(); i++) {
      String choice = options.get(i).label();
      if (!seen.add(Folding.compact(choice))) {
        found(
            GateCode.SAME_CHOICES,
            pointer + "/options/" + i + "/label",
            Map.of("label", name(field), "choice", choice));
      }
    }
  }

  private void readable(String text, String pointer) {
    if (text != null) {
      ReadingDifficulty.measure(text, (code, params) -> found(code, pointer, params));
    }
  }

  private void rules() {
    for (int i = 0; i < form.rules().size(); i++) {
      Rule rule = form.rules().get(i);
      if (!reachability.possible(rule.require())) {
        found(
            GateCode.RULE_NEVER_HOLDS,
            "/rules/" + i + "/require",
            Map.of("message", rule.message()));
      }
      readable(rule.message(), "/rules/" + i + "/message");
    }
  }

  private void examples() {
    List<ExampleRun> runs = ExampleRun.all(form);
    if (runs.isEmpty()) {
      found(GateCode.NO_EXAMPLE, "/examples", Map.of());
    }
    for (int i = 0; i < runs.size(); i++) {
      if (!runs.get(i).passed()) {
        String what = runs.get(i).mismatches().getFirst().what();
        String title = runs.get(i).example().title();
        found(GateCode.EXAMPLE_FAILS, "/examples/" + i, Map.of("title", title, "what", what));
      }
    }
    if (form.fee() != null) {
      fee(runs);
    }
  }

  private void fee(List<ExampleRun> runs) {
    List<ExampleRun> priced =
        runs.stream().filter(r -> r.passed() && r.example().expect().fee() != null).toList();
    if (priced.isEmpty()) {
      found(GateCode.FEE_WITHOUT_EXAMPLE, "/fee", Map.of());
      return;
    }
    List<Evaluation> cases =
        priced.stream().map(run -> new Evaluation(run.check().canonical(), Map.of())).toList();
    feeCases(form.fee(), "/fee", cases);
  }

  /** Both sides of every choice in the fee have to be somebody's fee. */
  private void feeCases(Expression expression, String pointer, List<Evaluation> cases) {
    switch (expression) {
      case Expression.If choice -> {
        List<Evaluation> then = cases.stream().filter(c -> c.holds(choice.condition())).toList();
        List<Evaluation> otherwise = cases.stream().filter(c -> !then.contains(c)).toList();
        feeCase(choice.then(), pointer + "/if/1", then);
        feeCase(choice.otherwise(), pointer + "/if/2", otherwise);
      }
      case Expression.Arithmetic arithmetic -> {
        for (int i = 0; i < arithmetic.operands().size(); i++) {
          String place = pointer + "/" + arithmetic.operator() + "/" + i;
          feeCases(arithmetic.operands().get(i), place, cases);
        }
      }
      default -> {}
    }
  }

  private void feeCase(Expression side, String pointer, List<Evaluation> cases) {
    if (cases.isEmpty()) {
      found(GateCode.FEE_CASE_WITHOUT_EXAMPLE, pointer, Map.of());
    } else {
      feeCases(side, pointer, cases);
    }
  }

  private void translation(String language) {
    findings.addAll(
        Translations.check(
            language,
            FormTexts.of(form),
            form.texts().getOrDefault(language, Map.of()),
            "/texts/" + language));
  }

  static String name(Field field) {
    return field.label() == null ? field.id() : field.label();
  }
}
