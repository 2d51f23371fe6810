package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells conditions that no answers make true. It tries the answers at which a condition can change:
 * every option, the numbers, days and times that it names and their neighbours, and no answer.
 *
 * <p>Sound, not complete: what it calls impossible is impossible. What it cannot follow (sums,
 * comparisons of two answers, too many cases) it takes for possible both ways.
 */
final class Reachability {
  /** Cases tried for one form; beyond them everything counts as possible. */
  private static final int MOST_CASES = 200_000;

  /** A question and when it is asked. */
  private record Question(Field field, List<Expression> shownIf) {}

  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final Map<String, Question> inItem = new LinkedHashMap<>();
  private int cases;

  Reachability(FormDefinition form) {
    for (Page page : form.pages()) {
      for (Field field : page.fields()) {
        questions.put(field.id(), new Question(field, conditions(page.visibleIf(), field)));
      }
    }
  }

  /** Says of which group the conditions speak by {@code item}. */
  void inside(FieldType.Group group) {
    inItem.clear();
    group.fields().forEach(f -> inItem.put(f.id(), new Question(f, conditions(null, f))));
  }

  private static List<Expression> conditions(Expression ofPage, Field field) {
    List<Expression> conditions = new ArrayList<>();
    if (ofPage != null) {
      conditions.add(ofPage);
    }
    if (field.visibleIf() != null) {
      conditions.add(field.visibleIf());
    }
    return conditions;
  }

  /** Whether some answers make all of the conditions true at once; null ones are passed over. */
  boolean possible(Expression... conditions) {
    OpaqueConditions opaque = new OpaqueConditions(this::computed);
    List<Expression> wanted = new ArrayList<>();
    for (Expression condition : conditions) {
      if (condition != null) {
        wanted.add(opaque.without(condition));
      }
    }
    Map<Integer, Choice> choices = new TreeMap<>();
    Set<Expression> seen = new LinkedHashSet<>(wanted);
    for (List<Expression> left = wanted; !left.isEmpty(); ) {
      List<Expression> more = new ArrayList<>();
      for (Expression expression : left) {
        for (Choice choice : choicesFor(expression, opaque)) {
          choices.putIfAbsent(choice.order(), choice);
          choice.shownIf().stream().filter(seen::add).forEach(more::add);
        }
      }
      left = more;
    }
    TurningPoints points = new TurningPoints();
    seen.forEach(points::collect);
    List<Choice> ordered = new ArrayList<>();
    for (String free : opaque.names()) {
      ordered.add(new Choice(-1, false, free, null, List.of()));
    }
    ordered.addAll(choices.values());
    return tried(
        ordered, 0, new Answers(new LinkedHashMap<>(), new LinkedHashMap<>()), points, wanted);
  }

  /** What is decided in one case: the answer to one field, with the parts that matter. */
  private record Choice(
      int order, boolean inItem, String id, Field field, List<Expression> shownIf) {}

  private record Answers(Map<String, Object> form, Map<String, Object> item) {
    Map<String, Object> of(Choice choice) {
      return choice.inItem() ? item : form;
    }
  }

  private List<Choice> choicesFor(Expression expression, OpaqueConditions opaque) {
    References references = References.of(expression);
    Set<Expression.Answer> answers = new LinkedHashSet<>(references.computedWith());
    answers.addAll(references.asked());
    List<Choice> choices = new ArrayList<>();
    for (Expression.Answer answer : answers) {
      Map<String, Question> among = answer.inItem() ? inItem : questions;
      Question question = among.get(answer.field());
      if (question != null) {
        int order = new ArrayList<>(among.keySet()).indexOf(answer.field());
        choices.add(
            new Choice(
                answer.inItem() ? questions.size() + order : order,
                answer.inItem(),
                answer.field(),
                question.field(),
                question.shownIf().stream().map(opaque::without).toList()));
      }
    }
    return choices;
  }

  private boolean computed(Expression.Answer answer) {
    Question question = (answer.inItem() ? inItem : questions).get(answer.field());
    return question == null || question.field().type() instanceof FieldType.Computed;
  }

  private boolean tried(
      List<Choice> choices,
      int next,
      Answers answers,
      TurningPoints points,
      List<Expression> wanted) {
    Evaluation evaluation = new Evaluation(answers.form(), answers.item());
    if (next == choices.size()) {
      cases++;
      return cases > MOST_CASES || wanted.stream().allMatch(evaluation::holds);
    }
    Choice choice = choices.get(next);
    if (choice.field() != null && points.tooMany(choice.field(), choice.inItem())) {
      return true;
    }
    boolean shown = choice.shownIf().stream().allMatch(evaluation::holds);
    List<Object> values = new ArrayList<>();
    if (choice.field() == null) {
      values.addAll(List.of(true, false));
    } else {
      values.addAll(shown ? points.values(choice.field(), choice.inItem()) : List.of());
      if (!(choice.field().type() instanceof FieldType.Constant) || !shown) {
        values.add(null);
      }
    }
    for (Object value : values) {
      if (value == null) {
        answers.of(choice).remove(choice.id());
      } else {
        answers.of(choice).put(choice.id(), value);
      }
      if (tried(choices, next + 1, answers, points, wanted)) {
        return true;
      }
    }
    answers.of(choice).remove(choice.id());
    return false;
  }
}
