package jp.ishikari.link.forms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A text into which facts of a case and answers of its form are put: {@code {受付番号}} for a word of
 * the case, {@code {質問の文}} or {@code {id}} for an answer, {@code {質問の文.部分}} for a part of a name or
 * an address, <code>{もし 質問の文＝答え} … {でなければ} … {おわり}</code> for what stands there under a condition.
 * A brace itself is written twice. What is put in is text and stays text, whatever stands in it.
 */
public record MergeText(List<Part> parts) {
  /** How many fields and conditions one text may have. */
  public static final int MARKS = 200;

  /** How many conditions may stand inside each other. */
  public static final int DEPTH = 4;

  public MergeText {
    parts = List.copyOf(parts);
  }

  /** A piece of the text. */
  public sealed interface Part {

    /** As it stands. */
    record Plain(String text) implements Part {}

    /** A fact of the case, by its name. */
    record Word(String name) implements Part {}

    /**
     * What was answered.
     *
     * @param part of a name, an address or an account; null for the whole
     */
    record Answer(int line, Field field, String part) implements Part {}

    /**
     * One text or another.
     *
     * @param written the condition as it was written
     * @param otherwiseLine where {でなければ} stands; 0 where it does not
     */
    record Choice(
        int line,
        String written,
        Expression condition,
        List<Part> then,
        int otherwiseLine,
        List<Part> otherwise)
        implements Part {}
  }

  /** What can be put in, and what each is called. */
  public sealed interface Reading {
    /** It can be used. */
    record Valid(MergeText text) implements Reading {}

    /** It can't; all that is wrong with it. */
    record Refused(List<MergeFinding> findings) implements Reading {}
  }

  /**
   * Reads a text.
   *
   * @param formOrNull whose answers can be put in
   * @param words the facts of a case that can be put in, by name
   * @param most code points that it may have
   */
  public static Reading read(String text, FormDefinition formOrNull, Set<String> words, int most) {
    return new MergeTextReader(new MergeFields(formOrNull, words)).read(text, most);
  }

  /** Everything there is to say of a text before anybody relies on it. */
  public static List<MergeFinding> check(
      String text, FormDefinition formOrNull, Set<String> words, int most) {
    return switch (read(text, formOrNull, words, most)) {
      case Reading.Refused(var findings) -> findings;
      case Reading.Valid(MergeText valid) -> MergeGate.check(valid, formOrNull, most);
    };
  }

  /**
   * The text for one case.
   *
   * @param words facts of the case by name; what is missing is left out
   * @param answers as they are stored; {@link FormCheck#canonical}
   * @param fileName what a file is called, by its id
   */
  public String fill(
      Map<String, String> words, Map<String, Object> answers, UnaryOperator<String> fileName) {
    StringBuilder filled = new StringBuilder();
    fill(parts, words, new Evaluation(answers, Map.of()), fileName, filled);
    return filled.toString();
  }

  private static void fill(
      List<Part> parts,
      Map<String, String> words,
      Evaluation answers,
      UnaryOperator<String> fileName,
      StringBuilder filled) {
    for (Part part : parts) {
      switch (part) {
        case Part.Plain(String text) -> filled.append(text);
        case Part.Word(String name) -> filled.append(words.getOrDefault(name, ""));
        case Part.Answer answer ->
            filled.append(
                AnswersInWords.text(answer.field(), answer.part(), answers.form(), fileName));
        case Part.Choice choice ->
            fill(
                answers.holds(choice.condition()) ? choice.then() : choice.otherwise(),
                words,
                answers,
                fileName,
                filled);
      }
    }
  }

  /** A text in which nothing is put in: each brace twice. */
  public static String literally(String text) {
    return text.replace("{", "{{").replace("}", "}}");
  }
}
