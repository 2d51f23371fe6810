package jp.ishikari.link.forms;

import java.util.Locale;

/** The closed set of reasons for which an answer is not accepted. */
public enum ErrorCode {
  /** Nothing was entered where something must be. */
  REQUIRED,
  /** The value has another JSON type than the field. */
  TYPE,
  /** A character outside the field's set, a control character, or half of a surrogate pair. */
  CHARACTERS,
  /** Too few or too many characters (code points). */
  LENGTH,
  /** Not a whole number that every program can hold exactly. */
  INTEGER,
  /** A number with more decimals than are asked for. */
  DECIMALS,
  /** A number of something else than is asked for. */
  UNIT,
  /** Below the minimum or above the maximum. */
  RANGE,
  /** Not one of the options. */
  OPTION,
  /** The same option or file twice. */
  DUPLICATE,
  /** Not a day of the calendar from 1873 on, written YYYY-MM-DD. */
  DATE,
  /** Not a Japanese telephone number. */
  PHONE,
  /** Not an e-mail address. */
  EMAIL,
  /** Not seven digits. */
  POSTAL,
  /** Too few or too many choices, files or items. */
  COUNT,
  /** A value for a field that is not shown. */
  HIDDEN,
  /** A value that the form does not ask for. */
  UNKNOWN,
  /** A consent that was not given. */
  CONSENT,
  /** The fee that was shown is not the fee that was computed. */
  FEE,
  /** Not the id of an upload. */
  UPLOAD,
  /** Not as many digits as there must be. */
  DIGITS,
  /** Not a time of the day, written HH:MM. */
  TIME,
  /** A time between those that are offered. */
  STEP,
  /** Not a number of the form that the field asks for, or its check digit is wrong. */
  PATTERN,
  /** The form's own condition between several answers does not hold. */
  RULE,
  /** A value for a field that the city hall fills in itself. */
  DERIVED;

  /** The code of that name, or null. */
  static ErrorCode of(String code) {
    for (ErrorCode each : values()) {
      if (each.code().equals(code)) {
        return each;
      }
    }
    return null;
  }

  /** The code as it is written in JSON. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
