package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One version of one form as staff published it. A version never changes once published; an
 * application names the form and the version that it answered.
 *
 * @param id the form, the same over all versions
 * @param version counted from 1
 * @param title the name that residents read
 * @param submit what the button says that sends it; null for what applications say
 * @param pages in the order in which they are asked
 * @param fee whole yen, an expression over the answers; null when the application is free
 * @param rules conditions between several answers
 * @param texts translations by language and text key (see {@link FormTexts})
 * @param examples what staff expect the form to decide
 * @param language in which the texts of this definition stand and errors are told
 */
public record FormDefinition(
    String id,
    int version,
    String title,
    String submit,
    List<Page> pages,
    Expression fee,
    List<Rule> rules,
    Map<String, Map<String, Translation>> texts,
    List<Example> examples,
    String language) {

  /** The language in which forms are made. */
  public static final String JAPANESE = "ja";

  public FormDefinition {
    pages = List.copyOf(pages);
    rules = List.copyOf(rules);
    texts = Map.copyOf(texts);
    examples = List.copyOf(examples);
  }

  /**
   * Reads a definition from a JSON tree (maps, lists, strings, numbers, booleans). Whatever the
   * tree holds, the answer is a usable form or the list of all that is wrong with it.
   */
  public static FormReading read(Map<String, Object> json) {
    return new DefinitionReader().read(json);
  }

  /**
   * The same form in another language. What is not translated, or translated from a Japanese that
   * has changed since, stays Japanese.
   */
  public FormDefinition in(String language) {
    return FormTexts.in(this, language);
  }

  /** Every field that is not a member of a group, in form order. */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    pages.forEach(page -> fields.addAll(page.fields()));
    return List.copyOf(fields);
  }

  /**
   * The keys of the Digital Agency's GIF vocabulary that this form asks for, in form order. Members
   * of groups are not counted: they are about other people or things than the applicant.
   */
  public Set<String> gifKeys() {
    Set<String> keys = new LinkedHashSet<>();
    for (Field field : fields()) {
      if (field.gif() != null) {
        keys.add(field.gif());
      }
    }
    return keys;
  }
}
