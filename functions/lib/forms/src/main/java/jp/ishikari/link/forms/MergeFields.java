package jp.ishikari.link.forms;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names that a text may use, and what each means: words of a case go before questions. */
record MergeFields(FormDefinition form, Set<String> words) {

  /** What a name means. */
  sealed interface Meaning {
    record Word(String name) implements Meaning {}

    record Answer(Field field, String part) implements Meaning {
      /** As expressions call it. */
      String path() {
        return part == null ? field.id() : field.id() + "." + part;
      }
    }

    record Unknown() implements Meaning {}

    record Ambiguous() implements Meaning {}
  }

  Meaning of(String name) {
    if (words.contains(name)) {
      return new Meaning.Word(name);
    }
    Meaning whole = question(name, null);
    int dot = Math.max(name.lastIndexOf('.'), name.lastIndexOf('．'));
    return !(whole instanceof Meaning.Unknown) || dot < 1
        ? whole
        : question(name.substring(0, dot), name.substring(dot + 1));
  }

  private Meaning question(String name, String partOrNull) {
    List<Field> asked =
        form == null
            ? List.of()
            : form.fields().stream()
                .filter(field -> !(field.type() instanceof FieldType.Note))
                .toList();
    Optional<Field> byId = asked.stream().filter(field -> field.id().equals(name)).findFirst();
    List<Field> found =
        byId.map(List::of)
            .orElseGet(() -> asked.stream().filter(f -> name.equals(f.label())).toList());
    if (found.size() > 1) {
      return new Meaning.Ambiguous();
    }
    if (found.isEmpty()) {
      return new Meaning.Unknown();
    }
    Field field = found.getFirst();
    return partOrNull == null
        ? new Meaning.Answer(field, null)
        : part(field, partOrNull)
            .<Meaning>map(part -> new Meaning.Answer(field, part))
            .orElseGet(Meaning.Unknown::new);
  }

  private static Optional<String> part(Field field, String name) {
    return field.type() instanceof FieldType.Composite composite
        ? composite.parts().stream()
            .filter(
                part ->
                    part.equals(name)
                        || MessageText.word("part." + field.type().name() + "." + part)
                            .equals(name))
            .findFirst()
        : Optional.empty();
  }
}
