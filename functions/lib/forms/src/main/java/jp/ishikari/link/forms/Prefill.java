package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the city already knows about the applicant, put into the fields that ask for it. */
public final class Prefill {

  private Prefill() {}

  /**
   * The answers that can be shown ready, by field id. A value goes to the field with its GIF key
   * when it is acceptable there; of a name or an address, the acceptable parts go.
   *
   * @param known values by GIF key, in the shapes that answers have
   * @param today the day of the application in Japan (JST)
   */
  public static Map<String, Object> answers(
      FormDefinition form, Map<String, Object> known, LocalDate today) {
    Map<String, Object> answers = new LinkedHashMap<>();
    for (Page page : form.pages()) {
      for (Field field : page.fields()) {
        Object value = field.gif() == null ? null : known.get(field.gif());
        if (value != null) {
          Object accepted =
              new ValueCheck(new ErrorList(form.language()), today)
                  .check(Spot.of(page.id(), field), value);
          if (accepted != null) {
            answers.put(field.id(), accepted);
          }
        }
      }
    }
    return Collections.unmodifiableMap(answers);
  }
}
