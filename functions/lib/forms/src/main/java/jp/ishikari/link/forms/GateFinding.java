package jp.ishikari.link.forms;

import java.util.Map;

/**
 * One thing to look at before a form is published.
 *
 * @param pointer the place in the definition as a JSON pointer (RFC 6901)
 * @param params numbers and words that belong to the finding, named in {@code detail}
 * @param detail one Japanese sentence for the staff member who builds the form
 */
public record GateFinding(
    GateCode code, String pointer, Map<String, Object> params, String detail) {

  static GateFinding of(GateCode code, String pointer, Map<String, Object> params) {
    return new GateFinding(code, pointer, params, MessageText.of(code, params));
  }

  /** Whether the form must not be published with it. */
  public boolean blocks() {
    return code.severity() == GateCode.Severity.ERROR;
  }
}
