package jp.ishikari.link.forms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A value of a definition that is being read, with the place where it stands, so that what is wrong
 * with it can be named. A value that is absent is null and {@link #present} is false.
 */
record JsonPlace(String pointer, Object value, boolean present, List<Finding> findings) {
  static JsonPlace root(Object value, List<Finding> findings) {
    return new JsonPlace("", value, true, findings);
  }

  /** Notes what is wrong here. */
  void found(FindingCode code) {
    if (findings.size() < FormLimits.FINDINGS) {
      findings.add(new Finding(pointer, code, MessageText.of(code)));
    }
  }

  /** The property of that name, which may be absent. */
  JsonPlace child(String name) {
    boolean has = value instanceof Map<?, ?> map && map.containsKey(name);
    return new JsonPlace(
        pointer + "/" + name, has ? ((Map<?, ?>) value).get(name) : null, has, findings);
  }

  /** The property of a name that came from outside; one too strange to repeat is written ?. */
  JsonPlace entry(String name) {
    String shown = TextRules.textKey(name) ? name : "?";
    return new JsonPlace(pointer + "/" + shown, ((Map<?, ?>) value).get(name), true, findings);
  }

  /** The element of that index, which exists. */
  JsonPlace element(int index) {
    return new JsonPlace(pointer + "/" + index, ((List<?>) value).get(index), true, findings);
  }

  /** Whether this is an object; notes it if not. */
  boolean isObject() {
    if (!(value instanceof Map)) {
      found(present ? FindingCode.TYPE : FindingCode.REQUIRED);
      return false;
    }
    return true;
  }

  /** How many elements are to be read: 0 when this is no array or has too many or too few. */
  int elements(int least, int most) {
    if (!(value instanceof List<?> list)) {
      found(present ? FindingCode.TYPE : FindingCode.REQUIRED);
      return 0;
    }
    if (list.size() < least || list.size() > most) {
      found(FindingCode.LIMIT);
      return 0;
    }
    return list.size();
  }

  /** Notes every property outside the set. */
  void only(Set<String> names) {
    Set<String> others = new TreeSet<>();
    for (Object key : ((Map<?, ?>) value).keySet()) {
      if (!names.contains(String.valueOf(key))) {
        others.add(TextRules.repeatable(String.valueOf(key)) ? String.valueOf(key) : "?");
      }
    }
    others.forEach(name -> child(name).found(FindingCode.UNKNOWN));
  }

  /** A required text of at most {@code most} code points; null when it is missing or too long. */
  String text(int most) {
    return text(most, false);
  }

  /** The same in several lines. */
  String lines(int most) {
    return text(most, true);
  }

  private String text(int most, boolean severalLines) {
    if (!(value instanceof String text)) {
      found(present ? FindingCode.TYPE : FindingCode.REQUIRED);
      return null;
    }
    if (text.length() > 2 * most || TextRules.length(text) > most) {
      found(FindingCode.LIMIT);
    } else if (!TextRules.clean(text, severalLines)) {
      found(FindingCode.TEXT);
    } else if (TextRules.blank(text)) {
      found(FindingCode.REQUIRED);
    } else {
      return text;
    }
    return null;
  }

  /**
   * An id: a small letter, then up to 39 letters and digits (and hyphens where they are allowed).
   */
  String id(boolean hyphens) {
    String id = text(200);
    Predicate<String> written =
        text ->
            text.length() <= FormLimits.ID
                && text.charAt(0) >= 'a'
                && text.charAt(0) <= 'z'
                && TextRules.alnum(hyphens ? text.replace("-", "") : text);
    if (id != null && !written.test(id)) {
      found(FindingCode.ID);
      return null;
    }
    return id;
  }

  /** A whole number within bounds, or null. */
  Long integer(long least, long most) {
    Long number = WholeNumber.of(value);
    if (number == null) {
      found(present ? FindingCode.TYPE : FindingCode.REQUIRED);
    } else if (number < least || number > most) {
      found(FindingCode.LIMIT);
      return null;
    }
    return number;
  }

  /** A whole number within bounds, or the given one when it is absent or unusable. */
  int integer(int least, int most, int otherwise) {
    Long number = present ? integer(least, most) : null;
    return number == null ? otherwise : number.intValue();
  }

  /** A truth value, or the given one when it is absent or unusable. */
  boolean truth(boolean otherwise) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (present) {
      found(FindingCode.TYPE);
    }
    return otherwise;
  }
}
