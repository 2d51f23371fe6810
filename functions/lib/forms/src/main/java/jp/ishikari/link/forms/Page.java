package jp.ishikari.link.forms;

import java.util.List;

/**
 * One page of a form: one thing asked at a time.
 *
 * @param visibleIf when false, no field of the page is shown; null means always
 */
public record Page(String id, String title, Expression visibleIf, List<Field> fields) {

  public Page {
    fields = List.copyOf(fields);
  }
}
