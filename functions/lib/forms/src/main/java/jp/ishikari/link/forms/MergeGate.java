package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at a text that can be read: what never stands in it, what is empty, what has no end. */
final class MergeGate {
  private final FormDefinition form;
  private final Reachability reachability;
  private final int most;
  private final List<MergeFinding> findings = new ArrayList<>();

  private MergeGate(FormDefinition form, int most) {
    this.form = form;
    this.reachability = form == null ? null : new Reachability(form);
    this.most = most;
  }

  static List<MergeFinding> check(MergeText text, FormDefinition formOrNull, int most) {
    MergeGate gate = new MergeGate(formOrNull, most);
    gate.parts(text.parts(), List.of());
    return gate.findings.stream().distinct().toList();
  }

  /**
   * @param under the conditions that hold where they stand
   */
  private void parts(List<MergeText.Part> parts, List<Expression> under) {
    for (MergeText.Part part : parts) {
      switch (part) {
        case MergeText.Part.Plain plain -> {}
        case MergeText.Part.Word word -> {}
        case MergeText.Part.Answer answer -> answer(answer, under);
        case MergeText.Part.Choice choice -> choice(choice, under);
      }
    }
  }

  private void choice(MergeText.Part.Choice choice, List<Expression> under) {
    if (empty(choice.then()) && empty(choice.otherwise())) {
      found(choice.line(), MergeFinding.Code.EMPTY_BRANCH, choice.written());
    }
    side(
        choice.line(),
        "{もし " + choice.written() + "}の文",
        choice.then(),
        and(under, choice.condition()));
    if (choice.otherwiseLine() > 0) {
      // What is missing does not hold either: both lead to the other side.
      Expression not =
          new Expression.If(
              choice.condition(), new Expression.Literal(false), new Expression.Literal(true));
      side(
          choice.otherwiseLine(),
          "{もし " + choice.written() + "}の{でなければ}の文",
          choice.otherwise(),
          and(under, not));
    }
  }

  private void side(int line, String named, List<MergeText.Part> parts, List<Expression> under) {
    if (possible(under)) {
      parts(parts, under);
    } else {
      found(line, MergeFinding.Code.UNREACHABLE, named);
    }
  }

  private void answer(MergeText.Part.Answer answer, List<Expression> under) {
    Field field = answer.field();
    String name = field.label() == null ? field.id() : field.label();
    if (longest(field.type()) > most) {
      found(answer.line(), MergeFinding.Code.ENDLESS, name);
    }
    if (mayBeEmpty(field, answer.part(), under)) {
      found(answer.line(), MergeFinding.Code.MAY_BE_EMPTY, name);
    }
  }

  /** The field is not answered by somebody for whom all of that holds. */
  private boolean mayBeEmpty(Field field, String part, List<Expression> under) {
    if (field.type() instanceof FieldType.Derived) {
      return false;
    }
    if (part != null && FieldType.OPTIONAL_PARTS.contains(part)) {
      return true;
    }
    return possible(and(under, new Expression.Not(answered(field))));
  }

  private static Expression answered(Field field) {
    return new Expression.Answered(new Expression.Answer(false, field.id(), null, null, Set.of()));
  }

  /** Whether somebody whose application is accepted can make all of them true. */
  private boolean possible(List<Expression> conditions) {
    if (form == null) {
      return true;
    }
    List<Expression> all = new ArrayList<>(conditions);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      for (String id : References.of(all.get(i)).fields()) {
        if (seen.add(id)) {
          answeredWhereItMust(id).ifPresent(all::add);
        }
      }
    }
    return reachability.possible(all.toArray(Expression[]::new));
  }

  /** That a required question is answered where it is asked. */
  private Optional<Expression> answeredWhereItMust(String id) {
    for (Page page : form.pages()) {
      for (Field field : page.fields()) {
        if (field.id().equals(id) && field.required()) {
          List<Expression> shownIf = new ArrayList<>();
          Stream.of(page.visibleIf(), field.visibleIf())
              .filter(Objects::nonNull)
              .forEach(shownIf::add);
          return Optional.of(
              shownIf.isEmpty()
                  ? answered(field)
                  : new Expression.If(
                      new Expression.And(shownIf), answered(field), new Expression.Literal(true)));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Expression> and(List<Expression> under, Expression condition) {
    List<Expression> all = new ArrayList<>(under);
    all.add(condition);
    return all;
  }

  private static boolean empty(List<MergeText.Part> parts) {
    return parts.stream()
        .allMatch(part -> part instanceof MergeText.Part.Plain(String text) && text.isBlank());
  }

  /** Code points of the longest answer, where the form says how long it may be. */
  private static long longest(FieldType type) {
    return switch (type) {
      case FieldType.Text text -> text.maxLength();
      case FieldType.Group group ->
          group.max() * group.fields().stream().mapToLong(field -> longest(field.type())).sum();
      default -> 0;
    };
  }

  private void found(int line, MergeFinding.Code code, String about) {
    findings.add(MergeFinding.of(line, code, about));
  }
}
