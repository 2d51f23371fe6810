package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The errors found so far. */
final class ErrorList {
  private final List<FormError> errors = new ArrayList<>();

  /** Notes an error and returns null, which stands for a value that is not acceptable. */
  <T> T add(Spot spot, ErrorCode code) {
    return add(spot, code, Map.of());
  }

  /** The same with the limit that was missed. */
  <T> T add(Spot spot, ErrorCode code, String name, Object limit) {
    return add(spot, code, Map.of(name, limit));
  }

  private <T> T add(Spot spot, ErrorCode code, Map<String, Object> params) {
    String message = MessageText.of(spot, code, params);
    errors.add(new FormError(spot.path(), spot.page(), code, params, message));
    return null;
  }

  /** Notes an error that belongs to no field; the page may be null. */
  void add(String path, String page, ErrorCode code) {
    errors.add(new FormError(path, page, code, Map.of(), MessageText.of(code)));
  }

  int size() {
    return errors.size();
  }

  List<FormError> all() {
    return errors;
  }
}
