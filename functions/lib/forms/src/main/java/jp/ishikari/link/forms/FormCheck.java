package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is decided about the answers to a form. Visibility, fee and validity are computed from the
 * answers alone; nothing that the sender claims about them is believed.
 *
 * @param errors everything that is wrong, in form order, at most one for each place; empty means
 *     that the application can be accepted
 * @param fee whole yen; null when the answers do not determine it
 * @param visiblePages the ids of the pages that are asked, in order
 * @param visibleFields the paths of the fields that are asked, in order, notes included
 * @param canonical the acceptable answers: readings, numbers, postal codes, telephone numbers and
 *     addresses of mail folded, empty ones left out, everything else code point for code point as
 *     it was entered; with what the city hall fills in itself. Complete when there are no errors.
 */
public record FormCheck(
    List<FormError> errors,
    Long fee,
    List<String> visiblePages,
    List<String> visibleFields,
    Map<String, Object> canonical) {

  public FormCheck {
    errors = List.copyOf(errors);
    visiblePages = List.copyOf(visiblePages);
    visibleFields = List.copyOf(visibleFields);
  }

  /**
   * Checks answers.
   *
   * @param answers a JSON tree from outside: field id → value, absent when not answered
   * @param today the day of the application in Japan (JST)
   * @param claimedFee the fee that the applicant was shown, in yen; null when it is not to be
   *     compared
   */
  public static FormCheck of(
      FormDefinition form, Map<String, Object> answers, LocalDate today, Integer claimedFee) {
    return new AnswerCheck(form, today).check(answers == null ? Map.of() : answers, claimedFee);
  }

  /**
   * Stored answers without what the city hall filled in, as a resident would send them again.
   *
   * @param stored {@link #canonical} of an earlier check
   */
  public static Map<String, Object> entered(FormDefinition form, Map<String, Object> stored) {
    return entered(form.fields(), stored);
  }

  private static Map<String, Object> entered(List<Field> fields, Map<?, ?> stored) {
    Map<String, Object> entered = new LinkedHashMap<>();
    stored.forEach((id, value) -> entered.put(String.valueOf(id), value));
    for (Field field : fields) {
      if (field.type() instanceof FieldType.Derived) {
        entered.remove(field.id());
      } else if (field.type() instanceof FieldType.Group group
          && entered.get(field.id()) instanceof List<?> items) {
        entered.put(
            field.id(),
            items.stream()
                .map(i -> i instanceof Map<?, ?> item ? entered(group.fields(), item) : i)
                .toList());
      }
    }
    return entered;
  }

  /** Whether there is nothing to mend. */
  public boolean accepted() {
    return errors.isEmpty();
  }

  /** What is wrong on that page. */
  public List<FormError> errorsOn(String pageId) {
    return errors.stream().filter(error -> pageId.equals(error.page())).toList();
  }
}
