package jp.ishikari.link.forms;

/**
 * Every limit of a form definition, so that a hostile or careless one stays small. The browser's
 * twin has the same in {@code limits.ts}; the shared vectors and the fuzz hold the two together.
 */
public final class FormLimits {
  public static final int PAGES = 50;

  /** Members of groups included. */
  public static final int FIELDS = 500;

  public static final int OPTIONS = 1000;

  /** Code points of ids, labels, help and long texts. */
  public static final int ID = 40;

  public static final int LABEL = 200;
  public static final int HELP = 2000;
  public static final int TEXT = 4000;

  /** Code points of an answer to a text field. */
  public static final int ANSWER = 10_000;

  /** Code points of the unit of a number that is asked for. */
  public static final int UNIT = 10;

  /** How many decimals a number may have. */
  public static final int DECIMALS = 3;

  public static final int GROUP_ITEMS = 100;
  public static final int FILES = 20;

  /** Operators inside operators, operators and values of one expression, operands of one. */
  public static final int EXPRESSION_DEPTH = 8;

  public static final int EXPRESSION_NODES = 200;
  public static final int OPERANDS = 50;
  public static final int LITERALS = 100;
  public static final int RULES = 100;
  public static final int LANGUAGES = 10;

  /** Translated texts of one language. */
  public static final int TRANSLATIONS = 5000;

  public static final int EXAMPLES = 100;

  /** Values in the answers of one example, and how deep they may be nested. */
  public static final int EXAMPLE_VALUES = 2000;

  public static final int EXAMPLE_DEPTH = 6;

  /** Characters of base64 of one image (64 KiB), and of all images of a form. */
  public static final int IMAGE = 87_384;

  public static final int IMAGES = 174_764;

  /** Yen; a fee beyond it counts as not determined. */
  public static final long FEE = 999_999_999;

  /** Findings reported for one definition. */
  public static final int FINDINGS = 100;

  private FormLimits() {}
}
