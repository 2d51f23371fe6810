package jp.ishikari.link.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One reason why answers are not accepted.
 *
 * @param path the place, such as {@code name.familyKana} or {@code children[0].birth}; the fee is
 *     {@code $fee}, a name too strange to repeat is written {@code ?}
 * @param page the page on which the resident can mend it; null for what no page shows
 * @param code stable, for programs
 * @param params the limits that were missed ({@code min}, {@code max}) or the characters allowed;
 *     of what was entered only a refused character and a day that is another era's
 * @param message one Japanese sentence for the resident
 */
public record FormError(
    String path, String page, ErrorCode code, Map<String, Object> params, String message) {

  public FormError {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }
}
