package jp.ishikari.link.forms;

import java.util.Map;

/**
 * One question of a form.
 *
 * @param id unique in the form, or inside its group
 * @param label the question as the resident reads it; for a note it may be null
 * @param help a sentence of explanation, or null
 * @param example a sample answer, or null
 * @param required whether it must be answered while it is shown
 * @param visibleIf when it is shown; null means always
 * @param messages the form's own sentences by error code, or by part and code ({@code
 *     family.required})
 * @param gif key of the GIF core vocabulary (Digital Agency), used for prefill, search and export;
 *     or null
 * @param type what kind of answer it takes, with the limits of that kind
 */
public record Field(
    String id,
    String label,
    String help,
    String example,
    boolean required,
    Expression visibleIf,
    Map<String, String> messages,
    String gif,
    FieldType type) {

  public Field {
    messages = Map.copyOf(messages);
  }
}
