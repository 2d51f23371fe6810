package jp.ishikari.link.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An application as staff expect the form to decide it: an executable test of the form.
 *
 * @param answers as a resident would send them; invented people only
 */
public record Example(
    String id, String title, LocalDate today, Map<String, Object> answers, Expected expect) {

  /**
   * What has to come out. Null is not compared.
   *
   * @param errors path and code, in form order
   * @param fee whole yen
   * @param pages the ids of the pages that are asked
   */
  public record Expected(
      boolean accepted, List<ExpectedError> errors, Long fee, List<String> pages) {}

  /** One error. */
  public record ExpectedError(String path, ErrorCode code) {
    @Override
    public String toString() {
      return path + ":" + code.code();
    }
  }
}
