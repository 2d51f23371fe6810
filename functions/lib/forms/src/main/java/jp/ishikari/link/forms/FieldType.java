package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

  /**
   * Text; lengths are counted in code points.
   *
   * @param pattern the number that it has to be, instead of the other limits; or null
   */
  record Text(
      int minLength, int maxLength, Characters characters, boolean multiline, TextPattern pattern)
      implements FieldType {}

  /**
   * A whole number; null bounds are open.
   *
   * @param unit such as 通, or null
   */
  record Number(Long min, Long max, String unit) implements FieldType {}

  /**
   * A number with decimals, see {@link DecimalText}; null bounds are open. In JSON it is a number
   * that states how many.
   *
   * @param decimals the most digits that an answer may have behind the point, 1 to 3
   * @param unit such as ㎡, or null
   */
  record Decimal(String min, String max, int decimals, String unit) implements FieldType {
    @Override
    public String name() {
      return "number";
    }
  }

  /** Whole yen, 0 or more. */
  record Amount(Long min, Long max) implements FieldType {}

  /** Yes or no; unlike a consent, no is an answer too. */
  record YesNo() implements FieldType {}

  /**
   * A day; null bounds are open.
   *
   * @param partial whether a year or a month alone is an answer too
   */
  record Date(DateBound min, DateBound max, boolean partial) implements FieldType {}

  /**
   * A time of the day, in minutes since midnight; null bounds are open.
   *
   * @param step minutes between acceptable times, counted from the minimum
   */
  record Time(Integer min, Integer max, int step) implements FieldType {}

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

  /** An answer of several parts: whole or, unless it is required, not at all. */
  sealed interface Composite extends FieldType {
    /** The parts in the order in which they are asked. */
    List<String> parts();
  }

  /** The parts that may be left out of an answer that has the others. */
  Set<String> OPTIONAL_PARTS =
      Set.of("building", "formerFamily", "formerFamilyKana", "oneName", "unwritable");

  /** The parts of a name that whoever has one name only (oneName) leaves out. */
  Set<String> GIVEN_PARTS = Set.of("given", "givenKana");

  /** What {@code oneName} says of somebody who has one name only. */
  String ONE_NAME = "true";

  /**
   * A person's name. Whoever has one name only writes it as the family name and says so ({@code
   * oneName}).
   *
   * @param kana with its reading
   * @param formerName with the former family name (旧氏)
   * @param unwritable with a remark on characters that could not be entered (外字)
   */
  record Name(boolean kana, boolean formerName, boolean unwritable) implements Composite {
    @Override
    public List<String> parts() {
      List<String> parts = new ArrayList<>(List.of("family", "given"));
      if (kana) {
        parts.addAll(List.of("familyKana", "givenKana"));
      }
      parts.add("oneName");
      if (formerName) {
        parts.add("formerFamily");
      }
      if (formerName && kana) {
        parts.add("formerFamilyKana");
      }
      if (unwritable) {
        parts.add("unwritable");
      }
      return parts;
    }
  }

  /**
   * A place in Japan.
   *
   * @param unwritable with a remark on characters that could not be entered (外字)
   */
  record Address(boolean unwritable) implements Composite {
    private static final List<String> PARTS =
        List.of("postalCode", "prefecture", "city", "town", "block", "building");
    private static final List<String> WITH_REMARK =
        List.of("postalCode", "prefecture", "city", "town", "block", "building", "unwritable");

    @Override
    public List<String> parts() {
      return unwritable ? WITH_REMARK : PARTS;
    }
  }

  /** A bank account, by the codes of the banks' common record (全銀協). */
  record Bank() implements Composite {
    /** 普通, 当座, 貯蓄. */
    public static final List<String> KINDS = List.of("1", "2", "4");

    private static final List<String> PARTS =
        List.of("bankCode", "branchCode", "kind", "number", "holderKana");

    @Override
    public List<String> parts() {
      return PARTS;
    }
  }

  /** A telephone number: 10 digits, or 11 of a mobile or IP telephone, with or without hyphens. */
  record Phone() implements FieldType {}

  /**
   * An e-mail address.
   *
   * @param confirm whether the screen asks twice; it is stored once
   */
  record Email(boolean confirm) implements FieldType {}

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

  /** Explanatory text without an answer; the image may be null. */
  record Note(String text, Image image) implements FieldType {}

  /** What the city hall fills in itself; such a value is never accepted from outside. */
  sealed interface Derived extends FieldType {}

  /** A value that every application carries and nobody sees: a text, a whole number or a truth. */
  record Constant(Object value) implements Derived {}

  /**
   * A whole number that follows from the answers, shown and not asked.
   *
   * @param unit such as 円, or null
   */
  record Computed(Expression value, String unit) implements Derived {}
}
