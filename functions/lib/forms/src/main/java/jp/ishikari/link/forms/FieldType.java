package jp.ishikari.link.forms;

import java.util.List;

/** The kinds of question, each with its own limits. The JSON name of a kind is {@link #name()}. */
public sealed interface FieldType {

  /** Which characters a text field takes. */
  enum Characters {
    ANY,
    /** Katakana; half-width and hiragana are folded. */
    KANA,
    /** 0–9; full-width digits are folded. */
    DIGITS,
    /** 0–9, A–Z, a–z; full-width ones are folded. */
    ALNUM
  }

  /** The kind as it is written in JSON. */
  default String name() {
    return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  /** Text; lengths are counted in code points. */
  record Text(int minLength, int maxLength, Characters characters, boolean multiline)
      implements FieldType {}

  /** A whole number; null bounds are open. */
  record Number(Long min, Long max) implements FieldType {}

  /** A day; null bounds are open. */
  record Date(DateBound min, DateBound max) implements FieldType {}

  /** One of the options, from a list. */
  record Select(List<Option> options) implements FieldType {
    public Select {
      options = List.copyOf(options);
    }
  }

  /** One of the options, all of them shown. */
  record Radio(List<Option> options) implements FieldType {
    public Radio {
      options = List.copyOf(options);
    }
  }

  /** Some of the options. */
  record Checkbox(List<Option> options, int min, int max) implements FieldType {
    public Checkbox {
      options = List.copyOf(options);
    }
  }

  /** A person's name, with its reading when {@code kana}. */
  record Name(boolean kana) implements FieldType {
    /** The parts in the order in which they are asked. */
    public List<String> parts() {
      return kana
          ? List.of("family", "given", "familyKana", "givenKana")
          : List.of("family", "given");
    }
  }

  /** A place in Japan. */
  record Address() implements FieldType {
    /** The parts in the order in which they are asked; only the building may be left out. */
    public static final List<String> PARTS =
        List.of("postalCode", "prefecture", "city", "town", "block", "building");
  }

  /** A telephone number: 10 or 11 digits with or without hyphens. */
  record Phone() implements FieldType {}

  /** An e-mail address. */
  record Email() implements FieldType {}

  /** A statement to agree to. */
  record Consent(String text) implements FieldType {}

  /** Uploaded files, by the ids of their uploads. */
  record File(List<String> accept, int max) implements FieldType {
    public File {
      accept = List.copyOf(accept);
    }
  }

  /** The same questions for several people or things. */
  record Group(List<Field> fields, int min, int max, String itemLabel) implements FieldType {
    public Group {
      fields = List.copyOf(fields);
    }
  }

  /** Explanatory text without an answer. */
  record Note(String text) implements FieldType {}
}
