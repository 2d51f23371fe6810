package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The errors found so far, told in one language. */
final class ErrorList {
  private record Placed(int order, FormError error) {}

  private final List<Placed> errors = new ArrayList<>();
  private final String language;
  private int order;

  ErrorList(String language) {
    this.language = language;
  }

  /** Says which field of the form the next errors belong to, counted in form order. */
  void enter(int field) {
    order = field;
  }

  /** Notes an error and returns null, which stands for a value that is not acceptable. */
  <T> T add(Spot spot, ErrorCode code) {
    return add(spot, code, Map.of());
  }

  /** The same with the limit that was missed; a day is told in words. */
  <T> T add(Spot spot, ErrorCode code, String name, Object limit) {
    return add(
        spot,
        code,
        Map.of(name, limit instanceof LocalDate day ? MessageText.of(day, language) : limit));
  }

  /** The same with everything that the sentence names. */
  <T> T add(Spot spot, ErrorCode code, Map<String, Object> params) {
    return add(spot, code, params, MessageText.of(spot, code, params, language));
  }

  /** Notes an error with a sentence of the form's own. */
  <T> T add(Spot spot, ErrorCode code, Map<String, Object> params, String message) {
    errors.add(new Placed(order, new FormError(spot.path(), spot.page(), code, params, message)));
    return null;
  }

  /** Notes an error that belongs to no field; the page may be null. */
  void add(String path, String page, ErrorCode code) {
    String message = MessageText.of(code, language);
    errors.add(new Placed(order, new FormError(path, page, code, Map.of(), message)));
  }

  /** Whether an error was noted for that field of the form. */
  boolean holds(int field) {
    return errors.stream().anyMatch(placed -> placed.order == field);
  }

  boolean isEmpty() {
    return errors.isEmpty();
  }

  /** All of them in form order. */
  List<FormError> all() {
    errors.sort(Comparator.comparingInt(Placed::order));
    return errors.stream().map(Placed::error).toList();
  }
}
