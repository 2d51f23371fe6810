package jp.ishikari.link.forms;

import java.util.Locale;

/** The closed set of reasons for which a form definition is refused. */
public enum FindingCode {
  /** A value or an expression has the wrong type. */
  TYPE,
  /** Something that must be stated is not. */
  REQUIRED,
  /** A property that has no meaning here. */
  UNKNOWN,
  /** An id that is not written as ids are. */
  ID,
  /** The same id, option or vocabulary key twice. */
  DUPLICATE,
  /** Too many, too few, too long, too large. */
  LIMIT,
  /** A minimum above its maximum. */
  RANGE,
  /** Text with a control character or half of a surrogate pair. */
  TEXT,
  /** An operator outside the closed set. */
  OPERATOR,
  /** The wrong number of operands. */
  ARITY,
  /** A reference to a field that does not exist. */
  REFERENCE,
  /** A reference to a field that is asked later. */
  LATER,
  /** A field or page that depends on itself. */
  CYCLE,
  /** A comparison with a value that is not among the options. */
  OPTION,
  /** Expressions or groups nested too deeply. */
  NESTING,
  /** A number with decimals where only whole numbers are computed with. */
  DECIMAL,
  /** A question is begun with something that it would not accept, or not as it is written. */
  DEFAULT,
  /** Not the base64 of a PNG or JPEG picture, or not the kind that is stated. */
  IMAGE;

  /** The code as it is written in JSON. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
